import type { Level, PairSeries } from "../../../src/record/index.ts"
import type { ChartRow } from "../export/table-text.ts"
import { hasData } from "./has-data.ts"

/** What is drawn of a pair's series, one line a period in which anything is known; periods without data are left out. */
export const seriesRows = (pair: string, { by, weights, points }: PairSeries): ChartRow[] =>
  points.filter(hasData).map((point) => ({
    pair,
    period: point.period,
    by,
    weights,
    happenings: point.happenings,
    reports: point.reports,
    cooperation: point.cooperation,
    conflict: point.conflict,
    share: point.share,
    share_low: point.low,
    share_high: point.high,
    ...levelCells("smoothed", point.smoothed),
    deeds_cooperation: point.deeds.cooperation,
    deeds_conflict: point.deeds.conflict,
    words_cooperation: point.words.cooperation,
    words_conflict: point.words.conflict,
    intended_cooperation: point.intentCooperation,
    intended_conflict: point.intentConflict,
    read_by_others_cooperation: point.readings.cooperation,
    read_by_others_conflict: point.readings.conflict,
    volume_percent: point.volume,
    owners: point.owners,
    only_state_media: point.stateOnly,
    change_probability: point.changeProbability,
  }))

const levelCells = (name: string, level: Level | null): ChartRow => ({
  [name]: level?.share ?? null,
  [`${name}_low`]: level?.low ?? null,
  [`${name}_high`]: level?.high ?? null,
})
