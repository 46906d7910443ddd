import type { EventType } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import type { WordVectors } from "../../text/vectors.ts"
import type { Teller, Tellers } from "./tellers.ts"

/** An event as far as it bears on who vouches for it. */
export interface Vouched {
  readonly trigger: number
  readonly type: EventType | null
  readonly actors: readonly { readonly name: string; readonly country: string | null }[]
}

/** How a teller's words stand to an event. */
const HOLDS = 0
const IN_CUE = 1
const IN_SOURCE = 2
const AFTER = 3
const BEFORE = 4
const EARLIER = 5
const LATER = 6

/** What holds for all who may vouch for one event; worked out once. */
export interface EventScene {
  readonly analysis: Analysis
  readonly tellers: Tellers
  readonly event: Vouched
  /** Attributions whose content holds the event, innermost first. */
  readonly holding: readonly Teller[]
  /** Whether the sentence has another attribution. */
  readonly crowded: boolean
  readonly vectors: WordVectors
}

export function setEventScene(
  analysis: Analysis,
  tellers: Tellers,
  event: Vouched,
  vectors: WordVectors,
): EventScene {
  const holding = tellers.all
    .filter(({ content }) => content !== null && holds(content, event.trigger))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  const here = tellers.bySentence[analysis.sentence[event.trigger]!]!
  const crowded = here.some((index) => {
    const teller = tellers.all[index]!
    return teller.content !== null && !holding.includes(teller)
  })
  return { analysis, tellers, event, holding, crowded, vectors }
}

export const holds = (
  { first, last }: { readonly first: number; readonly last: number },
  token: number,
): boolean => first <= token && token < last
export const lengthOf = ({ content }: Teller): number => (content === null ? 0 : content.last - content.first)

/** How the teller's words stand to the trigger. */
export function placeOf(
  analysis: Analysis,
  { content, cueWords, words, head, cue }: Teller,
  trigger: number,
): number {
  if (content !== null && holds(content, trigger)) return HOLDS
  if (cueWords !== null && holds(cueWords, trigger)) return IN_CUE
  if (holds(words, trigger)) return IN_SOURCE
  const at = cue === -1 ? head : cue
  const away = analysis.sentence[trigger]! - analysis.sentence[at]!
  if (away !== 0) return away > 0 ? EARLIER : LATER
  return trigger > (content === null ? at : Math.max(content.last - 1, at)) ? AFTER : BEFORE
}
