import { type FeatureList, KIND_NUMBERS } from "../../mention/attribution/features.ts"
import { caseOf } from "../syntax.ts"
import { writeAttributed } from "./attributed-features.ts"
import { type EventScene, holds, placeOf } from "./event-scene.ts"
import { ownness } from "./own-words.ts"
import type { Teller } from "./tellers.ts"
import { code, few, writeVector, writeWay } from "./way-features.ts"

/** Writes what speaks for the teller vouching for the event: article and event as in the scene. */
export function writeVouching(features: FeatureList, scene: EventScene, teller: Teller): void {
  const { analysis, event, holding, crowded } = scene
  const { trigger } = event
  const own = ownness(teller, event.actors)
  const kind = KIND_NUMBERS[teller.kind] + (teller.anaphor ? 8 : 0)
  const place = placeOf(analysis, teller, trigger)
  const away = analysis.sentence[trigger]! - analysis.sentence[teller.cue === -1 ? teller.head : teller.cue]!
  const origin = teller.cue === -1 ? 1 : 0
  const where = place * 16 + Math.max(-2, Math.min(5, away)) + 2 + origin * 512
  const type = code(event.type ?? "")
  features.clear()
  features.add(0, where)
  features.add(1, where, own)
  features.add(2, where, kind, own)
  features.add(3, where, type)
  features.add(4, type, own, where)
  features.add(5, where, few(holding.length), crowded ? 1 : 0)
  features.add(6, kind, type)
  features.add(7, code(analysis.tag[trigger]), where)
  features.add(8, code(analysis.deprel[trigger]), where, origin)
  features.add(9, code(analysis.lemma[trigger]), own)
  features.add(10, teller.conjunct ? 1 : 0, where)
  if (teller.cue === -1) writeMentioned(features, scene, teller, where, own)
  else writeAttributed(features, scene, teller, where, own)
}

/** Writes what speaks for somebody who is only named vouching for the event. */
function writeMentioned(
  features: FeatureList,
  scene: EventScene,
  teller: Teller,
  where: number,
  own: number,
): void {
  const { analysis, event, holding } = scene
  const { head } = teller
  const above = analysis.head[head]!
  const lemma = above === -1 ? 0 : code(analysis.lemma[above])
  const relation = code(analysis.deprel[head])
  const marked = code(caseOf(analysis, head))
  const kind = KIND_NUMBERS[teller.kind]
  const [inner] = holding
  const spot =
    inner === undefined
      ? 0
      : holds(inner.words, head)
        ? 1
        : holds(inner.content!, head)
          ? 2
          : above === inner.cue
            ? 3
            : 4
  features.add(60, where, relation, marked)
  features.add(61, lemma, relation, marked)
  features.add(62, kind, relation, marked)
  features.add(63, kind, spot, marked)
  features.add(64, kind, spot, relation)
  features.add(65, spot, own, kind)
  features.add(66, kind, lemma, marked)
  features.add(67, where, few(Math.abs(event.trigger - head)), kind)
  features.add(68, inner === undefined ? 0 : code(analysis.lemma[inner.cue]), kind, spot)
  writeWay(features, analysis, event.trigger, head, 70, where)
  if (above !== -1) writeVector(features, scene, above, 2 + Math.min(kind, 2))
}
