/** The units that come first by score, without sorting them all; of equal ones those that `tie` puts first. */
export function bestOf(
  numbers: Uint32Array,
  scores: Float32Array,
  { first, tie }: { readonly first: number; readonly tie: (a: number, b: number) => number },
): number[] {
  const inOrder = (a: number, b: number): number => scores[b]! - scores[a]! || tie(a, b)
  if (numbers.length <= first) return [...numbers].sort(inOrder)
  const sorted = new Float32Array(numbers.length)
  for (let at = 0; at < numbers.length; at++) sorted[at] = scores[numbers[at]!]!
  sorted.sort()
  const least = sorted[sorted.length - first]!
  const good = numbers.filter((number) => scores[number]! >= least)
  return [...good].sort(inOrder).slice(0, first)
}
