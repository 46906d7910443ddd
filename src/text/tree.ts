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
  const dense = Array.from({ length: count + 1 }, () => new Float64Array(count + 1).fill(-Infinity))
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column <= count; column += 1)
      if (column !== row + 1)
        dense[row + 1]![column] = scores[row * (count + 1) + column]! - (column === ROOT ? ROOT_PENALTY : 0)
  const best = spanningTree(dense)
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
function findCycle(heads: readonly number[]): number[] | undefined {
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

/** Chu-Liu-Edmonds over scores[dependent][head]; node 0 is the root. */
function spanningTree(scores: readonly Float64Array[]): number[] {
  const size = scores.length
  const heads = scores.map((row) => {
    let best = ROOT
    for (let head = 1; head < size; head += 1) if (row[head]! > row[best]!) best = head
    return best
  })
  const cycle = findCycle(heads)
  if (cycle === undefined) return heads
  return expand(scores, heads, cycle)
}

/** Contracts a cycle into one node, solves the smaller problem, and opens the cycle where the solution enters it. */
function expand(
  scores: readonly Float64Array[],
  heads: readonly number[],
  cycle: readonly number[],
): number[] {
  const inside = new Set(cycle)
  const outside = scores.map((_, node) => node).filter((node) => !inside.has(node))
  const merged = outside.length
  const enter = new Int32Array(merged)
  const leave = new Int32Array(merged)
  const small = Array.from({ length: merged + 1 }, () => new Float64Array(merged + 1).fill(-Infinity))
  outside.forEach((node, at) => {
    outside.forEach((head, column) => {
      small[at]![column] = scores[node]![head]!
    })
    for (const member of cycle) {
      const into = scores[member]![node]! - scores[member]![heads[member]!]!
      if (into > small[merged]![at]!) {
        small[merged]![at] = into
        enter[at] = member
      }
      if (scores[node]![member]! > small[at]![merged]!) {
        small[at]![merged] = scores[node]![member]!
        leave[at] = member
      }
    }
  })
  const solved = spanningTree(small)
  const result = [...heads]
  outside.forEach((node, at) => {
    if (at > 0) result[node] = solved[at] === merged ? leave[at]! : outside[solved[at]!]!
  })
  const entry = solved[merged]!
  result[enter[entry]!] = outside[entry]!
  return result
}
