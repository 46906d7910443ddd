import { type EventScene, setEventScene, type Vouched } from "../../src/event/vouching/event-scene.ts"
import { namesAgree } from "../../src/event/vouching/own-words.ts"
import type { Teller, Tellers } from "../../src/event/vouching/tellers.ts"
import { candidatesFor } from "../../src/event/vouching/vouchers.ts"
import { writeVouching } from "../../src/event/vouching/vouching-features.ts"
import type { FeatureList } from "../../src/mention/attribution/features.ts"
import type { Analysis } from "../../src/text/analysis.ts"
import type { WordVectors } from "../../src/text/vectors.ts"
import { type Choice, ChoiceBuilder } from "./choice-trainer.ts"

/** An annotated event with the names of those who vouch for it, outermost first. */
export interface AttributedEvent extends Vouched {
  readonly attributedTo: readonly string[]
}

/** For each who may vouch for the event: does the annotation name him? */
export function vouchingExamples(
  analysis: Analysis,
  tellers: Tellers,
  event: AttributedEvent,
  vectors: WordVectors,
  features: FeatureList,
): Choice[] {
  const scene = setEventScene(analysis, tellers, event, vectors)
  const candidates = candidatesFor(scene)
  const labels = labelsOf(scene, candidates, event.attributedTo)
  return candidates.flatMap((teller) => {
    const label = labels.get(teller)
    if (label === "unclear") return []
    writeVouching(features, scene, teller)
    const builder = new ChoiceBuilder()
    builder.add(features)
    return [builder.done(label === "vouches" ? 0 : -1, true)]
  })
}

/** The nearest words that name a link of the chain vouch; farther ones of the same name teach nothing. */
function labelsOf(
  scene: EventScene,
  candidates: readonly Teller[],
  chain: readonly string[],
): Map<Teller, "vouches" | "unclear"> {
  const labels = new Map<Teller, "vouches" | "unclear">()
  for (const link of chain) {
    const named = candidates
      .filter((teller) => namesAgree(teller.name, link) || namesAgree(textOf(scene.analysis, teller), link))
      .map((teller) => ({ teller, distance: distanceOf(scene, teller) }))
      .sort((a, b) => a.distance - b.distance)
    for (const { teller, distance } of named)
      if (distance === named[0]!.distance) labels.set(teller, "vouches")
      else if (!labels.has(teller)) labels.set(teller, "unclear")
  }
  return labels
}

const textOf = ({ text, start, end }: Analysis, { words }: Teller): string =>
  text.slice(start[words.first]!, end[words.last - 1]!)

/** Somebody whose content holds the event is nearest, then other sources by sentences, then others who are named. */
function distanceOf({ analysis, event, holding }: EventScene, teller: Teller): number {
  const sentences = Math.abs(analysis.sentence[teller.head]! - analysis.sentence[event.trigger]!)
  return (teller.cue === -1 ? 10 : 0) + (holding.includes(teller) ? 0 : 1) + 2 * sentences
}
