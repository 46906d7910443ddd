/** The units that come first by score, without sorting them all; of equal ones those that `tie` puts first. */
export function bestOf(
  numbers: Uint32Array,
  scores: Float32Array,
  { first, tie }: { readonly first: number; readonly tie: (a: number, b: number) => number },
): number[] {
  const inOrder = (a: number, b: number): number => scores[b]! - scores[a]! || tie(a, b)
  if (numbers.length <= first) return [...numbers].sort(inOrder)
  const least = leastOfBest(numbers, scores, first)
  const good = numbers.filter((number) => scores[number]! >= least)
  return [...good].sort(inOrder).slice(0, first)
}

/** The lowest of the `first` highest scores: a heap of that many, whose lowest stands at its root, takes in one score after another. */
function leastOfBest(numbers: Uint32Array, scores: Float32Array, first: number): number {
  const heap = new Float32Array(first).fill(Number.NEGATIVE_INFINITY)
  for (let at = 0; at < numbers.length; at++) {
    const score = scores[numbers[at]!]!
    if (score > heap[0]!) sinkFromRoot(heap, score)
  }
  return heap[0] ?? Number.POSITIVE_INFINITY
}

/** Puts a score in the root's place and lets it sink to where it belongs. */
function sinkFromRoot(heap: Float32Array, score: number): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) break
    const lower = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left
    if (heap[lower]! >= score) break
    heap[at] = heap[lower]!
    at = lower
  }
  heap[at] = score
}
