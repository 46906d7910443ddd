import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { type Draft, judgedFields } from "../../src/correction/index.ts"
import type { Correction, Event } from "../../src/record/index.ts"
import { identified, openStore, parseQuery, type Store } from "../../src/store/index.ts"
import { buildEvent, type EventSketch } from "../happening/build-event.ts"

const LINKER = createRecordLinker(createOutlets([]))
const TEXT = "Belarus met China on Sunday. Belarus sued Poland on Monday."
const span = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length, text: words }
}
const WORDS: Readonly<Record<string, string>> = { BLR: "Belarus", CHN: "China", POL: "Poland" }
const named = (one: Event["actors"][number]) => ({ ...one, ...span(WORDS[one.name] ?? one.name) })
function coded(sentence: string, trigger: string, sketch: EventSketch): Event {
  const event = buildEvent({ document: "d", actors: ["BLR"], date: "2023-12-03", ...sketch })
  const [actors, recipients] = [event.actors.map(named), event.recipients.map(named)]
  return { ...event, actors, recipients, evidence: span(sentence), trigger: span(trigger) }
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
const MET = coded("Belarus met China on Sunday", "met", { id: "met", recipients: ["CHN"] })
const SUED = coded("Belarus sued Poland on Monday", "sued", {
  id: "sued",
  type: "ACCUSE",
  quad: "verbal conflict",
  recipients: ["POL"],
})
const ARTICLE = { id: "d", text: TEXT, published: "2023-12-04" }
const put = (store: Store, coder: string, events: readonly Event[]) =>
  store.putBatch([{ article: ARTICLE, events }], { coder })

const correct = (event: Event, said: Partial<Draft> = {}): Correction =>
  identified({
    kind: said.changes === undefined ? "confirm" : "fix",
    author: "Ada",
    time: "2024-01-01T10:00:00.000Z",
    note: null,
    target: {
      document: event.document,
      contentHash: "",
      event: event.id,
      evidence: event.evidence,
      trigger: event.trigger,
    },
    coder: event.coder,
    seen: judgedFields(event),
    changes: {},
    undoes: null,
    ...said,
  })

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(":memory:")
  try {
    await put(store, "one", [MET, SUED])
    await store.relink(LINKER)
    return await use(store)
  } finally {
    await store.close()
  }
}

/** What a record says once it is linked: of pairs, of happenings, of the events that stand. */
async function standing(store: Store) {
  await store.relink(LINKER)
  const problems: string[] = []
  await store.verify(({ kind, id, problem }) => problems.push(`${kind} ${id}: ${problem}`))
  assert.deepEqual(problems, [])
  const events = await all(store.events())
  return {
    pairs: (await store.pairTotals()).map(({ pair }) => pair).sort(),
    events: events.map(({ id, type, status, correction }) => [id, type, status, correction?.kind ?? null]),
    exported: (await all(store.exportReports({}))).map(({ event }) => event.id),
  }
}

test("a rejected event leaves happenings, pairs, exports and search; undone, it comes back", () =>
  withStore(async (store) => {
    const reject = correct(SUED, { kind: "reject" })
    assert.deepEqual(await store.addCorrections([reject, reject]), { added: 1, known: 0 })
    assert.deepEqual(await standing(store), {
      pairs: ["BLR-CHN"],
      events: [["met", "CONSULT", "occurred", null]],
      exported: ["met"],
    })
    await store.indexTexts()
    const found = await store.search({
      query: parseQuery("sued"),
      scope: "evidence",
      order: "relevance",
      page: { limit: 9, offset: 0 },
    })
    assert.equal(found.total, 0)
    assert.deepEqual(
      (await store.document("d"))?.coded.map(({ id }) => id),
      ["met", "sued"],
    )
    await store.addCorrections([
      correct(SUED, { kind: "undo", undoes: reject.id, time: "2024-01-02T10:00:00.000Z" }),
    ])
    assert.deepEqual((await standing(store)).pairs, ["BLR-CHN", "BLR-POL"])
  }))

test("a fixed event's happening takes the corrected fields, and the machine's own can be asked for", () =>
  withStore(async (store) => {
    const russia = [{ name: "Russia", country: "RUS", sector: "GOV", span: null }]
    await store.addCorrections([correct(MET, { changes: { status: "planned", recipients: russia } })])
    const fixed = await standing(store)
    assert.deepEqual(fixed.pairs, ["BLR-POL", "BLR-RUS"])
    const [happening] = await store.pairHappenings("BLR-RUS")
    assert.equal(happening?.happening.status, "planned")
    assert.deepEqual(fixed.events[0], ["met", "CONSULT", "planned", "fix"])

    await store.followCorrections(false)
    const machine = await standing(store)
    assert.deepEqual(machine.pairs, ["BLR-CHN", "BLR-POL"])
    assert.deepEqual(machine.events[0], ["met", "CONSULT", "occurred", null])
    await store.followCorrections(true)
    assert.deepEqual(await standing(store), fixed)
  }))

test("a rejection touches no happening but its own", () =>
  withStore(async (store) => {
    await store.addCorrections([correct(SUED, { kind: "reject" })])
    assert.deepEqual(await store.relink(LINKER), { events: 0, happenings: 0 })
    assert.deepEqual(await store.relink(LINKER), { events: 0, happenings: 0 })
  }))

test("a correction whose event vanished stays, and takes hold again once it is coded again", () =>
  withStore(async (store) => {
    await store.addCorrections([correct(MET, { changes: { status: "denied" } })])
    await put(store, "two", [SUED])
    assert.deepEqual((await standing(store)).events, [["sued", "ACCUSE", "occurred", null]])
    assert.equal((await store.corrections("d")).length, 1)
    await put(store, "three", [{ ...MET, id: "met again", type: "COOPERATE" }, SUED])
    assert.deepEqual((await standing(store)).events[0], ["met again", "COOPERATE", "denied", "fix"])
  }))

const words = fc.array(
  fc.record({
    event: fc.constantFrom(MET, SUED),
    author: fc.constantFrom("Ada", "Ben"),
    minute: fc.integer({ min: 10, max: 59 }),
    kind: fc.constantFrom("confirm", "fix", "reject"),
    status: fc.constantFrom("planned", "denied", "ongoing"),
  }),
  { minLength: 1, maxLength: 4 },
)

test("coding anew keeps every correction, and the order of import makes no difference", () =>
  fc.assert(
    fc.asyncProperty(words, fc.boolean(), async (said, backwards) => {
      const corrections = said.map(({ event, author, minute, kind, status }) =>
        correct(event, {
          kind,
          author,
          time: `2024-01-01T10:${minute}:00.000Z`,
          changes: kind === "fix" ? { status } : {},
        } as Partial<Draft>),
      )
      const atOnce = await withStore(async (store) => {
        await store.addCorrections(corrections)
        return standing(store)
      })
      const oneByOne = await withStore(async (store) => {
        for (const one of backwards ? [...corrections].reverse() : corrections) {
          await put(store, `before ${one.id}`, [SUED, MET])
          await store.relink(LINKER)
          await store.addCorrections([one])
          await store.relink(LINKER)
        }
        await put(store, "at last", [MET, SUED])
        assert.deepEqual(await store.addCorrections(corrections), {
          added: 0,
          known: new Set(corrections.map(({ id }) => id)).size,
        })
        return standing(store)
      })
      assert.deepEqual(oneByOne, atOnce)
    }),
    { numRuns: 4 },
  ))
