import type {
  LevelChange,
  OccurredCount,
  PairAct,
  PairPeriod,
  PairSeries,
  Period,
  Without,
} from "../record/index.ts"
import { type Lane, laneOf } from "./act.ts"
import { bandOf } from "./level.ts"
import { type Changes, type Part, rateChanges, shareChanges } from "./level-changes.ts"
import { emptyActs, figuresOf, fileAct, type OwnFigures, type PeriodActs } from "./pair-period.ts"
import { meanDays, periodIndex, periodStart, periodsFrom, placeIn } from "./periods.ts"
import { type Weighed, weigh, withoutLargest, withoutVoices } from "./robustness.ts"
import { smoothShares } from "./smooth-shares.ts"
import type { Totals } from "./totals.ts"
import { DEFAULT_DOUBT, type StandingWeights, type Weighing } from "./weights.ts"

export interface PairSeriesOptions {
  /** "BLR-CHN": whose acts these are. */
  readonly pair: string
  readonly by: Period
  readonly weighing: Weighing
  /** The weights that stand beside it. */
  readonly standing: Readonly<Record<StandingWeights, Weighing>>
  readonly doubt?: number
  /** First and last ISO day that must be covered; by default the periods of the first and last act. */
  readonly from?: string
  readonly to?: string
  readonly without?: Without
  /** Only what the first state does to the second ("forward"), or the second to the first; mutual acts count in each. */
  readonly direction?: "forward" | "backward"
  /** All that occurred in the corpus; without it there is no volume. */
  readonly corpus?: readonly OccurredCount[]
}

/** Standard deviation, in logits, by which a level typically drifts in a month: about six points of share near the middle. */
const TYPICAL_MONTHLY_DRIFT = 0.25

interface Row {
  readonly index: number
  readonly figures: OwnFigures
  readonly totals: Totals
}

/** The relation of a pair over time: levels, lanes, smoothing, change points and how far each figure rests on one source. */
export function pairSeries(acts: readonly PairAct[], options: PairSeriesOptions): PairSeries {
  const { by, weighing, doubt = DEFAULT_DOUBT, without = {} } = options
  const { periods, undated } = actsByPeriod(acts, options)
  const rows = rowsOf(periods, options)
  const corpus = corpusByPeriod(options)
  const level = levelModel(rows, by)
  const { changes } = level
  const volumes = volumeParts(rows, corpus)
  const volume = rateChanges(volumes.parts)
  const probability = new Map(level.rows.map((row, at) => [row.index, changes.probabilities?.[at] ?? null]))
  const points = rows.map(
    (row, at): PairPeriod => ({
      period: periodStart(row.index, by),
      ...row.figures,
      smoothed: level.walk.smoothed[at] === undefined ? null : bandOf(level.walk.smoothed[at]),
      filtered: level.walk.filtered[at] === undefined ? null : bandOf(level.walk.filtered[at]),
      ...attention(row, corpus),
      changeProbability: probability.get(row.index) ?? null,
    }),
  )
  return {
    by,
    weights: weighing.id,
    doubt,
    without,
    points,
    changes: named(changes, level.rows, by),
    volumeChanges: named(volume, volumes.rows, by),
    drift: level.walk.drift,
    dispersion: changes.dispersion,
    undated,
  }
}

/** An act with the lane and the weight with which it counts in a period. */
export interface CountedAct {
  readonly act: PairAct
  readonly lane: Lane
  readonly weight: number
  readonly cooperative: boolean
}

/** The acts that count somewhere in each period, by its first day, in the order of their days. */
export function actsOfPeriods(
  acts: readonly PairAct[],
  options: PairSeriesOptions,
): ReadonlyMap<string, readonly CountedAct[]> {
  const { periods } = actsByPeriod(acts, options)
  return new Map(
    [...periods].map(([index, own]) => [
      periodStart(index, options.by),
      [...keptFacts(own, options), ...own.intents, ...own.readings]
        .map(({ act, weight, cooperative }) => ({
          act,
          weight,
          cooperative,
          lane: laneOf(act, options.pair),
        }))
        .sort((a, b) => (`${a.act.start} ${a.act.id}` < `${b.act.start} ${b.act.id}` ? -1 : 1)),
    ]),
  )
}

