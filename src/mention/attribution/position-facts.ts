import type { Facts } from "./facts.ts"
import type { Scene } from "./scene.ts"

/** A distance in tokens as a small number: exact up to 5, then coarser. */
export function bucket(distance: number): number {
  const size = Math.abs(distance)
  const step = size <= 5 ? size : size <= 8 ? 6 : size <= 12 ? 7 : size <= 20 ? 8 : size <= 40 ? 9 : 10
  return distance < 0 ? -step : step
}

/** The value at a token, 0 beyond the article. */
export const at = (values: ArrayLike<number>, token: number): number => values[token] ?? 0

/** 0 outside quotations, else 1 + where the token stands in one: 1 opening mark, 2 just inside, 3 inside, 4 last word, 5 closing mark. */
export function quoted({ facts: { quotations } }: Scene, token: number): number {
  const index = quotations.at[token] ?? -1
  if (index === -1) return 0
  const { first, last } = quotations.all[index]!
  if (token === first) return 1
  if (token === last - 1) return 5
  return token === first + 1 ? 2 : token === last - 2 ? 4 : 3
}

interface Branch {
  /** The token's highest ancestor below the cue's head or one of its ancestors; the token itself at least. */
  readonly top: number
  /** How many steps above the cue's head the branch hangs; 5 where it hangs from none of its near ancestors. */
  readonly level: number
}

const HIGHEST_LEVEL = 5
const LONGEST_CLIMB = 40

/** The branch of the tree that a token stands in, as seen from the cue. */
export function branchOf({ facts: { analysis }, head }: Scene, token: number): Branch {
  const { head: heads } = analysis
  let top = token
  for (let climb = 0; climb < LONGEST_CLIMB; climb += 1) {
    const above = heads[top]!
    if (above === -1) break
    let ancestor = head
    for (let level = 0; level < HIGHEST_LEVEL && ancestor !== -1; level += 1) {
      if (ancestor === above) return { top, level }
      ancestor = heads[ancestor]!
    }
    top = above
  }
  return { top, level: HIGHEST_LEVEL }
}

/** The number of tokens in [begin, end] whose head lies outside, given the number for the span one token shorter. */
export function grownRoots(
  { facts: { analysis } }: Scene,
  begin: number,
  end: number,
  roots: number,
): number {
  let count = roots
  const head = analysis.head[end]!
  if (head < begin || head > end) count += 1
  for (
    let child = analysis.firstChild[end]!;
    child !== -1 && child < end;
    child = analysis.nextSibling[child]!
  )
    if (child >= begin) count -= 1
  return count
}

/** The highest token whose subtree is exactly [begin, end], -1 for none. */
export function exactSubtree(
  { topLeft, topRight, leftEdge, rightEdge }: Facts,
  begin: number,
  end: number,
): number {
  const left = topLeft[begin]!
  if (left !== -1 && rightEdge[left] === end) return left
  const right = topRight[end]!
  if (right !== -1 && leftEdge[right] === begin) return right
  return -1
}

/** 1 where the token has a subject of its own, 2 where that subject stands right before it, 0 for none. */
export function hasSubject({ facts: { analysis } }: Scene, token: number): number {
  if (token === -1) return 3
  for (let child = analysis.firstChild[token]!; child !== -1; child = analysis.nextSibling[child]!)
    if (analysis.deprel[child]!.startsWith("nsubj")) return child === token - 1 ? 2 : 1
  return 0
}
