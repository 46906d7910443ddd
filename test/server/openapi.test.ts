import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { Validator } from "@seriousme/openapi-schema-validator"
import fc from "fast-check"
import { READINGS, serveExamples } from "./example-record.ts"
import { type AnswerCheck, answerCheck, isEndless, type OpenApi, operationsOf } from "./openapi-check.ts"
import { requestArbitrary } from "./openapi-requests.ts"

/** Explanations read the article again: a test of their own asks for them. */
const NEEDS_A_CODER = new Set(["getEventsIdExplanation"])

let served: Awaited<ReturnType<typeof serveExamples>>
let document: OpenApi
let check: AnswerCheck
before(async () => {
  served = await serveExamples()
  document = (await served.server.inject("/api/v1/openapi.json")).json<OpenApi>()
  check = answerCheck(document)
})
after(() => served.close())

test("the API's description is a valid OpenAPI 3.1 document", async () => {
  const result = await new Validator().validate(structuredClone(document) as never)
  assert.deepEqual([result.valid, result.errors], [true, undefined])
  assert.equal(document.openapi, "3.1.0")
})

test("every operation has a name of its own", () => {
  const names = operationsOf(document).map(({ operation }) => operation.operationId)
  assert.ok(names.length >= 14)
  assert.equal(new Set(names).size, names.length)
})

test("whatever is asked of any operation, well or badly, the answer is the one described and never a failure of ours", async () => {
  const happenings: string[] = []
  for await (const { id } of served.store.happenings()) happenings.push(id)
  const sources = (await served.server.inject("/api/v1/sources")).json<{ outlets?: { id: string }[] }>()
  const eventIds = READINGS.flatMap(({ events }) => events.map(({ id }) => id))
  const known = {
    "/events/{id}/corrections id": eventIds,
    "/events/{id}/corrections body": ['{"kind":"confirm","author":"Ada"}'],
    "/documents/{id}/events body": [
      '{"author":"Ada","type":"AID","status":"promised","trigger":{"start":0,"end":4}}',
    ],
    "/events/{id}/explanation id": eventIds,
    "/parquet body": ['{"rows":[{"month":"2023-12","share":0.5},{"day":"2023-12-03"}]}'],
    "/sources/{id} id": sources.outlets?.map(({ id }) => id) ?? [],
    "/problems/{kind} kind": ["not-found", "invalid-request"],
    "/leaders/{id} id": ["BLR Alexander Lukashenko"],
    pair: ["BLR-CHN", "RUS-UKR", "AUS-NZL", "CHN-BLR"],
    id: [...READINGS.map(({ article }) => article.id), ...happenings],
    q: ['"trade deal"', "beijing", "-war", "pair:BLR-CHN he", "status:planned"],
    leader: ["Lukashenko", "Xi"],
    weights: ["plover", "goldstein", "unit"],
    without: ["state-media", "largest", "state-media,largest"],
  }
  const reached = new Set<string>()
  const answered = operationsOf(document).filter(({ operation }) => !isEndless(operation))
  for (const operation of answered)
    await fc.assert(
      fc.asyncProperty(requestArbitrary(operation, known), async (request) => {
        const answer = await served.server.inject(request)
        assert.ok(answer.statusCode < 500, `${request.method} ${request.url}: ${answer.body}`)
        check(operation, answer)
        if (answer.statusCode < 300) reached.add(operation.operation.operationId)
      }),
      { numRuns: 40, seed: 20231203 },
    )
  const unreached = answered
    .map(({ operation }) => operation.operationId)
    .filter((name) => !reached.has(name) && !NEEDS_A_CODER.has(name))
  assert.deepEqual(unreached, [], "no request of these was answered well: the test shows nothing of them")
})
