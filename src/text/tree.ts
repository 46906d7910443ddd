/** The root's column in a score matrix; token i stands in column i + 1. */
const ROOT = 0
/** Taken off every root score in the search, so that exactly one token hangs from the root. */
const ROOT_PENALTY = 1e5

/**
 * The heads of the best tree with one root: `scores` holds `count` rows (dependents) of `count + 1` columns (heads; column 0
 * is the root). Greedy where that already is a tree, else Chu-Liu-Edmonds. Heads are columns.
 */
export function bestTree(scores: Float32Array, count: number): Int32Array {
  const heads = new Int32Array(count)
  for (let row = 0; row < count; row += 1) heads[row] = bestColumn(scores, row, count)
  if (isTree(heads)) return heads
  const size = count + 1
  const dense = new Float64Array(size * size).fill(-Infinity)
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column <= count; column += 1)
      if (column !== row + 1)
        dense[(row + 1) * size + column] = scores[row * size + column]! - (column === ROOT ? ROOT_PENALTY : 0)
  const best = spanningTree(dense, size)
  for (let row = 0; row < count; row += 1) heads[row] = best[row + 1]!
  return heads
}

function bestColumn(scores: Float32Array, row: number, count: number): number {
  const from = row * (count + 1)
  let best = ROOT
  for (let column = 1; column <= count; column += 1)
    if (column !== row + 1 && scores[from + column]! > scores[from + best]!) best = column
  return best
}

/** True where exactly one token hangs from the root and every token reaches it. */
export function isTree(heads: Int32Array): boolean {
  let roots = 0
  const seen = new Int32Array(heads.length)
  for (let start = 0; start < heads.length; start += 1) {
    if (heads[start] === ROOT) roots += 1
    let at = start
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1
      at = heads[at]! - 1
    }
    if (at >= 0 && seen[at] === start + 1) return false
  }
  return roots === 1 || heads.length === 0
}

/** One cycle of `heads` (node 0 is the root), or undefined. */
function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length)
  for (let start = 1; start < heads.length; start += 1) {
    let at = start
    while (at !== ROOT && seen[at] === 0) {
      seen[at] = start
      at = heads[at]!
    }
    if (at === ROOT || seen[at] !== start) continue
    const cycle = [at]
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next)
    return cycle
  }
  return undefined
}

/** Chu-Liu-Edmonds over `size` rows (dependents) of `size` columns (heads); node 0 is the root. */
function spanningTree(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size)
  for (let row = 0; row < size; row += 1) {
    const from = row * size
    let best = ROOT
    for (let head = 1; head < size; head += 1) if (scores[from + head]! > scores[from + best]!) best = head
    heads[row] = best
  }
  const cycle = findCycle(heads)
  return cycle === undefined ? heads : expand(scores, size, heads, cycle)
}

/** Contracts a cycle into one node, solves the smaller problem, and opens the cycle where the solution enters it. */
function expand(scores: Float64Array, size: number, heads: Int32Array, cycle: readonly number[]): Int32Array {
  const inside = new Uint8Array(size)
  for (const member of cycle) inside[member] = 1
  const outside = new Int32Array(size - cycle.length)
  for (let node = 0, at = 0; node < size; node += 1) if (inside[node] === 0) outside[at++] = node
  const merged = outside.length
  const enter = new Int32Array(merged)
  const leave = new Int32Array(merged)
  const width = merged + 1
  const small = new Float64Array(width * width).fill(-Infinity)
  for (let at = 0; at < merged; at += 1) {
    const node = outside[at]!
    for (let column = 0; column < merged; column += 1)
      small[at * width + column] = scores[node * size + outside[column]!]!
    for (const member of cycle) {
      const into = scores[member * size + node]! - scores[member * size + heads[member]!]!
      if (into > small[merged * width + at]!) {
        small[merged * width + at] = into
        enter[at] = member
      }
      const outOf = scores[node * size + member]!
      if (outOf > small[at * width + merged]!) {
        small[at * width + merged] = outOf
        leave[at] = member
      }
    }
  }
  const solved = spanningTree(small, width)
  const result = heads.slice()
  for (let at = 1; at < merged; at += 1)
    result[outside[at]!] = solved[at] === merged ? leave[at]! : outside[solved[at]!]!
  const entry = solved[merged]!
  result[enter[entry]!] = outside[entry]!
  return result
}
