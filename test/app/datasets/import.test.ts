import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { gzipSync } from "node:zlib"
import { type ImportReport, importDatasets } from "../../../src/app/datasets/import-datasets.ts"
import { loadLookups } from "../../../src/app/datasets/lookups.ts"
import { writeRejects } from "../../../src/app/datasets/write-rejects.ts"
import { type DatasetName, LONGEST_LINE, openStore, type Store } from "../../../src/store/index.ts"
import { GDELT_EVENTS, ICEWS, PHOENIX, POLECAT } from "../../../src/view/formats/index.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-datasets-"))
after(() => rmSync(folder, { recursive: true, force: true }))
const LOOKUPS = loadLookups()
let made = 0

/** A row of a format with these cells filled and the others empty. */
const rowOf = (columns: readonly string[], cells: Readonly<Record<string, string>>): string => {
  for (const name of Object.keys(cells)) assert.ok(columns.includes(name), name)
  return columns.map((name) => cells[name] ?? "").join("\t")
}
const names = (columns: readonly { readonly name: string }[]): string[] => columns.map(({ name }) => name)

const gdelt = (cells: Readonly<Record<string, string>> = {}): string =>
  rowOf(names(GDELT_EVENTS.columns), {
    GLOBALEVENTID: "1",
    SQLDATE: "20231203",
    Actor1CountryCode: "BLR",
    Actor2CountryCode: "CHN",
    EventCode: "042",
    QuadClass: "1",
    GoldsteinScale: "1.9",
    NumMentions: "7",
    ActionGeo_Lat: "39.9",
    SOURCEURL: "https://north.example/1",
    ...cells,
  })
const icewsHeader = names(ICEWS.columns)
const icews = (cells: Readonly<Record<string, string>> = {}): string =>
  rowOf(icewsHeader, {
    "Event ID": "1",
    "Event Date": "2019-02-03",
    "Source Country": "Russian Federation",
    "Target Country": "China",
    "CAMEO Code": "042",
    Intensity: "1.9",
    ...cells,
  })
const polecatHeader = names(POLECAT.columns)
const polecat = (cells: Readonly<Record<string, string>> = {}): string =>
  rowOf(polecatHeader, {
    "Event ID": "p1",
    "Event Date": "2022-03-01",
    "Event Type": "CONSULT",
    "Actor Country": "BLR",
    "Recipient Country": "CHN",
    Version: "1.0",
    ...cells,
  })

async function withImport<T>(
  content: string | Buffer,
  use: (reports: readonly ImportReport[], store: Store, path: string) => Promise<T> | T,
  options: { readonly dataset?: DatasetName; readonly name?: string } = {},
): Promise<T> {
  const path = join(folder, `${++made}-${options.name ?? "file.tsv"}`)
  writeFileSync(path, content)
  const storePath = join(folder, `store-${made}.duckdb`)
  const store = await openStore(storePath)
  const dataset = options.dataset === undefined ? {} : { dataset: options.dataset }
  try {
    const reports: ImportReport[] = []
    for await (const report of importDatasets(store, path, { lookups: LOOKUPS, ...dataset }))
      reports.push(report)
    return await use(reports, store, storePath)
  } finally {
    await store.close()
  }
}

const facts = ({ dataset, rows, rejected, withoutPair, withoutType, latin }: ImportReport) => ({
  dataset,
  rows,
  rejected: rejected.map(({ line, problem }) => `${line}: ${problem}`),
  withoutPair,
  withoutType,
  latin,
})

test("GDELT rows stand beside ours with quad class, Goldstein score, mentions and direction", async () => {
  const rows = [
    gdelt(),
    gdelt({
      GLOBALEVENTID: "2",
      SQLDATE: "20240105",
      Actor1CountryCode: "CHN",
      Actor2CountryCode: "BLR",
      QuadClass: "4",
      GoldsteinScale: "-9",
    }),
  ]
  await withImport(`${rows.join("\n")}\n`, async ([report], store) => {
    assert.deepEqual(facts(report!), {
      dataset: "gdelt2",
      rows: 2,
      rejected: [],
      withoutPair: 0,
      withoutType: 0,
      latin: 0,
    })
    const [series] = await store.pairDatasets("BLR-CHN")
    assert.deepEqual(
      [series?.dataset, series?.events, series?.first, series?.last],
      ["gdelt2", 2, "2023-12-03", "2024-01-05"],
    )
    assert.deepEqual(series?.months[0], {
      month: "2023-12",
      events: 1,
      verbalCooperation: 1,
      materialCooperation: 0,
      verbalConflict: 0,
      materialConflict: 0,
      score: 1.9,
      reports: 7,
    })
    assert.equal((await store.pairDatasets("BLR-CHN", "backward"))[0]?.events, 1)
  })
})

