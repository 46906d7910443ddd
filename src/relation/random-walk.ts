import type { Logit } from "./level.ts"

/** A logit level observed in a period, by the period's number; periods in between go unobserved. */
export interface Observation extends Logit {
  readonly index: number
}

/** What the model says of the periods asked for, in their order. */
export interface Walk {
  /** By all observations. */
  readonly smoothed: readonly Logit[]
  /** By those up to the period; undefined before the first. */
  readonly filtered: readonly (Logit | undefined)[]
  /** Standard deviation of a period's step. */
  readonly drift: number
}

/** Steps of the search for the drift: first over a grid, then within the best cell of it. */
const GRID = 24
const REFINEMENTS = 30
/** The drift is sought between these multiples of its typical size. */
const RANGE: readonly [number, number] = [1 / 50, 20]
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** What is believed of a level before anything is seen: from 0.7 to 99.3 of 100, the middle likeliest (Gelman et al. 2008). */
const PRIOR: Logit = { theta: 0, variance: 2.5 ** 2 }

/**
 * Local-level model: the level walks at random with one variance a period, and each observation adds its own known variance
 * (Kalman 1960; Durbin and Koopman 2012, ch. 2). The drift is the mode under a gamma prior of shape 2 with its peak at
 * `typicalDrift`, which keeps it off zero (Chung et al. 2013), so that periods without data widen the band. `observations`
 * ascend; without any the walk is empty.
 */
export function walk(
  observations: readonly Observation[],
  periods: readonly number[],
  typicalDrift: number,
): Walk {
  const [first] = observations
  if (first === undefined)
    return { smoothed: [], filtered: periods.map(() => undefined), drift: typicalDrift }
  const drift = likeliestDrift(observations, typicalDrift)
  const step = drift ** 2
  const known = filter(observations, step).states
  const ends = smooth(observations, known, step)
  let at = -1
  const states = periods.map((index) => {
    while (at + 1 < observations.length && observations[at + 1]!.index <= index) at++
    return stateAt(index, at, { observations, known, ends, step })
  })
  return { smoothed: states.map(({ smoothed }) => smoothed), filtered: states.map((s) => s.filtered), drift }
}

interface Filtered {
  readonly states: readonly Logit[]
  readonly logLikelihood: number
}

/** States at the observations, each by those up to it. */
function filter(observations: readonly Observation[], step: number): Filtered {
  let { theta, variance } = PRIOR
  let index = observations[0]!.index
  const states: Logit[] = []
  let logLikelihood = 0
  for (const observed of observations) {
    const predicted = variance + step * (observed.index - index)
    const total = predicted + observed.variance
    const surprise = observed.theta - theta
    const gain = predicted / total
    logLikelihood -= (Math.log(total) + surprise ** 2 / total) / 2
    index = observed.index
    theta += gain * surprise
    variance = predicted * (1 - gain)
    states.push({ theta, variance })
  }
  return { states, logLikelihood }
}

/** Rauch–Tung–Striebel: states at the observations by all of them. */
function smooth(observations: readonly Observation[], known: readonly Logit[], step: number): Logit[] {
  const ends = [...known]
  for (let at = known.length - 2; at >= 0; at--) {
    const gap = observations[at + 1]!.index - observations[at]!.index
    ends[at] = backward(known[at]!, ends[at + 1]!, step * gap)
  }
  return ends
}

/** A state by what is known up to it and by a later one that is `grown` in variance away. */
function backward(known: Logit, later: Logit, grown: number): Logit {
  const predicted = known.variance + grown
  const gain = known.variance / predicted
  return {
    theta: known.theta + gain * (later.theta - known.theta),
    variance: known.variance + gain ** 2 * (later.variance - predicted),
  }
}

interface States {
  readonly observations: readonly Observation[]
  readonly known: readonly Logit[]
  readonly ends: readonly Logit[]
  readonly step: number
}

/** The state of a period whose last observation so far is the one at `at`; −1 before the first. */
function stateAt(
  index: number,
  at: number,
  { observations, known, ends, step }: States,
): { smoothed: Logit; filtered: Logit | undefined } {
  if (at < 0)
    return { smoothed: widened(ends[0]!, step * (observations[0]!.index - index)), filtered: undefined }
  const gap = index - observations[at]!.index
  if (gap === 0) return { smoothed: ends[at]!, filtered: known[at]! }
  const filtered = widened(known[at]!, step * gap)
  const next = observations[at + 1]
  if (next === undefined) return { smoothed: filtered, filtered }
  return { smoothed: backward(filtered, ends[at + 1]!, step * (next.index - index)), filtered }
}

const widened = ({ theta, variance }: Logit, more: number): Logit => ({ theta, variance: variance + more })

/** Mode of the posterior of the drift, searched on a log scale. */
function likeliestDrift(observations: readonly Observation[], typical: number): number {
  const worth = (log: number): number => {
    const drift = Math.exp(log)
    return filter(observations, drift ** 2).logLikelihood + Math.log(drift) - drift / typical
  }
  const [low, high] = RANGE.map((multiple) => Math.log(typical * multiple)) as [number, number]
  const cell = (high - low) / GRID
  let best = low
  for (let at = 1; at <= GRID; at++) if (worth(low + at * cell) > worth(best)) best = low + at * cell
  return Math.exp(highest(worth, Math.max(low, best - cell), Math.min(high, best + cell)))
}

/** Golden-section search for the highest point. */
function highest(worth: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to]
  let [left, right] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)]
  let [atLeft, atRight] = [worth(left), worth(right)]
  for (let turn = 0; turn < REFINEMENTS; turn++) {
    if (atLeft >= atRight) {
      ;[b, right, atRight] = [right, left, atLeft]
      left = b - GOLDEN * (b - a)
      atLeft = worth(left)
    } else {
      ;[a, left, atLeft] = [left, right, atRight]
      right = a + GOLDEN * (b - a)
      atRight = worth(right)
    }
  }
  return (a + b) / 2
}
