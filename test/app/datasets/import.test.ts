import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { gzipSync } from "node:zlib"
import { type ImportReport, importDatasets } from "../../../src/app/datasets/import-datasets.ts"
import { loadLookups } from "../../../src/app/datasets/lookups.ts"
import { writeRejects } from "../../../src/app/datasets/write-rejects.ts"
import { Database } from "../../../src/store/database.ts"
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

const facts = ({ dataset, rows, rejected, mended, withoutPair, withoutType, latin }: ImportReport) => ({
  dataset,
  rows,
  ...(mended === 0 ? {} : { mended }),
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
  const rest = `${polecat({ "Event ID": "p2" })}\n${polecat({ "Event ID": "p3", "Actor Title": "a\tb", "Wikipedia Actor ID": "7", "Recipient Name": "Bo" })}\n`
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

test("a POLECAT row with a tab inside a cell is read where one reading alone fits, counted, and kept as it came", async () => {
  const rows = [
    polecat({ "Actor Name": "Ada\tBerg", Intensity: "1.5" }),
    polecat({ "Event ID": "p2", Source: "North\tPost", Latitude: "39.9", "Publication Date": "2022-03-02" }),
    polecat({ "Event ID": "p3", "Recipient Name": "Bo\tCarr" }),
    polecat({ "Event ID": "p4", "Actor Name": "Ada\tBerg", "Event Date": "soon" }),
    polecat({ "Event ID": "p5", "Actor Name": "Ada\tBerg", "Event Type": "CON\tSULT" }),
  ]
  await withImport(`${polecatHeader.join("\t")}\n${rows.join("\n")}\n`, async ([report], store, path) => {
    assert.deepEqual(facts(report!), {
      dataset: "polecat",
      rows: 2,
      mended: 2,
      rejected: ["4", "5", "6"].map(
        (line) => `${line}: ${line === "6" ? 42 : 41} cells where 40 are expected`,
      ),
      withoutPair: 0,
      withoutType: 0,
      latin: 0,
    })
    const [month] = (await store.pairDatasets("BLR-CHN"))[0]!.months
    assert.deepEqual([month?.events, month?.verbalCooperation, month?.score], [2, 2, 1.5])
    await store.close()
    const database = await Database.open(path, { access_mode: "READ_ONLY" })
    const kept = await database.read(
      "SELECT actor, line::INTEGER AS line, fields FROM dataset_events ORDER BY line",
    )
    await database.close()
    assert.deepEqual(
      kept.map(({ line, actor, fields }) => [line, actor, fields]),
      [
        [2, "Ada Berg", rows[0]],
        [3, null, rows[1]],
      ],
    )
  })
})

test("ICEWS with a byte order mark, Windows line ends, Latin-1, quotation marks and cells that are missing at the end", async () => {
  const lines = [
    `\ufeff${icewsHeader.join("\t")}`,
    icews({ "Source Name": 'The "Quoted' }),
    icews({ "Event ID": "2", City: "Bogot\u00e1" }),
    icews().split("\t").slice(0, 12).join("\t"),
    icews({ "Event ID": "4", "Event Date": "2019-02-30" }),
    icews({ "Event ID": "5", Latitude: "\\N" }),
    icews({ "Event ID": "6", Intensity: "" }),
  ]
  const [head, ...rest] = lines
  const content = Buffer.concat([
    Buffer.from(`${head}\r\n`),
    Buffer.from(`${rest.join("\r\n")}\r\n`, "latin1"),
  ])
  await withImport(content, async ([report], store) => {
    assert.deepEqual(facts(report!), {
      dataset: "icews",
      rows: 3,
      rejected: [
        "4: 12 cells where 20 are expected",
        '5: Event Date "2019-02-30" is no day',
        '6: Latitude "\\N" is no number',
      ],
      withoutPair: 0,
      withoutType: 0,
      latin: 1,
    })
    assert.equal((await store.pairDatasets("CHN-RUS"))[0]?.events, 3)
  })
})

test("GDELT with NUL bytes, spaces for numbers, a cut last line and a quotation mark that never closes", async () => {
  const lines = [
    gdelt({ Actor1Name: "A\0B" }),
    gdelt({ GLOBALEVENTID: "2", Actor1Name: '"never closed' }),
    gdelt({ GLOBALEVENTID: "3", NumMentions: "many" }),
    gdelt({ GLOBALEVENTID: "4", SQLDATE: "0" }),
    gdelt({ GLOBALEVENTID: "5", GoldsteinScale: "" }),
    gdelt({ GLOBALEVENTID: "6" }).slice(0, 60),
  ]
  await withImport(lines.join("\n"), async ([report], store) => {
    assert.equal(report?.rows, 3)
    assert.deepEqual(
      facts(report!).rejected.map((told) => told.split(":")[0]),
      ["3", "4", "6"],
    )
    assert.equal((await store.pairDatasets("BLR-CHN"))[0]?.events, 3)
  })
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

/** The columns of ACLED's exports, in their order. */
const ACLED_COLUMNS =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp".split(
    ",",
  )
/** The columns of UCDP's georeferenced events, in their order. */
const UCDP_COLUMNS =
  "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob".split(
    ",",
  )
const csvOf = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  separator = ",",
): string => {
  const cell = (value: string) => (/[",;\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  for (const row of rows) for (const name of Object.keys(row)) assert.ok(columns.includes(name), name)
  const lines = rows.map((row) => columns.map((name) => cell(row[name] ?? "")).join(separator))
  return `${[columns.join(separator), ...lines].join("\n")}\n`
}

test("a whole ACLED export: who the actors' names stand for, the categories, sources counted, notes with anything in them", async () => {
  const event = (id: string, cells: Readonly<Record<string, string>>) => ({
    event_id_cnty: id,
    event_date: "2022-03-01",
    year: "2022",
    event_type: "Battles",
    sub_event_type: "Armed clash",
    country: "Ukraine",
    location: "Kyiv",
    latitude: "50.45",
    longitude: "30.52",
    source: "North Post; Coast Courier",
    fatalities: "3",
    timestamp: "1700000000",
    notes: 'They said "no"; then, over\ntwo lines, left.',
    ...cells,
  })
  const rows = [
    event("UKR1", {
      actor1: "Military Forces of Russia (2000-) Air Force",
      actor2: "Military Forces of Ukraine (2019-)",
    }),
    event("UKR2", {
      event_type: "Violence against civilians",
      actor1: "Military Forces of Russia (2000-)",
      actor2: "Civilians (Ukraine)",
    }),
    event("UKR3", {
      actor1: "Unidentified Armed Group (Ukraine)",
      actor2: "Military Forces of Russia (2000-)",
    }),
    event("COD1", {
      actor1: "Military Forces of the Democratic Republic of Congo (2019-)",
      actor2: "Military Forces of Rwanda (1994-)",
    }),
    event("KEN1", {
      event_type: "Strategic developments",
      sub_event_type: "Agreement",
      actor1: "Government of Kenya (2022-)",
      actor2: "Government of Ethiopia (2018-)",
    }),
    event("BLR1", {
      event_type: "Protests",
      sub_event_type: "Peaceful protest",
      actor1: "Protesters (Belarus)",
    }),
  ]
  for (const separator of [",", ";"])
    await withImport(
      csvOf(ACLED_COLUMNS, rows, separator),
      async ([report], store) => {
        assert.deepEqual(facts(report!), {
          dataset: "acled",
          rows: 6,
          rejected: [],
          withoutPair: 2,
          withoutType: 0,
          latin: 0,
        })
        const month = async (pair: string) => (await store.pairDatasets(pair))[0]?.months[0]
        assert.deepEqual(
          [(await month("RUS-UKR"))?.materialConflict, (await month("RUS-UKR"))?.reports],
          [2, 4],
        )
        assert.equal((await month("COD-RWA"))?.materialConflict, 1)
        assert.equal((await month("ETH-KEN"))?.verbalCooperation, 1)
      },
      { name: "acled.csv" },
    )
})

test("a whole UCDP file: states by Gleditsch and Ward's numbers, several in a cell, days with hours, sources not counted", async () => {
  const event = (id: string, cells: Readonly<Record<string, string>>) => ({
    id,
    type_of_violence: "1",
    side_a: "Government of Ethiopia",
    side_b: "Government of Eritrea",
    number_of_sources: "2",
    source_article: '"North Post, 2000-05-12, ""Front moves""; Coast Courier"',
    where_coordinates: "Badme",
    latitude: "14.7",
    longitude: "37.8",
    date_start: "2000-05-12 00:00:00.000",
    date_end: "2000-05-13 00:00:00.000",
    best: "10",
    gwnoa: "530",
    gwnob: "531",
    ...cells,
  })
  const rows = [
    event("1", {}),
    event("2", { number_of_sources: "-1", gwnoa: "530, 520" }),
    event("3", { type_of_violence: "3", side_b: "Civilians", gwnob: "" }),
    event("4", { date_end: "" }),
  ]
  await withImport(
    csvOf(UCDP_COLUMNS, rows),
    async ([report], store) => {
      assert.deepEqual(
        [report?.dataset, report?.rows, report?.rejected.map(({ problem }) => problem)],
        ["ucdp-ged", 3, ['date_end "" is no day']],
      )
      const [series] = await store.pairDatasets("ERI-ETH")
      assert.deepEqual(
        [series?.events, series?.months[0]?.materialConflict, series?.months[0]?.reports],
        [2, 2, 2],
      )
      assert.equal((await store.pairDatasets("ERI-SOM"))[0]?.events, 1)
    },
    { name: "GEDEvent.csv" },
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
