import assert from "node:assert/strict"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { before, test } from "node:test"
import { createRecordLinker } from "../../../src/app/record-linker.ts"
import { createOutlets, parseOutlets } from "../../../src/codebook/outlets.ts"
import { EVENT_TYPES } from "../../../src/record/index.ts"
import { openStore } from "../../../src/store/index.ts"
import { buildEvent, type EventSketch } from "../../happening/build-event.ts"
import { chancery, scratchFolder } from "./chancery.ts"

const folder = scratchFolder()
const run = (...args: string[]) => chancery([...args, "--store", "record.duckdb"], { cwd: folder })
const OUTLETS = parseOutlets(
  "own.tsv",
  "name\tcountry\towner\taffiliation\tdomain\nNorth Post\tLTU\tNorth Trust\tindependent\tnorth.example\nState Wire\tBLR\tState House\tstate-affiliated\twire.example",
)
const MEETING: EventSketch = {
  actors: ["BLR"],
  recipients: ["CHN"],
  date: "2023-03-01",
  evidence: "They met.",
}
const SANCTION: EventSketch = {
  ...MEETING,
  type: "SANCTION",
  quad: "material conflict",
  score: -6,
  date: "2023-05-20",
  evidence: "It imposed sanctions.",
}

before(async () => {
  const store = await openStore(join(folder, "record.duckdb"))
  const readings = [MEETING, SANCTION].map((sketch, at) => ({
    article: {
      id: `d${at}`,
      text: `Text ${at}.`,
      published: sketch.date!,
      publisher: { name: at === 0 ? "North Post" : "State Wire" },
    },
    events: [buildEvent({ ...sketch, document: `d${at}` })],
  }))
  await store.putBatch(readings, { coder: "chancery test" })
  await store.relink(createRecordLinker(createOutlets([OUTLETS])))
  await store.close()
})

test("the table draws each month's band, and silence has no share", () => {
  const { stdout, status, stderr } = run("relation", "chn", "blr", "--happenings", "--smooth")
  assert.equal(status, 0, stderr)
  assert.match(stdout, /China – Belarus, by month, 2023-03 to 2023-05; weights plover/)
  assert.match(stdout, /^2023-03 +\d+ +\d+–\d+ +[·─├┤●]{21} /m)
  assert.match(stdout, /^2023-04 +– +\d+ \(\d+–\d+\) +0 /m)
  assert.match(stdout, /2023-05-20 {2}−0\.72 {2}SANCTION, occurred .*“It imposed sanctions\.”/)
})

test("JSON gives every figure with the acts behind it, CSV the same in columns", () => {
  const { points, owners } = JSON.parse(
    run("relation", "BLR", "CHN", "--by", "year", "--format", "json").stdout,
  )
  assert.equal(points.length, 1)
  assert.deepEqual(
    points[0].acts.map((act: { type: string }) => act.type),
    ["CONSULT", "SANCTION"],
  )
  assert.deepEqual(
    owners.map((owner: { key: string }) => owner.key),
    ["owner North Trust", "state BLR"],
  )
  const [header = "", ...rows] = run("relation", "BLR", "CHN", "--format", "csv").stdout.trimEnd().split("\n")
  assert.equal(rows.length, 3)
  assert.ok(rows.every((row) => row.split(",").length === header.split(",").length))
})

test("without state media, or one direction alone, the rest is counted", () => {
  const without = JSON.parse(
    run("relation", "BLR", "CHN", "--without", "state-media", "--format", "json").stdout,
  )
  assert.equal(without.points.length, 1)
  const back = JSON.parse(run("relation", "CHN", "BLR", "--directed", "--format", "json").stdout)
  assert.deepEqual(back.points, [])
})

test("weights of one's own are read from a file, and named in what they gave", () => {
  const rows = EVENT_TYPES.map((type) => `${type}\t-1`).join("\n")
  writeFileSync(join(folder, "mine.tsv"), `type\tscore\n${rows}\n`)
  const { weights, points } = JSON.parse(
    run("relation", "BLR", "CHN", "--weights", "mine.tsv", "--format", "json").stdout,
  )
  assert.match(weights, /^mine\.tsv#[0-9a-f]{8}$/)
  assert.equal(points[0].cooperation, 0)
  writeFileSync(join(folder, "bad.tsv"), "type\tscore\nAID\tmuch\n")
  const bad = run("relation", "BLR", "CHN", "--weights", "bad.tsv")
  assert.equal(bad.status, 1)
  assert.match(bad.stderr, /bad\.tsv:2: score "much"/)
})

test("a state or owner that is none is told, and how to name one", () => {
  for (const [args, message] of [
    [["BLR", "Minsk"], /“Minsk” is no state.*alpha-3/],
    [["BLR", "BLR"], /one state/],
    [["BLR", "CHN", "--without-owner", "nobody"], /there are: owner North Trust, state BLR/],
    [["BLR", "CHN", "--from", "2023-02-30"], /a year, a month or a day/],
  ] as const) {
    const { status, stderr } = run("relation", ...args)
    assert.equal(status, 2)
    assert.match(stderr, message)
  }
})

test("the panel has one row a directed dyad and period, with numeric codes", () => {
  const [header, ...rows] = run("panel", "--by", "year").stdout.trimEnd().split("\n")
  assert.match(
    header!,
    /^actor_iso3,recipient_iso3,ccode1,ccode2,gwcode1,gwcode2,period_start,period,directed,/,
  )
  assert.equal(rows.length, 1)
  assert.match(rows[0]!, /^BLR,CHN,370,710,370,710,2023-01-01,year,1,2,2,1,0,0,1,/)
  assert.match(run("panel", "--by", "year", "--undirected").stdout, /,year,0,2,/)
})

test("the panel takes types, statuses, an outlet or a pair; a dyad without any of them has no row", () => {
  const happenings = (...args: string[]) =>
    run("panel", "--by", "year", ...args)
      .stdout.trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => row.split(",").slice(9, 15).map(Number))
  assert.deepEqual(happenings("--type", "CONSULT"), [[1, 1, 1, 0, 0, 0]])
  assert.deepEqual(happenings("--type", "CONSULT", "SANCTION", "--pair", "CHN-BLR"), [[2, 2, 1, 0, 0, 1]])
  assert.deepEqual(happenings("--outlet", "state wire"), [[1, 1, 0, 0, 0, 1]])
  assert.deepEqual(happenings("--status", "planned"), [])
  assert.deepEqual(happenings("--pair", "BLR-POL"), [])
  const exported = run("export", "--format", "panel", "--by", "year", "--type", "CONSULT").stdout
  assert.equal(exported, run("panel", "--by", "year", "--type", "CONSULT").stdout)
  assert.equal(run("panel", "--type", "TALK").status, 2)
})
