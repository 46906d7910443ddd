import type { FeatureList } from "./features.ts"
import { at, branchOf, bucket, exactSubtree, hasSubject, quoted } from "./position-facts.ts"
import { placeIn, relationTo, type Scene } from "./scene.ts"

const NOTHING = 0

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
