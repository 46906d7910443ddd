import type { Facts } from "./facts.ts"
import type { FeatureList } from "./features.ts"
import { placeIn, relationTo, type Scene } from "./scene.ts"

const NOTHING = 0

/** A distance in tokens as a small number: exact up to 5, then coarser. */
function bucket(distance: number): number {
  const size = Math.abs(distance)
  const step = size <= 5 ? size : size <= 8 ? 6 : size <= 12 ? 7 : size <= 20 ? 8 : size <= 40 ? 9 : 10
  return distance < 0 ? -step : step
}

const at = (values: ArrayLike<number>, token: number): number => values[token] ?? NOTHING

/** 0 outside quotations, else 1 + where the token stands in one: 1 opening mark, 2 just inside, 3 inside, 4 last word, 5 closing mark. */
function quoted({ facts: { quotations } }: Scene, token: number): number {
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
function branchOf({ facts: { analysis }, head }: Scene, token: number): Branch {
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

/** Writes what speaks for a span beginning at the token. */
export function writeBegin(features: FeatureList, scene: Scene, token: number): void {
  const { facts, head, cue, source, content, window, passive } = scene
  const { analysis, lemma, tag, relation, topLeft, topRight } = facts
  const top = topLeft[token]!
  const topKind = top === -1 ? 16 : relationTo(scene, top)
  const topName = top === -1 ? NOTHING : relation[top]!
  const topUpos = top === -1 ? 20 : analysis.upos[top]!
  const child = at(scene.childLeft, token - window.first)
  const word = lemma[head]!
  const headName = relation[head]!
  const side = token < head ? 0 : 1
  const offset = bucket(token - head)
  const state = quoted(scene, token) * 8 + quoted(scene, head)
  const sentence = analysis.sentences[analysis.sentence[head]!]!
  const atStart = token === sentence.first ? 1 : token < sentence.first ? 2 : token >= sentence.last ? 3 : 0
  const inCue = placeIn(cue, token)
  const inSource = placeIn(source, token)
  const before = topRight[token - 1] ?? -1
  const beforeKind = before === -1 || token === sentence.first ? 16 : relationTo(scene, before)
  const branch = branchOf(scene, token)
  const branchName = relation[branch.top]!
  const atBranch = branch.level * 2 + (facts.leftEdge[branch.top] === token ? 1 : 0)
  features.clear()
  features.add(40, atBranch, branchName, side)
  features.add(41, atBranch, branchName, word)
  features.add(42, atBranch, branchName, headName)
  features.add(43, atBranch, analysis.upos[branch.top]!, tag[head]!)
  features.add(44, atBranch, tag[token]!, at(lemma, token - 1))
  features.add(45, state, atBranch, branchName)
  features.add(0, offset, analysis.upos[head]!)
  features.add(1, topKind, topName, side)
  features.add(2, topKind, topName, word)
  features.add(3, topKind, topName, headName)
  features.add(4, child, word, side)
  features.add(5, child, headName, side)
  features.add(6, child, topUpos, passive + 2 * side)
  features.add(7, lemma[token]!, side, inCue)
  features.add(8, tag[token]!, at(tag, token - 1), side)
  features.add(9, at(lemma, token - 1), side, child)
  features.add(10, tag[token]!, at(tag, token + 1), side)
  features.add(11, inCue, inSource, state)
  features.add(12, inCue, word, child)
  features.add(13, inCue, lemma[token]!, word)
  features.add(14, state, atStart, side)
  features.add(15, atStart, topKind, topName)
  features.add(16, beforeKind, before === -1 ? NOTHING : relation[before]!, side)
  features.add(17, beforeKind, at(lemma, token - 1), topKind)
  features.add(18, offset, tag[token]!, topName)
  features.add(19, inSource, inCue, child)
  features.add(20, inSource, at(lemma, token - 1), topName)
  features.add(21, topKind, topUpos, tag[head]!)
  features.add(22, topKind, topName, passive + 2 * side)
  features.add(23, relation[token]!, relationTo(scene, token), side)
  features.add(24, tag[token]!, at(lemma, token - 1), inCue)
  features.add(25, inCue, tag[head]!, tag[token]!)
  features.add(26, top === -1 ? NOTHING : lemma[top]!, topName, side)
  features.add(27, at(lemma, token + 1), tag[token]!, inCue)
  if (content !== null) {
    const inContent = placeIn(content, token)
    const last = content.last - 1
    features.add(28, inContent, state)
    features.add(29, inContent, atStart, inSource)
    features.add(30, inContent, inCue, side)
    features.add(31, inContent, child, topName)
    features.add(32, at(lemma, last), inContent, inCue)
    features.add(33, state, quoted(scene, content.first) * 8 + quoted(scene, last), inContent)
    features.add(34, placeIn(cue, content.first), inCue, inSource)
  }
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
function hasSubject({ facts: { analysis } }: Scene, token: number): number {
  if (token === -1) return 3
  for (let child = analysis.firstChild[token]!; child !== -1; child = analysis.nextSibling[child]!)
    if (analysis.deprel[child]!.startsWith("nsubj")) return child === token - 1 ? 2 : 1
  return 0
}

/** Writes what speaks for a span that begins at `begin` ending with the token `end`, that one included. */
export function writeEnd(
  features: FeatureList,
  scene: Scene,
  begin: number,
  end: number,
  roots: number,
): void {
  const { facts, head, cue, source, content, window, passive } = scene
  const { analysis, lemma, tag, relation, topLeft, topRight } = facts
  const word = lemma[head]!
  const sentence = analysis.sentences[analysis.sentence[head]!]!
  const side = begin < head ? 0 : 1
  const top = topRight[end]!
  const topKind = top === -1 ? 16 : relationTo(scene, top)
  const topName = top === -1 ? NOTHING : relation[top]!
  const exact = exactSubtree(facts, begin, end)
  const exactKind = exact === -1 ? 16 : relationTo(scene, exact)
  const exactName = exact === -1 ? NOTHING : relation[exact]!
  const child = at(scene.childRight, end - window.first)
  const next = end + 1
  const nextTop = next < sentence.last ? topLeft[next]! : -1
  const nextKind = next === sentence.last ? 17 : nextTop === -1 ? 16 : relationTo(scene, nextTop)
  const nextName = nextTop === -1 ? NOTHING : relation[nextTop]!
  const toEnd = Math.min(4, Math.max(-1, sentence.last - 1 - end))
  const marks = quoted(scene, begin) * 8 + quoted(scene, end)
  const length = bucket(end - begin)
  const some = Math.min(roots, 4)
  const inCue = placeIn(cue, end)
  const inSource = placeIn(source, end)
  const beginTop = topLeft[begin]!
  const beginKind = beginTop === -1 ? 16 : relationTo(scene, beginTop)
  const beginName = beginTop === -1 ? NOTHING : relation[beginTop]!
  const past = beginTop === -1 ? 0 : Math.sign(end - facts.rightEdge[beginTop]!) + 2
  const branch = branchOf(scene, begin)
  const branchName = relation[branch.top]!
  const overBranch = branch.level * 3 + Math.sign(end - facts.rightEdge[branch.top]!) + 1
  const nextVerb = nextTop === -1 ? NOTHING : tag[nextTop]!
  const second = next + 1 < sentence.last ? topLeft[next + 1]! : -1
  const secondName = second === -1 ? NOTHING : relation[second]!
  const secondKind = second === -1 ? 16 : relationTo(scene, second)
  features.clear()
  features.add(40, overBranch, branchName, side)
  features.add(41, overBranch, branchName, word)
  features.add(42, overBranch, branchName, some)
  features.add(43, overBranch, at(lemma, next), nextName)
  features.add(44, overBranch, marks, quoted(scene, next))
  features.add(45, at(lemma, next), nextVerb, tag[head]!)
  features.add(46, at(lemma, next), secondName, secondKind)
  features.add(47, at(lemma, next), second === -1 ? NOTHING : tag[second]!, hasSubject(scene, second))
  features.add(48, at(lemma, next), at(lemma, next + 1), secondName)
  features.add(49, nextName, hasSubject(scene, nextTop), at(lemma, next))
  features.add(50, at(lemma, next), at(tag, next + 1), at(tag, next + 2))
  features.add(0, length, side)
  features.add(1, topKind, topName, some)
  features.add(2, exactKind, exactName, side)
  features.add(3, exactKind, exactName, word)
  features.add(4, child, word, side)
  features.add(5, nextKind, nextName, side)
  features.add(6, nextKind, nextName, some)
  features.add(7, nextName, at(lemma, next), topName)
  features.add(8, tag[end]!, at(tag, next), side)
  features.add(9, lemma[end]!, toEnd, side)
  features.add(10, at(lemma, next), side, some)
  features.add(11, toEnd, some, side)
  features.add(12, marks, toEnd, side)
  features.add(13, marks, tag[end]!, at(tag, next))
  features.add(14, marks, quoted(scene, next) * 8 + quoted(scene, head))
  features.add(15, inCue, inSource, some)
  features.add(16, inCue, tag[end]!, child)
  features.add(17, inCue, lemma[end]!, word)
  features.add(18, inCue, at(lemma, next), word)
  features.add(19, past, beginKind, beginName)
  features.add(20, past, some, nextName)
  features.add(21, past, at(lemma, next), tag[end]!)
  features.add(22, length, tag[end]!, some)
  features.add(23, inSource, at(lemma, next), tag[end]!)
  features.add(24, nextKind, nextName, word)
  features.add(25, at(tag, next), at(tag, next + 1), past)
  features.add(26, at(lemma, next), at(lemma, next + 1), some)
  features.add(27, relation[end]!, at(relation, next), tag[begin]!)
  features.add(28, inCue, placeIn(cue, begin), side)
  features.add(29, tag[begin]!, length, tag[end]!)
  features.add(30, past, length, beginName)
  features.add(31, topKind, topName, nextKind)
  features.add(32, exactName, tag[end]!, at(tag, next))
  features.add(33, passive, inCue, child)
  features.add(34, lemma[begin]!, past, some)
  if (content !== null) {
    const inContent = placeIn(content, end)
    features.add(35, inContent, toEnd, some)
    features.add(36, inContent, inCue, inSource)
    features.add(37, inContent, marks)
  }
}

/** Writes what speaks for there being no such span: nobody named as the source, no second part. */
export function writeNone(features: FeatureList, scene: Scene): void {
  const { facts, head, content, cue, source, passive } = scene
  const { analysis, lemma, tag, relation } = facts
  let frame = 0
  for (let child = analysis.firstChild[head]!; child !== -1; child = analysis.nextSibling[child]!) {
    const name = analysis.deprel[child]!
    if (name.startsWith("nsubj")) frame |= 1
    if (name.startsWith("nmod:poss")) frame |= 2
    if (name === "obl" || name === "obl:agent") frame |= 4
  }
  const parent = analysis.head[head]!
  const above = parent === -1 ? NOTHING : lemma[parent]!
  features.clear()
  features.add(60, NOTHING)
  features.add(61, lemma[head]!, tag[head]!)
  features.add(62, tag[head]!, relation[head]!, frame)
  features.add(63, frame, passive, analysis.upos[head]!)
  features.add(64, above, tag[head]!, relation[head]!)
  features.add(65, lemma[head]!, frame, passive)
  features.add(66, relation[head]!, parent === -1 ? NOTHING : relation[parent]!, tag[head]!)
  if (content !== null) {
    const last = content.last - 1
    const marks = quoted(scene, content.first) * 8 + quoted(scene, last)
    const sentence = analysis.sentences[analysis.sentence[head]!]!
    const left = sentence.last - Math.max(content.last, cue?.last ?? 0, source?.last ?? 0)
    features.add(67, marks, placeIn(cue, content.first), placeIn(source, content.first))
    features.add(68, lemma[last]!, placeIn(cue, last), placeIn(source, last))
    features.add(69, bucket(left), placeIn(cue, content.first))
    features.add(70, bucket(left), marks, at(lemma, content.last))
    features.add(71, bucket(content.first - sentence.first), placeIn(cue, last), marks)
    features.add(72, at(lemma, cue?.last ?? head + 1), placeIn(cue, content.first))
    features.add(73, at(lemma, source?.last ?? 0), placeIn(source, content.first), bucket(left))
  }
}
