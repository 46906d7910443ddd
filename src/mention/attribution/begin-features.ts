import type { FeatureList } from "./features.ts"
import { at, branchOf, bucket, quoted } from "./position-facts.ts"
import { placeIn, relationTo, type Scene } from "./scene.ts"

const NOTHING = 0

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
