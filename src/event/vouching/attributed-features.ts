import { type FeatureList, KIND_NUMBERS } from "../../mention/attribution/features.ts"
import { startsParagraph } from "../../mention/attribution/quotations.ts"
import type { Analysis } from "../../text/analysis.ts"
import { childrenOf } from "../syntax.ts"
import { type EventScene, lengthOf } from "./event-scene.ts"
import type { Teller } from "./tellers.ts"
import { code, few, writeVector, writeWay } from "./way-features.ts"

/** Verbs by which a source asserts what it says. */
const ASSERTING = new Set(
  "accord add allege announce assert claim comment confirm declare emphasize emphasise explain highlight inform insist maintain mention note quote recall remark remind report reveal say state stress tell underline warn write".split(
    " ",
  ),
)

/** Writes what speaks for the source of an attribution vouching for the event. */
export function writeAttributed(
  features: FeatureList,
  scene: EventScene,
  teller: Teller,
  where: number,
  own: number,
): void {
  const { analysis, tellers, event, holding } = scene
  const { cue, content, direct } = teller
  const kind = KIND_NUMBERS[teller.kind]
  const { trigger } = event
  const range = content!
  const lemma = code(analysis.lemma[cue])
  const quotation = tellers.quotations.at[trigger]!
  const same = quotation !== -1 && tellers.quotations.at[range.first]! === quotation ? 1 : 0
  const quoted = (quotation === -1 ? 0 : 1) + (direct ? 2 : 0) + same * 4
  const rank = holding.indexOf(teller)
  const first = code(analysis.lemma[range.first])
  const inverted = range.first < cue ? 1 : 0
  features.add(20, lemma, where)
  features.add(21, lemma, own, where)
  features.add(22, lemma, KIND_NUMBERS[teller.kind])
  features.add(23, lemma, first)
  features.add(24, where, quoted, own)
  features.add(25, where, rank, few(holding.length))
  features.add(26, where, first, direct ? 1 : 0)
  features.add(27, where, code(analysis.tag[cue]), inverted)
  features.add(28, code(analysis.deprel[cue]), where, code(analysis.tag[cue]))
  features.add(29, where, few(lengthOf(teller)), inverted)
  features.add(30, where, lemma, code(event.type ?? ""))
  const asserts = ASSERTING.has(analysis.lemma[cue] ?? "") ? 1 : 0
  features.add(31, where, asserts, own * 16 + kind)
  features.add(36, where, asserts, own * 4 + Math.min(rank + 1, 3))
  features.add(37, asserts, code(event.type ?? ""), own)
  features.add(38, where, asserts, code(analysis.tag[event.trigger]))
  writeWay(features, analysis, trigger, cue, 32, where)
  writeVector(features, scene, cue, where < 16 ? 0 : 1)
  if (rank !== -1) return
  writeBetween(features, scene, teller, where, quoted)
}

/** What lies between an attribution and an event that its content does not reach. */
function writeBetween(
  features: FeatureList,
  { analysis, tellers, event, holding }: EventScene,
  teller: Teller,
  where: number,
  quoted: number,
): void {
  const { trigger } = event
  const index = analysis.sentence[trigger]!
  const sentence = analysis.sentences[index]!
  const at = analysis.sentence[teller.cue]!
  let paragraphs = 0
  for (let between = at + 1; between <= index; between += 1)
    if (startsParagraph(analysis, analysis.sentences[between]!.first)) paragraphs += 1
  let nearer = 0
  for (let between = at; between < index; between += 1)
    for (const other of tellers.bySentence[between]!)
      if (tellers.all[other]!.cue > teller.cue && tellers.all[other]!.name !== teller.name) nearer += 1
  const opening = code(analysis.lemma[sentence.first])
  const aux = auxiliaries(analysis, trigger)
  features.add(40, where, few(paragraphs), quoted)
  features.add(41, where, few(nearer), few(holding.length))
  features.add(42, where, opening)
  features.add(43, where, aux)
  features.add(44, where, few(Math.abs(trigger - teller.cue)))
  features.add(45, where, few(paragraphs), few(nearer))
  features.add(46, where, quoted, few(nearer))
  features.add(47, where, holding.length > 0 && holding.some(({ name }) => name === teller.name) ? 1 : 0)
  features.add(48, where, code(analysis.lemma[teller.cue]), aux)
}

/** The auxiliaries of a verb as one code: "would", "have be". */
function auxiliaries(analysis: Analysis, trigger: number): number {
  const words = childrenOf(analysis, trigger).filter((child) => analysis.deprel[child]!.startsWith("aux"))
  return code(words.map((child) => analysis.lemma[child]).join(" "))
}
