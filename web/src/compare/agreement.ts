/** How far two series go together, told with what that rests on. */
export interface Agreement {
  /** Months in which both say something. */
  readonly months: number
  /** So many independent months they are worth: neighbours resemble each other. */
  readonly effective: number
  /** Pearson's correlation with its 95 % band, and Spearman's of the ranks; null where they cannot be told. */
  readonly correlation: number | null
  readonly low: number | null
  readonly high: number | null
  readonly ranks: number | null
}

/** Of fewer months a correlation says next to nothing. */
const FEWEST_MONTHS = 8
const BAND = 1.96

/** Agreement of two values a month, in the order of time. */
export function agreementOf(pairs: readonly (readonly [number, number])[]): Agreement {
  const a = pairs.map(([value]) => value)
  const b = pairs.map(([, value]) => value)
  const correlation = pairs.length < FEWEST_MONTHS ? null : correlationOf(a, b)
  const effective = effectiveLength(a, b)
  return {
    months: pairs.length,
    effective,
    correlation,
    ...bandOf(correlation, effective),
    ranks: correlation === null ? null : correlationOf(ranksOf(a), ranksOf(b)),
  }
}

/** Pearson's correlation; null where one of the two does not vary. */
export function correlationOf(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  a.forEach((value, at) => {
    const [da, db] = [value - meanA, (b[at] ?? 0) - meanB]
    ab += da * db
    aa += da * da
    bb += db * db
  })
  return aa === 0 || bb === 0 ? null : Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)))
}

/** Ranks from 1; equal values share the mean of theirs. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++
    for (let at = from; at <= to; at++) ranks[order[at]?.at ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** n (1 − r₁r₂) / (1 + r₁r₂), with the correlation of each series with itself a month before (Bretherton et al. 1999). */
function effectiveLength(a: readonly number[], b: readonly number[]): number {
  const both = Math.max(0, lagged(a) * lagged(b))
  return Math.max(Math.min(a.length, 2), Math.round((a.length * (1 - both)) / (1 + both)))
}

const lagged = (values: readonly number[]): number =>
  values.length < 3 ? 0 : (correlationOf(values.slice(1), values.slice(0, -1)) ?? 0)

/** Fisher's band; null where the months are too few for one. */
function bandOf(correlation: number | null, effective: number): Pick<Agreement, "low" | "high"> {
  if (correlation === null || effective <= 3) return { low: null, high: null }
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, correlation)))
  const margin = BAND / Math.sqrt(effective - 3)
  return { low: Math.tanh(z - margin), high: Math.tanh(z + margin) }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
