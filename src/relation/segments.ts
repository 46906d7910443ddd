/** Cost of a segment of periods, `from` inclusive, `to` exclusive: minus twice its log-likelihood. */
export type Cost = (from: number, to: number) => number

export interface SegmentOptions {
  readonly length: number
  /** What every further segment costs. */
  readonly penalty: number
  /** A level that holds for fewer periods is an outlier, not a level. */
  readonly shortest: number
}

/** More periods than this are not summed over: it takes the square of their number. */
const MOST_SUMMED = 1500

/**
 * PELT (Killick, Fearnhead and Eckley 2012): the segmentation whose costs and penalties sum to least, exactly, as the starts of
 * its segments after the first. A start is dropped once it cannot win any more.
 */
export function changePoints(cost: Cost, { length, penalty, shortest }: SegmentOptions): number[] {
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(length + 1).fill(-1)
  best[0] = -penalty
  // Starts that can still win, and the end from which each cannot any more.
  const open: number[] = []
  const closed = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const totals = new Float64Array(length + 1)
  for (let end = shortest; end <= length; end++) {
    if (best[end - shortest]! < Number.POSITIVE_INFINITY) open.push(end - shortest)
    let kept = 0
    for (const start of open) {
      if (closed[start]! <= end) continue
      open[kept++] = start
      const total = best[start]! + cost(start, end)
      totals[start] = total
      if (total + penalty < best[end]!) {
        best[end] = total + penalty
        previous[end] = start
      }
    }
    open.length = kept
    // A start that loses to one here loses from the first end on at which a segment that begins here is long enough.
    for (const start of open)
      if (totals[start]! > best[end]!) closed[start] = Math.min(closed[start]!, end + shortest)
  }
  const found: number[] = []
  for (let at = previous[length]!; at > 0; at = previous[at]!) found.unshift(at)
  return found
}

/** The cost looked up instead of computed; undefined where there are too many periods. */
export function tabulated(cost: Cost, length: number): Cost | undefined {
  if (length > MOST_SUMMED) return undefined
  const width = length + 1
  const table = new Float64Array(width * width)
  for (let from = 0; from < length; from++)
    for (let to = from + 1; to <= length; to++) table[from * width + to] = cost(from, to)
  return (from, to) => table[from * width + to]!
}

/**
 * How likely a segment begins at each period, over all segmentations weighed by exp(−½(cost + penalties)) and summed exactly
 * forwards and backwards (as Fearnhead 2006). It takes the square of the periods' number: see `tabulated`.
 */
export function changeProbabilities(cost: Cost, { length, penalty, shortest }: SegmentOptions): Float64Array {
  const before = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  const after = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  const worth = (from: number, to: number): number => -(cost(from, to) + penalty) / 2
  before[0] = 0
  after[length] = 0
  for (let end = shortest; end <= length; end++)
    before[end] = logSum(end - shortest + 1, (from) =>
      before[from] === Number.NEGATIVE_INFINITY ? Number.NEGATIVE_INFINITY : before[from]! + worth(from, end),
    )
  for (let from = length - shortest; from >= 0; from--)
    after[from] = logSum(length - from - shortest + 1, (at) => {
      const to = from + shortest + at
      return after[to] === Number.NEGATIVE_INFINITY ? Number.NEGATIVE_INFINITY : after[to]! + worth(from, to)
    })
  const probabilities = new Float64Array(length)
  const all = before[length]!
  if (all === Number.NEGATIVE_INFINITY) return probabilities
  for (let at = 1; at < length; at++) probabilities[at] = Math.exp(before[at]! + after[at]! - all)
  return probabilities
}

/** ln Σ exp(term), safe for large terms. */
function logSum(count: number, term: (at: number) => number): number {
  let highest = Number.NEGATIVE_INFINITY
  let sum = 0
  for (let at = 0; at < count; at++) {
    const value = term(at)
    if (value === Number.NEGATIVE_INFINITY) continue
    if (value > highest) {
      sum = sum * Math.exp(highest - value) + 1
      highest = value
    } else sum += Math.exp(value - highest)
  }
  return sum === 0 ? Number.NEGATIVE_INFINITY : highest + Math.log(sum)
}
