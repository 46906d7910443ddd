import { type Cost, changePoints, changeProbabilities, type SegmentOptions, tabulated } from "./segments.ts"

/** A period's part of a whole: cooperation of all that occurred, or a pair's happenings of the corpus's. */
export interface Part {
  readonly part: number
  readonly whole: number
  /** Variance that the whole has beyond a count's for each unit: Σw² of it. */
  readonly squares: number
}

/** Where another level begins, as positions among the parts. */
export interface Changes {
  readonly starts: readonly number[]
  /** Share of each stretch, 0 to 1; one more than starts. */
  readonly shares: readonly number[]
  readonly dispersion: number
}

/** How likely each period begins another level; undefined where there are too many periods to sum over. */
export interface Likely {
  readonly probabilities: Float64Array | undefined
}

/** Penalty of a change: three times the log of the number of periods, as the modified BIC has it (Zhang and Siegmund 2007). */
const PENALTY = 3
/** Periods for which a level must hold. */
const SHORTEST = 2
/** Neighbours on each side by which a period's own share is judged for the dispersion. */
const NEIGHBOURS = 4

/**
 * Changes of a share, found by PELT with a quasi-binomial cost: minus twice the binomial log-likelihood of the weights,
 * divided by their dispersion. More happenings with the same share change nothing. Parts without a whole are not to be given.
 */
export function shareChanges(parts: readonly Part[]): Changes & Likely {
  const { cost, options } = modelOf(parts, binomial)
  const table = tabulated(cost, parts.length)
  return {
    ...changesOf(parts, binomial, table),
    probabilities: table === undefined ? undefined : changeProbabilities(table, options),
  }
}

/** Changes of a rate (happenings a happening of the corpus), found by PELT with an overdispersed Poisson cost. */
export const rateChanges = (parts: readonly Part[]): Changes => changesOf(parts, poisson)

/** How counts of one kind vary, and what a stretch of them costs, both before dispersion. */
interface Family {
  readonly variance: (share: number) => number
  readonly deviance: (part: number, whole: number) => number
}

const binomial: Family = {
  variance: (share) => share * (1 - share),
  deviance: (part, whole) => -2 * (part * safeLog(part / whole) + (whole - part) * safeLog(1 - part / whole)),
}

const poisson: Family = {
  variance: (share) => share,
  deviance: (part, whole) => -2 * part * safeLog(part / whole),
}

/** 0 · ln 0 is 0. */
const safeLog = (value: number): number => (value > 0 ? Math.log(value) : 0)

function modelOf(parts: readonly Part[], family: Family) {
  const sums = cumulated(parts)
  const dispersion = dispersionOf(parts, family)
  const cost: Cost = (from, to) =>
    family.deviance(sums.parts[to]! - sums.parts[from]!, sums.wholes[to]! - sums.wholes[from]!) / dispersion
  const options: SegmentOptions = {
    length: parts.length,
    penalty: PENALTY * Math.log(Math.max(2, parts.length)),
    shortest: SHORTEST,
  }
  return { sums, dispersion, cost, options }
}

function changesOf(parts: readonly Part[], family: Family, table?: Cost): Changes {
  const { sums, dispersion, cost, options } = modelOf(parts, family)
  const starts = changePoints(table ?? cost, options)
  const edges = [0, ...starts, parts.length]
  const shares = edges.slice(1).map((to, at) => {
    const from = edges[at]!
    return (sums.parts[to]! - sums.parts[from]!) / (sums.wholes[to]! - sums.wholes[from]! || 1)
  })
  return { starts, shares, dispersion }
}

interface Cumulated {
  readonly parts: Float64Array
  readonly wholes: Float64Array
}

function cumulated(parts: readonly Part[]): Cumulated {
  const sums = { parts: new Float64Array(parts.length + 1), wholes: new Float64Array(parts.length + 1) }
  parts.forEach(({ part, whole }, at) => {
    sums.parts[at + 1] = sums.parts[at]! + part
    sums.wholes[at + 1] = sums.wholes[at]! + whole
  })
  return sums
}

/**
 * How much more neighbouring shares differ than independent happenings of these weights would: from differences, so that a
 * change of level between two stretches does not count as noise (after von Neumann 1941). At least what the weights alone give.
 */
function dispersionOf(parts: readonly Part[], { variance }: Family): number {
  const sums = cumulated(parts)
  const squares = parts.reduce((sum, part) => sum + part.squares, 0)
  let found = 0
  let expected = 0
  for (let at = 1; at < parts.length; at++) {
    const [a, b] = [parts[at - 1]!, parts[at]!]
    const from = Math.max(0, at - NEIGHBOURS)
    const to = Math.min(parts.length, at + NEIGHBOURS)
    const local = (sums.parts[to]! - sums.parts[from]!) / (sums.wholes[to]! - sums.wholes[from]!)
    found += ((a.whole * b.whole) / (a.whole + b.whole)) * (a.part / a.whole - b.part / b.whole) ** 2
    expected += variance(local)
  }
  const least = squares / Math.max(Number.MIN_VALUE, sums.wholes[parts.length]!)
  return Math.max(least, expected > 0 ? found / expected : 0, Number.EPSILON)
}
