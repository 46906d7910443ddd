import assert from "node:assert/strict"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import Ajv2020 from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { loadFormatNames } from "../../../src/app/export/format-names.ts"
import {
  csvLines,
  EXPORT_TABLES,
  OTHERS_FORMATS,
  othersLines,
  ownLines,
  ownRows,
} from "../../../src/app/export/formats.ts"
import { writeTexts } from "../../../src/app/export/write-file.ts"
import { writePackage } from "../../../src/app/export/write-package.ts"
import { importOwn } from "../../../src/app/import/import-own.ts"
import { ownFiles } from "../../../src/app/import/own-files.ts"
import { createRecordLinker } from "../../../src/app/record-linker.ts"
import { createOutlets } from "../../../src/codebook/outlets.ts"
import { EVENT_TYPES, STATUSES } from "../../../src/record/index.ts"
import { openStore, type Store, type StoredReading, writeParquet } from "../../../src/store/index.ts"
import { buildEvent, PLACES } from "../../happening/build-event.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-export-"))
after(() => rmSync(folder, { recursive: true, force: true }))
const OUTLETS = createOutlets([])
const LINKER = createRecordLinker(OUTLETS)
const NAMES = { ...loadFormatNames(), outlets: OUTLETS }
let made = 0

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(":memory:")
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}

/** Texts that break careless formats. */
const NASTY = fc.oneof(
  fc.constantFrom(
    'say "yes", no',
    "a\tb",
    "two\nlines",
    "\r\n",
    ";",
    "|",
    "'",
    "“quoted”",
    "国家",
    "\u2028",
    "=1+1",
    "NULL",
    "",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
)
const CODES = ["BLR", "CHN", "RUS"] as const
const EVENT = fc.record({
  type: fc.constantFrom(...EVENT_TYPES),
  status: fc.constantFrom(...STATUSES),
  actor: fc.constantFrom(...CODES),
  recipient: fc.constantFrom(...CODES),
  reciprocal: fc.boolean(),
  dated: fc.boolean(),
  placed: fc.boolean(),
  quote: NASTY,
})
const DOCUMENT = fc.record({
  text: NASTY,
  title: fc.option(NASTY),
  url: fc.option(fc.webUrl()),
  coder: fc.constantFrom("coder 1", "coder 2"),
  events: fc.array(EVENT, { maxLength: 3 }),
})

const toReading = (
  document: typeof DOCUMENT extends fc.Arbitrary<infer T> ? T : never,
  n: number,
): StoredReading => {
  const text = `It happened. ${document.text}`
  return {
    article: {
      id: `d${n}`,
      text,
      published: `2023-01-${String((n % 28) + 1).padStart(2, "0")}T08:00:00Z`,
      publisher: { name: `Outlet, "${n}"` },
      ...(document.title === null ? {} : { title: document.title }),
      ...(document.url === null ? {} : { url: document.url }),
    },
    events: document.events.map((event, at) => ({
      ...buildEvent({
        id: `d${n}#${at}`,
        document: `d${n}`,
        type: event.type,
        status: event.status,
        actors: [event.actor],
        recipients: [event.recipient],
        reciprocal: event.reciprocal,
        evidence: "It happened.",
        ...(event.dated ? { date: "2023-01-05" } : {}),
        ...(event.placed ? { place: PLACES.beijing } : {}),
      }),
      contexts: [event.quote],
      topics: [event.quote],
    })),
  }
}

async function fill(
  store: Store,
  documents: readonly (typeof DOCUMENT extends fc.Arbitrary<infer T> ? T : never)[],
) {
  for (const coder of ["coder 1", "coder 2"])
    await store.putBatch(
      documents.flatMap((document, n) => (document.coder === coder ? [toReading(document, n)] : [])),
      { coder, extractor: "reader 1", time: "2024-01-02T03:04:05.000Z" },
    )
  await store.relink(LINKER)
}

const tables = async (store: Store) =>
  Object.fromEntries(
    await Promise.all(
      EXPORT_TABLES.map(async (table) => [table, await all(ownLines(store, table, {}))] as const),
    ),
  )

/** Ways to write documents and events, each giving the files to read back. */
const WAYS: Readonly<Record<string, (store: Store, path: string) => Promise<readonly string[]>>> = {
  jsonl: async (store, path) => {
    for (const table of ["events", "documents"] as const)
      await writeTexts(`${path}-${table}.jsonl`, ownLines(store, table, {}))
    return [`${path}-events.jsonl`, `${path}-documents.jsonl`]
  },
  csv: async (store, path) => {
    for (const table of ["events", "documents"] as const)
      await writeTexts(`${path}-${table}.csv`, csvLines(ownRows(store, table, {}, NAMES)))
    return [`${path}-events.csv`, `${path}-documents.csv`]
  },
  parquet: async (store, path) => {
    for (const table of ["events", "documents"] as const) {
      const { columns, rows } = ownRows(store, table, {}, NAMES)
      await writeParquet(`${path}-${table}.parquet`, columns, rows)
    }
    return [`${path}-documents.parquet`, `${path}-events.parquet`]
  },
  package: async (store, path) => {
    await writePackage(store, path, { filter: {}, names: NAMES, withoutText: false })
    return (await ownFiles(path))!
  },
}

for (const [name, write] of Object.entries(WAYS))
  test(`what was exported as ${name} comes back as the same records`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(DOCUMENT, { minLength: 1, maxLength: 4 }), async (documents) => {
        const problems: string[] = []
        const [before, files] = await withStore(async (store) => {
          await fill(store, documents)
          return [await tables(store), await write(store, join(folder, `${name}-${++made}`))]
        })
        const after = await withStore(async (store) => {
          await importOwn(store, files, { onProblem: (problem) => problems.push(problem) })
          await store.relink(LINKER)
          return tables(store)
        })
        assert.deepEqual(problems, [])
        assert.deepEqual(after, before)
      }),
      { numRuns: 12 },
    )
  })

