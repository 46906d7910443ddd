import type { EventType } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import type { Pair } from "./pair.ts"
import type { Reading } from "./reading.ts"
import { lowerLemma } from "./words.ts"

/** Words of concessions without material consequence of their own: announced, lifted, pardoned, accepted. */
const CONCESSION = new Set(
  "announce declare lift ease relax pardon apologise apologize concede accept grant drop reverse repeal approve permit reinstate legalise legalize acquit amnesty bow relent revoke renew call".split(
    " ",
  ),
)

/** Whether a concession was one of words (CONCEDE) or of deeds (RETREAT): the lexicon's category, else the words' . */
export function yieldType(a: Analysis, { act, steps }: Reading, pair: Pair): EventType {
  if (act?.type === "CONCEDE" || act?.type === "RETREAT") return act.type
  if (steps.some(({ token }) => CONCESSION.has(lowerLemma(a, token)))) return "CONCEDE"
  for (let token = pair.first; token < pair.last; token += 1)
    if (CONCESSION.has(lowerLemma(a, token))) return "CONCEDE"
  return "RETREAT"
}
