import type { Level, PairPeriod } from "../../record/index.ts"
import { actsOfPeriods } from "../../relation/index.ts"
import { csvLine } from "./csv.ts"
import type { RelationReport } from "./relation-print.ts"

type Cell = string | number | null

const level = (
  name: string,
  of: (point: PairPeriod) => Level | null,
): readonly (readonly [string, Reader])[] => [
  [`${name}_share`, (point) => of(point)?.share ?? null],
  [`${name}_lo`, (point) => of(point)?.low ?? null],
  [`${name}_hi`, (point) => of(point)?.high ?? null],
]
type Reader = (point: PairPeriod) => Cell

/** Each column with what it holds; shares are 0 to 100, an absent one is empty. */
const COLUMNS: readonly (readonly [string, Reader])[] = [
  ["period", ({ period }) => period],
  ["n_happenings", ({ happenings }) => happenings],
  ["coop_weight", ({ cooperation }) => cooperation],
  ["conf_weight", ({ conflict }) => conflict],
  ["theta", ({ theta }) => theta],
  ["theta_se", ({ thetaError }) => thetaError],
  ["share", ({ share }) => share],
  ["share_lo", ({ low }) => low],
  ["share_hi", ({ high }) => high],
  ...level("smoothed", ({ smoothed }) => smoothed),
  ...level("plover", ({ byWeights }) => byWeights.plover),
  ...level("goldstein", ({ byWeights }) => byWeights.goldstein),
  ...level("unit", ({ byWeights }) => byWeights.unit),
  ["deeds_coop", ({ deeds }) => deeds.cooperation],
  ["deeds_conf", ({ deeds }) => deeds.conflict],
  ["words_coop", ({ words }) => words.cooperation],
  ["words_conf", ({ words }) => words.conflict],
  ["intent_coop", ({ intentCooperation }) => intentCooperation],
  ["intent_conf", ({ intentConflict }) => intentConflict],
  ["readings_coop", ({ readings }) => readings.cooperation],
  ["readings_conf", ({ readings }) => readings.conflict],
  ["n_corpus", ({ corpus }) => corpus],
  ["volume_percent", ({ volume }) => volume],
  ["n_independent", ({ owners }) => owners],
  ["n_state_only", ({ stateOnly }) => stateOnly],
  ...level("without_state_media", ({ withoutStateMedia }) => withoutStateMedia),
  ...level("without_largest", ({ withoutLargest }) => withoutLargest),
  ["without_owner", ({ withoutOneOwner }) => withoutOneOwner?.owner ?? null],
  ...level("without_owner", ({ withoutOneOwner }) => withoutOneOwner?.level ?? null),
  ["changepoint_prob", ({ changeProbability }) => changeProbability],
]

/** The series as RFC 4180 CSV, one row a period, with the ids of its happenings at the end. */
export function relationCsv({ series, acts, options }: RelationReport): string {
  const counted = actsOfPeriods(acts, options)
  const rows = series.points.map((point) => [
    ...COLUMNS.map(([, read]) => read(point)),
    (counted.get(point.period) ?? []).map(({ act }) => act.id).join(" "),
  ])
  const header = [...COLUMNS.map(([name]) => name), "happenings"]
  return [header, ...rows].map(csvLine).join("")
}
