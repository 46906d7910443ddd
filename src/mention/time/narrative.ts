import type { CalendarSpan } from "./calendar-span.ts"
import { civilOf } from "./civil.ts"
import type { TimeContext } from "./context.ts"
import type { TimeReading } from "./reading.ts"

/** A date of the narrative and the spans it may mean: one where its year is written, several where it recurs. */
interface Step {
  readonly index: number
  readonly choices: readonly CalendarSpan[]
}

/** A narrative moves on in small steps; a step back costs more than the same step ahead. */
const BACK = 1.2
const TURN_BACK = 0.5
const DAYS_A_STEP = 30
/** The price of taking a written year, or a written date, for an aside that leaves the story where it was. */
const YEAR_ASIDE = 1
const DATE_ASIDE = 2.5
/** The price of taking the bare year of the date at which the story stands for a return to that year's beginning. */
const YEAR_AGAIN = 1.3
const MOST_PATHS = 24
const NO_CONTEXT: TimeContext = {
  reference: undefined,
  story: undefined,
  storyDay: undefined,
  year: undefined,
  historical: false,
  direction: 0,
}

const effort = (days: number): number => Math.log2(1 + days / DAYS_A_STEP)

const isYearOf = (year: CalendarSpan, span: CalendarSpan): boolean =>
  year.unit === "year" && span.unit !== "year" && year.first <= span.first && span.last <= year.last

function costOf(from: CalendarSpan, to: CalendarSpan): number {
  if (isYearOf(to, from)) return YEAR_AGAIN
  if (to.first > from.last) return effort(to.first - from.last)
  if (to.last < from.first) return TURN_BACK + BACK * effort(from.first - to.last)
  return 0
}

/** For each place the year written last before it; from the other end, the next one after it. */
function carried(written: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined
  return written.map((year) => {
    last = year ?? last
    return last
  })
}

/** Years in which a recurring date may fall: those around the written years before and after it. */
function yearsAround(before: number | undefined, after: number | undefined): number[] {
  const years = new Set<number>()
  for (const year of [before, after])
    if (year !== undefined) for (const near of [year - 1, year, year + 1]) years.add(near)
  return [...years].sort((a, b) => a - b)
}

function stepsOf(readings: readonly TimeReading[]): Step[] {
  const spans = readings.map((reading) =>
    reading.year === undefined || reading.aside ? undefined : reading.resolve(NO_CONTEXT)?.span,
  )
  const written = spans.map((span) => span && civilOf(span.first).year)
  const before = carried(written)
  const after = carried(written.toReversed()).reverse()
  return readings.flatMap((reading, index) => {
    const span = spans[index]
    if (span !== undefined) return [{ index, choices: [span] }]
    if (reading.recurs === undefined) return []
    const choices = yearsAround(before[index], after[index]).flatMap((year) => reading.recurs?.(year) ?? [])
    return choices.length === 0 ? [] : [{ index, choices }]
  })
}

/** Where the story may stand after some of its dates, and what it cost to come there. */
interface Path {
  readonly span: CalendarSpan
  readonly cost: number
  readonly from: Path | undefined
  /** Index of the reading that moved the story here; undefined where a written date was passed over. */
  readonly index: number | undefined
}

/**
 * The cheapest way to each place that the story may stand at after one more date. The bare year of the date at which it stands
 * leaves it there for nothing.
 */
function advance(paths: readonly Path[], step: Step, written: boolean): Path[] {
  const moved = step.choices.map((span): Path => {
    let best: Path | undefined
    let least = Number.POSITIVE_INFINITY
    for (const path of paths) {
      const cost = path.cost + costOf(path.span, span)
      if (cost < least) [best, least] = [path, cost]
    }
    return { span, cost: best === undefined ? 0 : least, from: best, index: step.index }
  })
  if (!written) return moved
  const [only] = step.choices
  const kept = paths
    .filter(({ span }) => only !== undefined && isYearOf(only, span))
    .map((path): Path => ({ ...path, from: path, index: step.index }))
  const aside = only?.unit === "year" ? YEAR_ASIDE : DATE_ASIDE
  const passed = paths.map(
    (path): Path => ({ ...path, cost: path.cost + aside, from: path, index: undefined }),
  )
  return [...moved, ...kept, ...passed].sort((a, b) => a.cost - b.cost).slice(0, MOST_PATHS)
}

/**
 * The year that each date without one has in a narrative, by the index of its reading: the years under which all its dates
 * together take the shortest way through time, where a written date may be passed over as an aside at a price
 * (dynamic programming over the sequence of dates with a bounded number of paths).
 */
export function narrativeYears(readings: readonly TimeReading[]): ReadonlyMap<number, number> {
  let paths: readonly Path[] = []
  for (const step of stepsOf(readings))
    paths = advance(paths, step, readings[step.index]?.recurs === undefined)
  const years = new Map<number, number>()
  let path = paths.reduce<Path | undefined>(
    (best, next) => (best === undefined || next.cost < best.cost ? next : best),
    undefined,
  )
  for (; path !== undefined; path = path.from)
    if (path.index !== undefined) years.set(path.index, civilOf(path.span.last).year)
  return years
}