test("what cannot be read is rejected with its line and its reason, and kept; its neighbours are read", async () => {
  const rows = [
    gdelt(),
    "1\t2\t3",
    gdelt({ SQLDATE: "20230231" }),
    gdelt({ QuadClass: "9" }),
    gdelt({ ActionGeo_Lat: "#" }),
    "",
    gdelt({ GLOBALEVENTID: "x" }),
    `${gdelt()}\textra`,
    gdelt({ GLOBALEVENTID: "8" }),
  ]
  await withImport(
    `${rows.join("\r\n")}`,
    async ([report], store, path) => {
      assert.deepEqual(facts(report!).rejected, [
        "2: 3 cells where 61 are expected",
        '3: SQLDATE "20230231" is no day',
        '4: QuadClass "9" is none of 1 to 4',
        '5: ActionGeo_Lat "#" is no number',
        '7: GLOBALEVENTID "x" is no number',
        "8: 62 cells where 61 are expected",
      ])
      assert.equal(report?.rows, 2)
      const kept = readFileSync(await writeRejects(path, report!), "utf8").split("\n")
      assert.equal(kept[1], "2\t3 cells where 61 are expected\t1\t2\t3")
      assert.deepEqual((await store.importedFiles())[0]?.rejected, 6)
    },
    { dataset: "gdelt2" },
  )
})

test("a code that we do not know has no category, a country that is no state none: nothing is filled in", async () => {
  const rows = [
    gdelt({ EventCode: "9999" }),
    gdelt({ Actor1CountryCode: "EUR" }),
    gdelt({ Actor2CountryCode: "", QuadClass: "" }),
    gdelt({ Actor1CountryCode: "ROM", Actor2CountryCode: "KSV" }),
  ]
  await withImport(rows.join("\n"), async ([report], store) => {
    assert.deepEqual([report?.rows, report?.withoutPair, report?.withoutType], [4, 2, 1])
    assert.equal((await store.pairDatasets("ROU-XKX"))[0]?.events, 1, "CAMEO's codes of Romania and Kosovo")
  })
})

test("the same content is imported once, whatever its name", async () => {
  const store = await openStore(join(folder, "twice.duckdb"))
  const [one, two] = [join(folder, "one.tsv"), join(folder, "two.tsv.gz")]
  writeFileSync(one, gdelt())
  writeFileSync(two, gzipSync(gdelt()))
  const imported: boolean[] = []
  for (const path of [one, two])
    for await (const report of importDatasets(store, path, { lookups: LOOKUPS }))
      imported.push(report.imported)
  assert.deepEqual(imported, [true, false])
  assert.equal((await store.pairDatasets("BLR-CHN"))[0]?.events, 1)
  await store.close()
})

test("ICEWS files are read with their header in spaces or lower_snake, columns in any order, and countries by name", async () => {
  const spaced = `${icewsHeader.join("\t")}\n${icews()}\n`
  const reversed = (line: string) => line.split("\t").reverse().join("\t")
  const snake = `${reversed(icewsHeader.join("\t").toLowerCase().replaceAll(" ", "_"))}\n${reversed(icews())}\n`
  for (const content of [spaced, snake])
    await withImport(content, async ([report], store) => {
      assert.deepEqual(facts(report!), {
        dataset: "icews",
        rows: 1,
        rejected: [],
        withoutPair: 0,
        withoutType: 0,
        latin: 0,
      })
      assert.equal((await store.pairDatasets("CHN-RUS"))[0]?.months[0]?.verbalCooperation, 1)
    })
})

