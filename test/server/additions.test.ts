import assert from "node:assert/strict"
import { afterEach, beforeEach, test } from "node:test"
import { harvestRecord } from "../../src/app/corrections/harvest-record.ts"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import type {
  CorrectionAnswer,
  DocumentPage,
  HappeningPage,
  PairPage,
  Problem,
} from "../../src/view/index.ts"
import { buildEvent } from "../happening/build-event.ts"
import { addReadings, serveExamples } from "./example-record.ts"

const LINKER = createRecordLinker(createOutlets([]))
const TEXT = "They met. On Monday Lithuania lent Moldova two generators and a bus. It rained."
const wordsAt = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const met = buildEvent({
  id: "m",
  document: "aid",
  actors: ["BLR"],
  recipients: ["CHN"],
  evidence: "They met.",
})
const ARTICLE = {
  id: "aid",
  title: "Aid",
  text: TEXT,
  published: "2023-12-05",
  publisher: { name: "North Post" },
}
const MET = { ...met, evidence: { ...wordsAt("They met."), text: "They met." } }

let served: Awaited<ReturnType<typeof serveExamples>>
beforeEach(async () => {
  let second = 0
  served = await serveExamples({
    linker: LINKER,
    now: () => new Date(Date.UTC(2024, 1, 3, 4, 5, second++)),
  })
  await addReadings(served.store, [{ article: ARTICLE, events: [MET] }])
  await served.store.relink(LINKER)
})
afterEach(() => served.close())

const AID = {
  author: "Ada",
  type: "AID",
  status: "occurred",
  trigger: wordsAt("lent"),
  actors: [{ name: "Lithuania", country: "LTU", sector: "GOV" }],
  recipients: [{ name: "Moldova", country: "MDA", sector: "GOV" }],
  date: { start: "2023-12-04", end: "2023-12-04" },
}
const send = (url: string, payload: object) =>
  served.server.inject({ method: "POST", url: `/api/v1/${url}`, payload })
const add = (payload: object) => send("documents/aid/events", { ...AID, ...payload })
async function added(payload: object = {}): Promise<CorrectionAnswer["event"]> {
  const answer = await add(payload)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json<CorrectionAnswer>().event
}
async function say(event: string, payload: object): Promise<CorrectionAnswer["event"]> {
  const answer = await send(`events/${event}/corrections`, { author: "Ada", ...payload })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json<CorrectionAnswer>().event
}
const get = async <T>(path: string): Promise<T> => (await served.server.inject(`/api/v1/${path}`)).json() as T
const pairTotal = async (pair: string) => (await get<PairPage>(`pairs/${pair}`)).total
/** Nothing contradicts itself; the made-up participants of the example have no words in its texts. */
async function verified(): Promise<void> {
  const problems: string[] = []
  await served.store.verify(({ kind, id, problem }) => {
    if (!/ its (actor|recipient) /.test(` ${problem}`)) problems.push(`${kind} ${id}: ${problem}`)
  })
  assert.deepEqual(problems, [])
}

test("an event that the coder missed is added at its words, with its sentence, its codes, and who added it when", async () => {
  const event = await added({ note: "Overlooked." })
  assert.equal(event.evidence.text, "On Monday Lithuania lent Moldova two generators and a bus.")
  assert.equal(event.sentence, 1)
  assert.equal(event.trigger?.text, "lent")
  assert.deepEqual([event.type, event.quad, event.coder], ["AID", "material cooperation", "analyst"])
  assert.deepEqual(event.actors[0], {
    ...{ name: "Lithuania", country: "LTU", sector: "GOV", sectors: ["GOV"], role: null, kind: "group" },
    ...{ text: "Lithuania", ...wordsAt("Lithuania") },
  })
  assert.deepEqual(event.correction, {
    kind: "add",
    author: "Ada",
    time: "2024-02-03T04:05:00.000Z",
    note: "Overlooked.",
    changed: [],
  })
  assert.equal(await pairTotal("LTU-MDA"), 1)
  const happening = await get<HappeningPage>(`happenings/${event.happening}`)
  assert.equal(happening.reportsOf[0]?.evidence, event.evidence.text)
  const { coded } = await get<DocumentPage>("documents/aid")
  assert.deepEqual(
    coded.map(({ id }) => id),
    ["m", event.id],
  )
  await verified()
})