const keptFacts = ({ facts }: PeriodActs, { without }: PairSeriesOptions): Weighed[] =>
  without?.largest ? withoutLargest(facts) : facts

function actsByPeriod(acts: readonly PairAct[], options: PairSeriesOptions) {
  const { pair, by, weighing, doubt = DEFAULT_DOUBT, without = {}, direction, from, to } = options
  const periods = new Map<number, PeriodActs>()
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : periodIndex(day, by)))
  let undated = 0
  for (const act of withoutVoices(acts, without)) {
    if (direction !== undefined && act.direction !== "both" && act.direction !== direction) continue
    const index = act.start === null ? undefined : placeIn(act.start, act.end ?? act.start, by)
    if (index === undefined) {
      undated++
      continue
    }
    if (index < (first ?? index) || index > (last ?? index)) continue
    const own = periods.get(index) ?? emptyActs()
    fileAct(own, weigh(act, weighing, doubt), pair)
    if (own.facts.length + own.intents.length + own.readings.length > 0) periods.set(index, own)
  }
  return { periods, undated }
}

function rowsOf(acts: ReadonlyMap<number, PeriodActs>, options: PairSeriesOptions): Row[] {
  const { by, standing, doubt = DEFAULT_DOUBT, from, to } = options
  const known = [...acts.keys()].sort((a, b) => a - b)
  const first = from === undefined ? known[0] : periodIndex(from, by)
  const last = to === undefined ? known.at(-1) : periodIndex(to, by)
  if (first === undefined || last === undefined) return []
  return periodsFrom(first, last, known, by).map((index) => {
    const own = acts.get(index) ?? emptyActs()
    return { index, ...figuresOf({ ...own, facts: keptFacts(own, options) }, standing, doubt) }
  })
}

/** The rows in which something weighs, with the changes of their shares, and the smoothed level over all rows. */
function levelModel(rows: readonly Row[], by: Period) {
  const weighty = rows.filter(({ figures }) => figures.theta !== null)
  const parts = weighty.map(({ index, totals }) => ({
    index,
    part: totals.cooperation,
    whole: totals.cooperation + totals.conflict,
    squares: totals.cooperationSquares + totals.conflictSquares,
  }))
  const changes = shareChanges(parts)
  const periods = rows.map(({ index }) => index)
  const typicalDrift = TYPICAL_MONTHLY_DRIFT * Math.sqrt(meanDays(by) / meanDays("month"))
  return {
    rows: weighty,
    changes,
    walk: smoothShares(parts, periods, { dispersion: changes.dispersion, typicalDrift }),
  }
}

function corpusByPeriod({ corpus, by }: PairSeriesOptions): ReadonlyMap<number, number> | undefined {
  if (corpus === undefined) return undefined
  const counts = new Map<number, number>()
  for (const { start, end, happenings } of corpus) {
    const index = placeIn(start, end, by)
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + happenings)
  }
  return counts
}

function attention({ index, figures }: Row, corpus: ReadonlyMap<number, number> | undefined) {
  const all = corpus?.get(index)
  return {
    corpus: corpus === undefined ? null : (all ?? 0),
    volume: all === undefined ? null : (100 * figures.happenings) / all,
  }
}

/** Happenings of the pair as parts of the corpus's, where the corpus has any. */
function volumeParts(rows: readonly Row[], corpus: ReadonlyMap<number, number> | undefined) {
  const told = rows.filter(({ index }) => (corpus?.get(index) ?? 0) > 0)
  return {
    rows: told,
    parts: told.map(({ index, figures }): Part => {
      const whole = corpus?.get(index) ?? 0
      return { part: figures.happenings, whole, squares: whole }
    }),
  }
}

const named = ({ starts, shares }: Changes, rows: readonly Row[], by: Period): LevelChange[] =>
  starts.map((start, at) => ({
    period: periodStart(rows[start]!.index, by),
    before: 100 * shares[at]!,
    after: 100 * shares[at + 1]!,
  }))