const SAMPLE = fc.sample(fc.array(DOCUMENT, { minLength: 12, maxLength: 12 }), { numRuns: 1, seed: 5 })[0]!

test("every row of every format has its columns, whatever the texts hold", async () => {
  await withStore(async (store) => {
    await fill(store, SAMPLE)
    for (const format of OTHERS_FORMATS)
      for (const extended of [false, true]) {
        const lines = await all(othersLines(store, format, { filter: {}, extended, names: NAMES }))
        const widths = new Set(lines.map((line) => line.replace(/\n$/, "").split("\t").length))
        assert.equal(widths.size, 1, format)
        assert.ok(lines.every((line) => line.endsWith("\n") && !line.slice(0, -1).includes("\n")))
      }
  })
})

test("a package describes each of its files truly, and its records fit their schemas", async () => {
  const path = join(folder, "described")
  await withStore(async (store) => {
    await fill(store, SAMPLE)
    await writePackage(store, path, { filter: {}, names: NAMES, withoutText: false })
    await assert.rejects(
      writePackage(store, path, { filter: {}, names: NAMES, withoutText: false }),
      /not empty/,
    )
  })
  const read = (name: string): string => readFileSync(join(path, name), "utf8")
  const descriptor = JSON.parse(read("datapackage.json")) as {
    resources: { path: string; bytes: number; hash: string; schema?: { fields: { name: string }[] } }[]
  }
  assert.ok(descriptor.resources.length >= 9)
  for (const resource of descriptor.resources) {
    const content = read(resource.path)
    assert.equal(resource.bytes, Buffer.byteLength(content))
    assert.equal(resource.hash, `sha256:${NAMES.sha256(content)}`)
    if (resource.schema !== undefined)
      assert.equal(content.split("\n")[0], resource.schema.fields.map(({ name }) => name).join(","))
  }
  const ajv = new Ajv2020.default({ allowUnionTypes: true })
  addFormats.default(ajv)
  for (const kind of ["document", "event", "happening"]) {
    const fits = ajv.compile(JSON.parse(read(`schemas/${kind}.schema.json`)) as object)
    for (const line of read(`${kind}s.jsonl`).split("\n").slice(0, -1))
      assert.ok(fits(JSON.parse(line)), `${kind}: ${ajv.errorsText(fits.errors)}`)
  }
  const croissant = JSON.parse(read("croissant.json")) as { distribution: unknown[]; recordSet: unknown[] }
  assert.equal(croissant.distribution.length, descriptor.resources.length)
  assert.equal(croissant.recordSet.length, 2)
  assert.match(read("CITATION.cff"), /^cff-version: 1\.2\.0\n/)
  assert.ok(readdirSync(path).every((name) => !name.endsWith(".part")))
})

test("filters choose by pair, type, status, date and outlet, and what has no status column leaves denials out", async () => {
  const documents = [
    {
      text: "",
      title: null,
      url: null,
      coder: "coder 1" as const,
      events: [
        {
          type: "CONSULT",
          status: "occurred",
          actor: "BLR",
          recipient: "CHN",
          reciprocal: false,
          dated: true,
          placed: false,
          quote: "",
        },
      ],
    },
    {
      text: "",
      title: null,
      url: null,
      coder: "coder 1" as const,
      events: [
        {
          type: "ASSAULT",
          status: "denied",
          actor: "RUS",
          recipient: "CHN",
          reciprocal: false,
          dated: true,
          placed: false,
          quote: "",
        },
      ],
    },
  ] as Parameters<typeof fill>[1]
  await withStore(async (store) => {
    await fill(store, documents)
    const events = async (filter: Parameters<typeof ownLines>[2]) =>
      (await all(ownLines(store, "events", filter))).map((line) => (JSON.parse(line) as { id: string }).id)
    assert.deepEqual(await events({ pair: "BLR-CHN" }), ["d0#0"])
    assert.deepEqual(await events({ types: ["ASSAULT"] }), ["d1#0"])
    assert.deepEqual(await events({ statuses: ["denied", "planned"] }), ["d1#0"])
    assert.deepEqual(await events({ from: "2023-01-06" }), [])
    assert.deepEqual(await events({ outlet: 'outlet, "1"' }), ["d1#0"])
    assert.equal((await all(ownLines(store, "documents", { pair: "BLR-CHN" }))).length, 1)
    assert.equal((await all(ownLines(store, "happenings", { outlet: 'Outlet, "0"' }))).length, 1)
    const icews = (filter: object) =>
      all(othersLines(store, "icews", { filter, extended: false, names: NAMES }))
    assert.equal((await icews({})).length, 2, "a header and the visit")
    assert.equal(
      (await icews({ statuses: ["denied"] })).length,
      2,
      "a header and the denial that was asked for",
    )
  })
})

test("events whose document is not there, and records of no kind of ours, are told and skipped", async () => {
  const path = join(folder, "orphans.jsonl")
  const orphan = { ...buildEvent({ id: "o", document: "nowhere" }) }
  await writeTexts(path, [
    `${JSON.stringify(orphan)}\n`,
    '{"cats": 3}\n',
    '{"id": "bare", "provenance": {}}\n',
  ])
  const problems: string[] = []
  const outcome = await withStore((store) =>
    importOwn(store, [path], { onProblem: (problem) => problems.push(problem) }),
  )
  assert.equal(outcome.lost, 3)
  assert.match(
    problems.join("\n"),
    /no document or event of ours(.|\n)*has no text(.|\n)*"nowhere".*import its documents too/,
  )
})
