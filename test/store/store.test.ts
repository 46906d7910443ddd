import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { linkEvents } from "../../src/happening/index.ts"
import type { Article, Event, Happening } from "../../src/record/index.ts"
import { openStore, type Store, type StoredReading, StoreError } from "../../src/store/index.ts"
import { buildEvent, type EventSketch, PLACES } from "../happening/build-event.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-store-"))
after(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newPath = () => join(folder, `record-${++files}.duckdb`)

const OUTLETS = createOutlets([
  parseOutlets(
    "own.tsv",
    "name\tcountry\towner\taffiliation\tdomain\nNorth Post\tLTU\tNorth Trust\tindependent\tnorth.example\nState Wire\tBLR\tState House\tstate-affiliated\twire.example",
  ),
])
const LINKER = createRecordLinker(OUTLETS)
const CODER = { coder: "chancery test" }

const VISIT: EventSketch = {
  mode: "visit",
  actors: ["Alexander Lukashenko/BLR"],
  recipients: ["CHN"],
  place: PLACES.beijing,
  score: 4,
}

function reading(
  id: string,
  published: string,
  publisher: string,
  ...sketches: EventSketch[]
): StoredReading {
  const article: Article = {
    id,
    text: `Text of ${id}.`,
    title: `Title of ${id}`,
    published,
    publisher: { name: publisher },
  }
  return {
    article,
    events: sketches.map((sketch, at) => buildEvent({ ...sketch, id: `${id}#${at}`, document: id })),
  }
}

const READINGS = [
  reading("before", "2023-11-28T08:00:00Z", "North Post", {
    ...VISIT,
    status: "planned",
    date: "2023-12-03/2023-12-04",
    evidence: "He is to visit Beijing.",
  }),
  reading(
    "day",
    "2023-12-03T20:00:00Z",
    "State Wire",
    { ...VISIT, date: "2023-12-03", evidence: "He arrived in Beijing." },
    { ...VISIT, date: "2023-03-01", background: true, evidence: "He was there in March." },
  ),
  reading("sanctions", "2023-12-05", "North Post", {
    type: "SANCTION",
    quad: "material conflict",
    score: -6,
    actors: ["LTU", "POL"],
    recipients: ["BLR"],
    date: "2023-12-05",
    evidence: "Two neighbours closed their roads.",
  }),
]

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function withStore<T>(path: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(path)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

test("what is stored comes back as it was given, from the file too", async () => {
  const path = newPath()
  await withStore(path, (store) => store.putBatch(READINGS, CODER))
  await withStore(path, async (store) => {
    const document = await store.document("day")
    assert.deepEqual(document?.article, READINGS[1]!.article)
    assert.deepEqual(document?.coded, READINGS[1]!.events)
    assert.deepEqual(
      (await all(store.events())).map(({ id }) => id),
      ["before#0", "day#0", "day#1", "sanctions#0"],
    )
    assert.equal(await store.document("unheard of"), null)
  })
})

test("a document that is coded twice is stored once", async () => {
  await withStore(newPath(), async (store) => {
    assert.deepEqual(await store.putBatch(READINGS, CODER), { stored: 3, unchanged: 0 })
    assert.deepEqual(await store.putBatch([...READINGS, READINGS[0]!], CODER), { stored: 0, unchanged: 3 })
    assert.deepEqual(
      [
        ...(await store.unchanged(
          READINGS.map(({ article }) => article),
          CODER.coder,
        )),
      ].sort(),
      ["before", "day", "sanctions"],
    )
    assert.equal(
      (
        await store.unchanged(
          READINGS.map(({ article }) => article),
          "another coder",
        )
      ).size,
      0,
    )
    assert.equal((await store.summary()).documents, 3)
  })
})

test("a new text or another coder under the same id replaces the document with its events and happenings", async () => {
  await withStore(newPath(), async (store) => {
    await store.putBatch(READINGS, CODER)
    await store.relink(LINKER)
    const changed = reading("sanctions", "2023-12-06", "North Post", {
      ...VISIT,
      date: "2023-12-03",
      evidence: "A visit, in fact.",
    })
    assert.deepEqual(await store.putBatch([changed], CODER), { stored: 1, unchanged: 0 })
    await store.relink(LINKER)
    assert.deepEqual((await store.document("sanctions"))?.coded, changed.events)
    assert.deepEqual(
      (await store.pairTotals()).map(({ pair }) => pair),
      ["BLR-CHN"],
    )
    assert.deepEqual(await store.putBatch([{ ...changed, events: [] }], { coder: "chancery next" }), {
      stored: 1,
      unchanged: 0,
    })
    await store.relink(LINKER)
    assert.equal((await store.summary()).events, 3)
  })
})

test("a batch that fails leaves nothing behind", async () => {
  await withStore(newPath(), async (store) => {
    const broken = {
      ...READINGS[1]!,
      events: [{ ...READINGS[1]!.events[0]!, status: undefined as unknown as Event["status"] }],
    }
    await assert.rejects(store.putBatch([READINGS[0]!, broken], CODER))
    assert.equal((await store.summary()).documents, 0)
    assert.deepEqual(await store.putBatch(READINGS, CODER), { stored: 3, unchanged: 0 })
  })
})

test("figures, pairs, pages and reports are read with SQL", async () => {
  await withStore(newPath(), async (store) => {
    await store.putBatch(READINGS, CODER)
    assert.deepEqual(await store.relink(LINKER), { events: 4, happenings: 3 })
    const summary = await store.summary()
    assert.deepEqual(
      [summary.documents, summary.events, summary.happenings, summary.pairs, summary.publishers],
      [3, 4, 3, 3, 2],
    )
    assert.deepEqual(
      [summary.first, summary.last, summary.coder],
      ["2023-11-28", "2023-12-05", "chancery test"],
    )
    assert.deepEqual(summary.byType, [
      { type: "CONSULT", events: 3 },
      { type: "SANCTION", events: 1 },
    ])
    assert.deepEqual(await store.pairTotals(), [
      { pair: "BLR-CHN", happenings: 2, reports: 3, first: "2023-03-01", last: "2023-12-03", documents: 2 },
      { pair: "BLR-LTU", happenings: 1, reports: 1, first: "2023-12-05", last: "2023-12-05", documents: 1 },
      { pair: "BLR-POL", happenings: 1, reports: 1, first: "2023-12-05", last: "2023-12-05", documents: 1 },
    ])
    assert.deepEqual(await store.pairTallies({ pair: "BLR-LTU", longestSpan: 30 }), [
      {
        pair: "BLR-LTU",
        month: "2023-12",
        quad: "material conflict",
        status: "occurred",
        score: -6,
        owners: 1,
        toldOnlyBy: [],
        happenings: 1,
      },
    ])
    assert.ok(
      (await store.pairTallies({ longestSpan: -1 })).every(({ month }) => month === null),
      "what spans more days than asked for stands in no month",
    )
    const acts = await store.pairActs("BLR-CHN")
    assert.deepEqual(
      acts.map(({ start, direction, voices, owners }) => [start, direction, voices, owners?.length]).sort(),
      [
        ["2023-03-01", "forward", 1, 1],
        ["2023-12-03", "forward", 2, 2],
      ],
    )
    assert.deepEqual(await store.occurredCounts(), [
      { start: "2023-03-01", end: "2023-03-01", happenings: 1 },
      { start: "2023-12-03", end: "2023-12-03", happenings: 1 },
      { start: "2023-12-05", end: "2023-12-05", happenings: 1 },
    ])
    const visits = await store.pairHappenings("BLR-CHN")
    assert.deepEqual(
      [
        ...(await store.pairHappenings("BLR-CHN", {}, { limit: 1, offset: 0 })),
        ...(await store.pairHappenings("BLR-CHN", {}, { limit: 5, offset: 1 })),
      ],
      visits,
    )
    assert.equal(await store.countPairHappenings("BLR-CHN"), 2)
    assert.equal(await store.countPairHappenings("BLR-CHN", { to: "2023-06-30" }), 1)
    assert.deepEqual(
      visits.map(({ headline }) => headline),
      ["He arrived in Beijing.", "He was there in March."],
    )
    assert.deepEqual(
      (await store.pairHappenings("BLR-CHN", { from: "2023-12-01", to: "2023-12-31" })).length,
      1,
    )
    assert.deepEqual((await store.pairHappenings("BLR-CHN", { status: "planned" })).length, 0)
    assert.deepEqual((await store.pairHappenings("BLR-LTU", { type: "SANCTION" })).length, 1)
    const found = await store.happening(visits[0]!.happening.id)
    assert.deepEqual(
      found?.happening.history.map(({ status }) => status),
      ["planned", "occurred"],
    )
    assert.equal(found?.happening.independentOwners, 2)
    assert.deepEqual(
      (await store.reports(found!.happening.events)).map(({ document }) => document.title),
      ["Title of before", "Title of day"],
    )
    assert.equal(await store.happening("unheard of"), null)
    assert.deepEqual(
      (await store.documents({ limit: 2, offset: 1 })).map(({ id }) => id),
      ["day", "before"],
    )
    assert.equal((await store.document("before"))?.happeningOf.get("before#0"), found?.happening.id)
  })
})

test("linking batch by batch gives the happenings of linking all at once", async () => {
  const days = ["2023-03-01", "~2023-03-02", "2023-03", "2023-04-10", "2023-03-01/2023-03-03"]
  const pairs: readonly (readonly [string, string])[] = [
    ["BLR", "CHN"],
    ["RUS", "CHN"],
    ["BLR", "RUS"],
  ]
  const readings = Array.from({ length: 60 }, (_, n) =>
    reading(
      `d${n}`,
      `2023-03-${String((n % 20) + 1).padStart(2, "0")}`,
      n % 2 ? "North Post" : "State Wire",
      {
        type: n % 4 === 0 ? "AID" : "CONSULT",
        date: days[n % days.length]!,
        actors: [pairs[n % 3]![0]],
        recipients: [pairs[n % 3]![1]],
        reciprocal: n % 7 === 0,
      },
    ),
  )
  const together = await withStore(newPath(), async (store) => {
    await store.putBatch(readings, CODER)
    await store.relink(LINKER)
    return all(store.happenings())
  })
  const apart = await withStore(newPath(), async (store) => {
    const backwards = [...readings].reverse()
    for (let at = 0; at < backwards.length; at += 7) {
      await store.putBatch(backwards.slice(at, at + 7), CODER)
      if (at % 2 === 0) await store.relink(LINKER)
    }
    await store.relink(LINKER)
    return all(store.happenings())
  })
  assert.ok(together.length > 5 && together.length < 60)
  assert.deepEqual(apart, together)
  const documents = new Map(readings.map(({ article }) => [article.id, article]))
  assert.deepEqual(
    together,
    linkEvents(
      readings.flatMap(({ events }) => events),
      { documents, outlets: OUTLETS },
    ),
  )
})

test("a batch touches only the happenings that its events can change; another linker changes all", async () => {
  await withStore(newPath(), async (store) => {
    await store.putBatch(READINGS, CODER)
    await store.relink(LINKER)
    assert.deepEqual(await store.relink(LINKER), { events: 0, happenings: 0 })
    await store.putBatch(
      [reading("late", "2023-12-07", "North Post", { ...VISIT, date: "2023-12-04" })],
      CODER,
    )
    // The visit of December; that of March, of which one of its documents tells too, and the sanctions are left alone.
    assert.deepEqual(await store.relink(LINKER), { events: 3, happenings: 1 })
    assert.equal((await store.relink({ ...LINKER, version: "another" })).events, 5)
    assert.equal((await store.relink({ ...LINKER, version: "another" }, { all: true })).events, 5)
    const linked = (await all(store.happenings())).flatMap((happening: Happening) => happening.events)
    assert.equal(linked.length, 5)
  })
})

test("a second process is told who holds the record", async () => {
  const path = newPath()
  await withStore(path, async () => {
    const script = `import { openStore } from "./src/store/index.ts"; await openStore(process.argv[1]).catch((error) => console.log(error.name + ": " + error.message))`
    const { stdout } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script, path],
      { encoding: "utf8", cwd: join(import.meta.dirname, "../..") },
    )
    assert.match(stdout, new RegExp(`^StoreError: .* is in use by process ${process.pid} `))
  })
})

test("reading only needs a record that is there, and writes nothing", async () => {
  const path = newPath()
  await assert.rejects(
    openStore(path, { readOnly: true }),
    (error) => error instanceof StoreError && /does not exist/.test(error.message),
  )
  await withStore(path, (store) => store.putBatch(READINGS, CODER))
  const store = await openStore(path, { readOnly: true })
  assert.equal((await store.summary()).documents, 3)
  await assert.rejects(store.putBatch(READINGS, { coder: "another" }))
  await store.close()
})

test("another file is no record and is left as it is", async () => {
  const path = join(folder, "notes.json")
  writeFileSync(path, `{"notes": "not a record at all"}\n`)
  await assert.rejects(
    openStore(path),
    (error) => error instanceof StoreError && /some other file/.test(error.message),
  )
  await assert.rejects(
    openStore(join(folder, "nowhere", "x.duckdb")),
    (error) => error instanceof StoreError && /cannot be opened/.test(error.message),
  )
})
