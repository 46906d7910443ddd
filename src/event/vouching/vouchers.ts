import { FeatureList, scoreOf } from "../../mention/attribution/features.ts"
import type { Attribution, EventType, Mention } from "../../record/index.ts"
import type { CodingInput } from "../coding-input.ts"
import { type EventScene, holds, setEventScene, type Vouched } from "./event-scene.ts"
import { namesAgree } from "./own-words.ts"
import { findTellers, type Teller, type Tellers } from "./tellers.ts"
import { writeVouching } from "./vouching-features.ts"
import type { VouchingModel } from "./vouching-model.ts"

/** Log-odds from which on somebody counts as vouching: where as many chains are found as the narrator's own events allow. */
const THRESHOLD = -1.3
/** How many sentences before and after an event's own somebody who vouches for it may stand. */
const REACH_BACK = 3
const REACH_ON = 1

interface Told {
  readonly trigger: number
  /** The category under PLOVER's own rules. */
  readonly type: EventType | null
  readonly actors: readonly Mention[]
}

/** The tellers of an article: all its events ask for them. */
const known = new WeakMap<CodingInput["attributions"], Tellers>()

function tellersIn({ analysis, mentions, attributions }: CodingInput, model: VouchingModel): Tellers {
  let tellers = known.get(attributions)
  if (tellers === undefined) {
    tellers = findTellers(analysis, mentions, attributions, model.documents)
    known.set(attributions, tellers)
  }
  return tellers
}

/** The chain of those who vouch for an event, outermost first; empty where the article tells it in its own voice. */
export function vouchersOf(input: CodingInput, told: Told, model: VouchingModel): Attribution[] {
  const { analysis } = input
  if (told.trigger >= analysis.count) return []
  const actors = told.actors.map(({ actor, text }) => ({
    name: actor?.name ?? text,
    country: actor?.country ?? null,
  }))
  const event: Vouched = { ...told, actors }
  const scene = setEventScene(analysis, tellersIn(input, model), event, model.vectors)
  return chainOf(scene, model)
}

/** The same for an event whose surroundings are known already. */
export function chainOf(scene: EventScene, model: VouchingModel, threshold = THRESHOLD): Attribution[] {
  const features = new FeatureList()
  const scored = candidatesFor(scene)
    .map((teller) => {
      writeVouching(features, scene, teller)
      return { teller, score: scoreOf(model.weights, features) }
    })
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score)
  const kept: Teller[] = []
  for (const { teller } of scored)
    if (!kept.some(({ name }) => namesAgree(name, teller.name))) kept.push(teller)
  return inOrder(kept).map(({ name, kind, country }) => ({
    name,
    kind,
    ...(country === undefined ? {} : { country }),
  }))
}

/** Who may vouch for an event: sources of attributions around it, and everybody else whom its own sentence names. */
export function candidatesFor({ analysis, tellers, event, holding }: EventScene): Teller[] {
  const at = analysis.sentence[event.trigger]!
  const found = new Set<Teller>(holding)
  const last = Math.min(analysis.sentences.length - 1, at + REACH_ON)
  for (let sentence = Math.max(0, at - REACH_BACK); sentence <= last; sentence += 1)
    for (const index of tellers.bySentence[sentence]!) {
      const teller = tellers.all[index]!
      if (teller.cue !== -1 || sentence === at) found.add(teller)
    }
  return [...found]
}

/** Who tells of whom: outlets before those who speak to them, a speaker before those whose words he passes on. */
function inOrder(tellers: readonly Teller[]): Teller[] {
  const depth = (teller: Teller): number =>
    tellers.filter((other) => other !== teller && standsWithin(teller, other)).length
  const isOutlet = ({ kind }: Teller): number => (kind === "media" ? 0 : 1)
  return [...tellers].sort((a, b) => isOutlet(a) - isOutlet(b) || depth(a) - depth(b) || a.head - b.head)
}

const standsWithin = ({ head, cue }: Teller, { content }: Teller): boolean =>
  content !== null && [head, cue].every((token) => token === -1 || holds(content, token))