test("POLECAT's malformed files lose no good row: Latin-1, tabs at the end, header with other names", async () => {
  const header = `${polecatHeader.join("\t").replace("Event ID", "event_id")}\t\t`
  const latin = Buffer.from(
    `${polecat({ "Actor Name": "Erdoğan".replace("ğ", "\xf0"), Placename: "Bogot\xe1" })}\t\n`,
    "latin1",
  )
  const rest = `${polecat({ "Event ID": "p2" })}\n${polecat({ "Event ID": "p3", "Actor Name": "a\tb" })}\n`
  await withImport(
    Buffer.concat([Buffer.from(`${header}\n`), latin, Buffer.from(rest)]),
    async ([report], store) => {
      assert.deepEqual(facts(report!), {
        dataset: "polecat",
        rows: 2,
        rejected: ["4: 41 cells where 40 are expected"],
        withoutPair: 0,
        withoutType: 0,
        latin: 1,
      })
      assert.equal((await store.pairDatasets("BLR-CHN"))[0]?.events, 2)
    },
  )
})

test("a POLECAT meeting of several states counts for each pair, and once as a row", async () => {
  const row = polecat({ "Actor Country": "BLR; RUS", "Recipient Country": "CHN" })
  await withImport(`${polecatHeader.join("\t")}\n${row}\n`, async ([report], store) => {
    assert.equal(report?.rows, 1)
    for (const pair of ["BLR-CHN", "CHN-RUS"]) assert.equal((await store.pairDatasets(pair))[0]?.events, 1)
  })
})

test("Phoenix's statements have no quad class of ours, protests are material conflict there", async () => {
  const row = (cells: Readonly<Record<string, string>>) =>
    rowOf(names(PHOENIX.columns), {
      id: "1",
      date: "20180102",
      source_root: "USA",
      target_root: "RUS",
      code: "010",
      quad_class: "0",
      urls: "a;b",
      ...cells,
    })
  await withImport([row({}), row({ code: "141", quad_class: "4" })].join("\n"), async ([report], store) => {
    assert.equal(report?.dataset, "phoenix")
    const [month] = (await store.pairDatasets("RUS-USA"))[0]!.months
    assert.deepEqual(
      [month?.events, month?.verbalCooperation, month?.materialConflict, month?.reports],
      [2, 0, 1, 4],
    )
  })
})

test("the user's own ACLED and UCDP files are read as CSV, with line ends inside their notes", async () => {
  const acled = `event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,source,notes
UKR1,2022-03-01,Battles,Armed clash,Military Forces of Russia (2000-) Air Force,Military Forces of Ukraine (2019-),Kyiv,50.4,30.5,A; B,"Clash,
over two lines"
UKR2,01 March 2022,Protests,Peaceful protest,Protesters (Ukraine),,Lviv,49.8,24,A,""
UKR3,soon,Protests,,Protesters (Ukraine),,Lviv,49.8,24,A,""
`
  await withImport(
    acled,
    async ([report], store) => {
      assert.deepEqual(
        [report?.dataset, report?.rows, report?.rejected.map(({ problem }) => problem)],
        ["acled", 2, ['event_date "soon" is no day']],
      )
      assert.equal((await store.pairDatasets("RUS-UKR"))[0]?.months[0]?.materialConflict, 1)
    },
    { name: "acled.csv" },
  )
  const ucdp = `"id","type_of_violence","date_start","date_end","side_a","side_b","gwnoa","gwnob","latitude","longitude"
"1","1","2022-03-01 00:00:00.000","2022-03-02 00:00:00.000","Government of Russia (Soviet Union)","Government of Ukraine","365","369","50.4","30.5"
`
  await withImport(
    ucdp,
    async ([report], store) => {
      assert.deepEqual([report?.dataset, report?.rows], ["ucdp-ged", 1])
      for (const direction of ["forward", "backward"] as const)
        assert.equal((await store.pairDatasets("RUS-UKR", direction))[0]?.events, 1)
    },
    { name: "ged.csv" },
  )
})

test("a line without end is kept out and told; a file of no data set is named with its remedy", async () => {
  await withImport(
    `${gdelt()}\n${"x".repeat(LONGEST_LINE + 10)}\n${gdelt({ GLOBALEVENTID: "3" })}\n`,
    ([report]) => {
      assert.equal(report?.rows, 2)
      assert.match(report!.rejected[0]!.problem, /longer than/)
      assert.equal(report?.rejected[0]?.line, 2)
    },
  )
  await assert.rejects(
    withImport("a,b\n1,2\n", () => {}),
    /data set.*--dataset/,
  )
  await assert.rejects(
    withImport("a\tb\n", () => {}, { dataset: "icews" }),
    /no file of icews/,
  )
})
