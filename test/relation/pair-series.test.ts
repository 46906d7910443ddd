import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { DataError } from "../../src/codebook/data-files.ts"
import { EVENT_TYPES, type PairAct } from "../../src/record/index.ts"
import {
  actsOfPeriods,
  ownersBehind,
  type PairSeriesOptions,
  pairSeries,
  parseWeights,
  standingWeights,
} from "../../src/relation/index.ts"

const standing = standingWeights(loadCodebook(bundledData))
const OPTIONS: PairSeriesOptions = { pair: "BLR-CHN", by: "month", weighing: standing.plover, standing }
const MINSK = { key: "state BLR", state: true }
const PAPER = { key: "owner The Paper", state: false }

let made = 0
const act = (sketch: Partial<PairAct> = {}): PairAct => {
  const owners = sketch.owners === undefined ? [PAPER] : sketch.owners
  const start = sketch.start === undefined ? "2023-03-01" : sketch.start
  return {
    id: `h${String(++made).padStart(4, "0")}`,
    end: start,
    type: "CONSULT",
    mode: null,
    quad: "verbal cooperation",
    status: "occurred",
    score: 2.5,
    cameo: null,
    direction: "both",
    reports: 1,
    voices: owners?.length ?? 1,
    onlyStateMedia: owners?.every(({ state }) => state) ?? false,
    toldOnlyBy: [],
    ...sketch,
    owners,
    start,
  }
}
const SANCTION = { type: "SANCTION", quad: "material conflict", score: -6 } as const
const only = (acts: readonly PairAct[], options: Partial<PairSeriesOptions> = {}) =>
  pairSeries(acts, { ...OPTIONS, ...options }).points[0]!

test("deeds and words are two lanes with levels of their own", () => {
  const { deeds, words, happenings } = only([act(), act(SANCTION)])
  assert.deepEqual([happenings, deeds.happenings, words.happenings], [2, 1, 1])
  assert.ok(deeds.level!.share < 50 && words.level!.share > 50)
})

test("what only a third party says of the pair is apart; one of the two, or an outlet, tells an act", () => {
  const tellers = (country: string) => ({ toldOnlyBy: [{ name: "Foreign Ministry", country }] })
  const point = only([act(tellers("USA")), act(tellers("CHN")), act()])
  assert.deepEqual([point.happenings, point.readings.happenings], [2, 1])
  assert.equal(only([act(tellers("USA"))]).share, null)
})

test("an appeal weighs nothing in PLOVER and is conflict with Goldstein; both stand beside each other", () => {
  const appeal = act({ type: "REQUEST", quad: "verbal conflict", score: 0, cameo: "100" })
  const { share, byWeights, happenings } = only([appeal])
  assert.deepEqual([share, byWeights.plover, happenings], [null, null, 1])
  assert.ok(byWeights.goldstein!.share < 50 && byWeights.unit!.share < 50)
})

test("without state media, an act that another owner tells too weighs less, and one that none does is gone", () => {
  const both = act({ owners: [MINSK, PAPER] })
  const alone = act({ ...SANCTION, owners: [MINSK] })
  const point = only([both, alone])
  const without = only([both, alone], { without: { stateMedia: true } })
  assert.deepEqual([point.stateOnly, without.happenings], [1, 1])
  assert.ok(
    Math.abs(point.cooperation - 0.5 * 0.84) < 1e-9 && Math.abs(without.cooperation - 0.5 * 0.6) < 1e-9,
  )
  assert.deepEqual(point.withoutStateMedia, { share: without.share, low: without.low, high: without.high })
})

test("a figure that rests on one happening or one owner says so", () => {
  const point = only([act({ owners: [PAPER] }), act({ ...SANCTION, owners: [MINSK] })])
  assert.ok(point.withoutLargest!.share > 50)
  assert.equal(point.withoutOneOwner?.owner, "state BLR")
  assert.equal(only([act()]).withoutLargest, null)
})

