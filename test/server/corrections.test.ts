import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import type {
  CorrectionAnswer,
  DocumentPage,
  ExplanationPage,
  PairRow,
  Problem,
} from "../../src/view/index.ts"
import { serveExamples } from "./example-record.ts"

let served: Awaited<ReturnType<typeof serveExamples>>
before(async () => {
  served = await serveExamples({
    linker: createRecordLinker(createOutlets([])),
    now: () => new Date("2024-02-03T04:05:06.000Z"),
  })
  // Linked by the same linker that the server has: what it does not know it leaves to the next run.
  await served.store.relink(createRecordLinker(createOutlets([])))
})
after(() => served.close())

const post = (event: string, payload: object | string, headers: Record<string, string> = {}) =>
  served.server.inject({
    method: "POST",
    url: `/api/v1/events/${encodeURIComponent(event)}/corrections`,
    payload,
    headers: { "content-type": "application/json", ...headers },
  })
async function say(event: string, payload: object): Promise<CorrectionAnswer["event"]> {
  const answer = await post(event, { author: "Ada", ...payload })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json<CorrectionAnswer>().event
}
const get = async <T>(path: string): Promise<T> => (await served.server.inject(`/api/v1/${path}`)).json() as T
const pairs = async () =>
  (await get<PairRow[]>("pairs")).map(({ pair, happenings }) => `${pair} ${happenings}`)

test("a rejected event leaves its pair at once, stays on its article's page, and comes back when it is undone", async () => {
  assert.ok((await pairs()).includes("RUS-UKR 1"))
  const rejected = await say("words 0", { kind: "reject", note: "A quotation of 2014." })
  assert.equal(rejected.review?.standing?.rejected, true)
  assert.equal(rejected.review?.standing?.time, "2024-02-03T04:05:06.000Z")
  assert.equal(rejected.happening, null)
  assert.ok(!(await pairs()).some((pair) => pair.startsWith("RUS-UKR")))
  const page = await get<DocumentPage>("documents/words")
  assert.equal(page.coded[0]?.review?.standing?.note, "A quotation of 2014.")
  const undone = await say("words 0", { kind: "undo" })
  assert.equal(undone.review?.standing, null)
  assert.equal(undone.review?.history.length, 2)
  assert.ok((await pairs()).includes("RUS-UKR 1"))
})

test("a fix changes what it says, keeps the rest, and tells what was coded", async () => {
  const fixed = await say("deal 0", {
    kind: "fix",
    changes: {
      status: "planned",
      date: { start: "2023-12-01", end: "2023-12-31" },
      recipients: [{ name: "Russia", country: "RUS", sector: "GOV" }],
    },
  })
  assert.deepEqual(
    [fixed.type, fixed.status, fixed.date?.precision, fixed.recipients[0]?.country],
    ["AGREE", "planned", "month", "RUS"],
  )
  assert.deepEqual(fixed.correction?.changed, ["status", "recipients", "date"])
  assert.equal(fixed.review?.coded.status, "promised")
  assert.ok((await pairs()).includes("BLR-RUS 1"))
})

test("two analysts may disagree, and both are shown", async () => {
  await say("spring 0", { kind: "fix", changes: { status: "denied" } })
  const confirmed = await say("spring 0", { kind: "fix", author: "Ben", changes: { status: "ongoing" } })
  assert.equal(confirmed.status, "ongoing")
  assert.deepEqual(
    confirmed.review?.dissent.map(({ author, fields }) => [author, fields.status]),
    [["Ada", "denied"]],
  )
})

test("who saw something else than what stands is told so", async () => {
  const after = (await say("plan 0", { kind: "confirm", after: null })).review?.standing?.id
  const late = await post("plan 0", { kind: "reject", author: "Ben", after: null })
  assert.equal(late.statusCode, 409)
  assert.match(late.json<Problem>().detail, /meanwhile/)
  assert.equal((await post("plan 0", { kind: "confirm", author: "Ben", after })).statusCode, 201)
  assert.equal((await post("plan 0", { kind: "undo", author: "Cy" })).statusCode, 409)
})

test("what is no correction is a problem that says what is wrong, and changes nothing", async () => {
  const before = (await served.store.corrections()).length
  const wrongs: [object | string, number, RegExp][] = [
    [{ kind: "praise", author: "Ada" }, 400, /kind "praise"/],
    [{ kind: "confirm" }, 400, /author is missing/],
    [{ kind: "confirm", author: "  " }, 400, /"author" is " {2}"/],
    [{ kind: "fix", author: "Ada" }, 400, /nothing that reads otherwise/],
    [{ kind: "fix", author: "Ada", changes: { mode: "dance" } }, 400, /no mode of CONSULT.*visit/],
    [
      { kind: "fix", author: "Ada", changes: { date: { start: "2023-02-30", end: "2023-03-01" } } },
      400,
      /date/,
    ],
    [
      { kind: "fix", author: "Ada", changes: { actors: [{ name: "X", country: "XXX", sector: null }] } },
      400,
      /"country" is "XXX"/,
    ],
    [{ kind: "reject", author: "Ada", changes: { status: "planned" } }, 400, /only a fix/],
    ["not JSON", 400, /./],
  ]
  for (const [payload, status, message] of wrongs) {
    const answer = await post("plan 0", payload)
    assert.equal(answer.statusCode, status, answer.body)
    assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/)
    assert.match(answer.json<Problem>().detail, message)
  }
  assert.equal((await post("unheard of", { kind: "confirm", author: "Ada" })).statusCode, 404)
  assert.equal((await served.store.corrections()).length, before)
})

test("no other site can correct the record, and none without JSON", async () => {
  const good = { kind: "confirm", author: "Ada" }
  const before = (await served.store.corrections()).length
  for (const headers of [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ] as Record<string, string>[])
    assert.equal((await post("plan 0", good, headers)).statusCode, 403)
  const form = await served.server.inject({
    method: "POST",
    url: "/api/v1/events/plan%200/corrections",
    payload: JSON.stringify(good),
    headers: { "content-type": "text/plain" },
  })
  assert.ok(form.statusCode === 400 || form.statusCode === 415, form.body)
  assert.equal((await served.store.corrections()).length, before)
})

test("an event that was not coded from a word has no explanation, nor has one that is not there", async () => {
  for (const id of ["plan 0", "unheard of"]) {
    const answer = await served.server.inject(`/api/v1/events/${encodeURIComponent(id)}/explanation`)
    assert.equal(answer.statusCode, 404)
    assert.ok(answer.json<Problem>().detail.length > 0)
    assert.equal("explanation" in answer.json<Partial<ExplanationPage>>(), false)
  }
})
