import type { Measures } from "./measures.ts"
import type { PageTree } from "./page-tree.ts"

/** A teaser says in a paragraph what another page tells; what is longer is an article's own section, in characters. */
const LONGEST_CARD = 900
/** As many alike side by side are a list of them. */
const FEWEST_CARDS = 3

/**
 * Marks as left out the teasers of other articles: boxes of one name under one parent, each with a linked heading. Their
 * paragraphs read just like an article's. Gives true where it found any.
 */
export function leaveCards(
  { elements }: PageTree,
  left: Uint8Array,
  { chars, linkChars, headingChars }: Measures,
): boolean {
  const groups = new Map<string, number[]>()
  for (const { index, parent, tag, hints } of elements) {
    if (left[index] === 1 || parent === undefined || headingChars[index] === 0) continue
    if (chars[index]! > LONGEST_CARD || linkChars[index]! < headingChars[index]! * 0.9) continue
    const key = `${parent.index} ${tag} ${hints}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  let found = false
  for (const group of groups.values()) {
    if (group.length < FEWEST_CARDS) continue
    found = true
    for (const index of group) left[index] = 1
  }
  if (found)
    for (const { index, parent } of elements)
      if (parent !== undefined && left[parent.index] === 1) left[index] = 1
  return found
}