test("what is taken out for robustness is what a series without it shows", () => {
  const sketches = fc.array(
    fc.record({
      conflict: fc.boolean(),
      owners: fc.subarray([MINSK, PAPER, { key: "owner X", state: false }], { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(sketches, (rows) => {
      const acts = rows.map(({ conflict, owners }) => act({ ...(conflict ? SANCTION : {}), owners }))
      const point = only(acts)
      const near = (level: { share: number } | null, other: { share: number | null } | undefined) =>
        level === null ? (other?.share ?? null) === null : Math.abs(level.share - other!.share!) < 1e-6
      const owner = point.withoutOneOwner
      return (
        near(point.withoutStateMedia, only(acts, { without: { stateMedia: true } })) &&
        near(point.withoutLargest, only(acts, { without: { largest: true } })) &&
        (owner === null || near(owner.level, only(acts, { without: { owner: owner.owner } })))
      )
    }),
  )
})

test("the order of the happenings changes nothing", () => {
  const acts = Array.from({ length: 12 }, (_, at) =>
    act({ start: `2023-0${1 + (at % 6)}-10`, ...(at % 3 ? {} : SANCTION) }),
  )
  fc.assert(
    fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (shuffled) => {
      const rounded = (value: unknown) =>
        JSON.stringify(value, (_, v) => (typeof v === "number" ? v.toFixed(9) : v))
      assert.equal(rounded(pairSeries(shuffled, OPTIONS)), rounded(pairSeries(acts, OPTIONS)))
    }),
    { numRuns: 20 },
  )
})

test("one direction holds what its state does, and what both do alike", () => {
  const acts = [act({ direction: "forward" }), act({ direction: "backward" }), act()]
  assert.equal(only(acts, { direction: "forward" }).happenings, 2)
  assert.equal(only(acts).happenings, 3)
})

test("volume is a part of what the corpus tells, and nothing where the corpus is silent or unknown", () => {
  const corpus = [{ start: "2023-03-04", end: "2023-03-04", happenings: 8 }]
  const { points } = pairSeries([act(), act({ start: "2023-05-01" })], { ...OPTIONS, corpus })
  assert.deepEqual(
    points.map(({ volume, corpus: all }) => [volume, all]),
    [
      [12.5, 8],
      [null, 0],
      [null, 0],
    ],
  )
  assert.equal(only([act()]).volume, null)
})

test("weeks begin on Monday, and a happening of a month stands in its quarter but in no week", () => {
  const sunday = act({ start: "2023-03-05" })
  const month = act({ start: "2023-03-01", end: "2023-03-31" })
  assert.equal(only([sunday], { by: "week" }).period, "2023-02-27")
  assert.equal(pairSeries([month], { ...OPTIONS, by: "week" }).undated, 1)
  assert.equal(only([month], { by: "quarter" }).period, "2023-01-01")
  assert.equal(only([month], { by: "year" }).period, "2023-01-01")
})

test("each period lists the acts that count in it, with lane and weight", () => {
  const planned = act({ status: "planned" })
  const denied = act({ status: "denied" })
  const acts = actsOfPeriods([planned, denied, act(SANCTION)], OPTIONS).get("2023-03-01")!
  assert.deepEqual(acts.map(({ lane, cooperative }) => [lane, cooperative]).sort(), [
    ["fact", false],
    ["intent", true],
  ])
})

test("owners are listed by how much they tell", () => {
  assert.deepEqual(ownersBehind([act(), act({ owners: [MINSK, PAPER] })]), [
    { ...PAPER, happenings: 2 },
    { ...MINSK, happenings: 1 },
  ])
})

const TABLE = `type\tmode\tscore\n${EVENT_TYPES.map((type) => `${type}\t\t1`).join("\n")}\nCONSULT\tvisit\t-10\n`

test("a user's weights replace PLOVER's, mode by mode, and their sign names the side", () => {
  const weighing = parseWeights("mine.tsv", TABLE, "mine.tsv#1")
  const point = only([act({ mode: "visit" }), act({ mode: "phone" })], { weighing })
  assert.ok(Math.abs(point.conflict - 2 * 0.6) < 1e-9 && Math.abs(point.cooperation - 0.2 * 0.6) < 1e-9)
  assert.ok(point.byWeights.plover!.share > 50)
})

test("weights that lack a type, or hold no number, are refused with file, line and remedy", () => {
  assert.throws(
    () => parseWeights("mine.tsv", TABLE.replace(/^AID.*\n/m, ""), "m"),
    /mine\.tsv.*AID.*Add one/,
  )
  assert.throws(() => parseWeights("mine.tsv", TABLE.replace("\t-10", "\tmuch"), "m"), DataError)
  assert.throws(() => parseWeights("mine.tsv", `${TABLE}AID\t\t3\n`, "m"), /mine\.tsv:19.*already/)
})