test("coding anew keeps it; a coder that comes to see it finds what was said", async () => {
  const event = await added()
  await served.store.putBatch([{ article: ARTICLE, events: [] }], { coder: "another" })
  await served.store.relink(LINKER)
  assert.equal(await pairTotal("LTU-MDA"), 1)
  assert.deepEqual(
    (await get<DocumentPage>("documents/aid")).coded.map(({ id }) => id),
    [event.id],
  )
  await verified()
  const seen = {
    ...buildEvent({
      id: "coded",
      document: "aid",
      type: "AID",
      actors: ["LTU"],
      recipients: ["UKR"],
      evidence: event.evidence.text,
    }),
    evidence: event.evidence,
    trigger: event.trigger,
  }
  await served.store.putBatch([{ article: ARTICLE, events: [seen] }], { coder: "a third" })
  await served.store.relink(LINKER)
  const { coded } = await get<DocumentPage>("documents/aid")
  assert.deepEqual(
    coded.map(({ id, recipients, review }) => [id, recipients[0]?.country, review?.standing?.kind]),
    [["coded", "MDA", "add"]],
  )
  await verified()
})

test("where the text moved it moves along; where its words are gone it is kept as an orphan", async () => {
  const event = await added()
  await served.store.putBatch([{ article: { ...ARTICLE, text: `Update. ${TEXT}` }, events: [] }], {
    coder: "one",
  })
  await served.store.relink(LINKER)
  const [moved] = (await get<DocumentPage>("documents/aid")).coded
  assert.deepEqual([moved?.trigger?.start, moved?.trigger?.text], [event.trigger!.start + 8, "lent"])
  await served.store.putBatch([{ article: { ...ARTICLE, text: "Nothing." }, events: [] }], { coder: "one" })
  await served.store.relink(LINKER)
  const { coded, orphans } = await get<DocumentPage>("documents/aid")
  assert.deepEqual([coded.length, orphans.length], [0, 1])
  assert.equal(await pairTotal("LTU-MDA"), 0)
  await verified()
})

test("it is fixed, rejected and taken back like any other", async () => {
  const { id } = await added()
  const fixed = await say(id, { kind: "fix", author: "Bela", changes: { status: "promised" } })
  assert.deepEqual(
    [fixed.status, fixed.correction?.kind, fixed.correction?.changed],
    ["promised", "fix", ["status"]],
  )
  assert.equal((await say(id, { kind: "reject", author: "Bela" })).review?.standing?.rejected, true)
  assert.equal(await pairTotal("LTU-MDA"), 0)
  await say(id, { kind: "undo", author: "Bela" })
  assert.equal(await pairTotal("LTU-MDA"), 1)
  await say(id, { kind: "undo", author: "Bela" })
  assert.equal((await say(id, { kind: "undo" })).review?.standing, null)
  assert.equal(await pairTotal("LTU-MDA"), 0)
  await verified()
})

test("it is training data beside what was judged", async () => {
  await added()
  await say("m", { kind: "reject" })
  const lines = []
  for await (const { line } of harvestRecord(served.store, { partly: false, withText: false }))
    lines.push(line)
  assert.deepEqual(
    lines.map((line) => line?.events),
    [
      [
        {
          trigger: [TEXT.indexOf("lent"), TEXT.indexOf("lent") + 4],
          sentences: [[TEXT.indexOf("On Monday"), TEXT.indexOf(" It rained")]],
          type: "AID",
          status: "occurred",
          sources: [{ name: "Lithuania", country: "LTU" }],
          recipients: [{ name: "Moldova", country: "MDA" }],
          date: ["2023-12-04", "2023-12-04"],
        },
      ],
    ],
  )
})

test("what is no event of this article is refused, and so is one that stands there", async () => {
  const wrong = [
    [{ trigger: { start: 5, end: 5 } }, 400, /trigger/],
    [{ trigger: { start: 0, end: 100_000 } }, 400, /trigger/],
    [{ type: "LEND" }, 400, /type/],
    [{ actors: [{ name: "X", country: "QQQ", sector: null }] }, 400, /QQQ/],
    [{ mode: "visit" }, 400, /mode/],
  ] as const
  for (const [payload, status, told] of wrong) {
    const answer = await add(payload)
    assert.equal(answer.statusCode, status, answer.body)
    assert.match(answer.json<Problem>().detail, told)
  }
  assert.equal((await send("documents/nowhere/events", AID)).statusCode, 404)
  await added()
  assert.equal((await add({ author: "Bela" })).statusCode, 409)
  assert.equal((await get<DocumentPage>("documents/aid")).coded.length, 2)
})
