import type { Analysis } from "../text/analysis.ts"
import type { Candidate } from "./candidates.ts"
import { sameEntity } from "./mention-index.ts"
import type { Roles } from "./roles.ts"
import { childrenBy, hasUpos, headOf, lemmaOf, relationOf } from "./syntax.ts"

/** Nouns of meetings: "the talks" takes up the meeting told of before. */
const MEETINGS = new Set(
  "meeting talk talks visit trip summit negotiation discussion conversation".split(" "),
)
/** Verbs by which a meeting is told of first. */
const MEETING_VERBS = new Set(
  "meet visit discuss talk negotiate confer travel arrive fly receive host".split(" "),
)
/** Nouns that belong to a meeting: "the meeting agenda", "the programme of the visit". */
const AGENDAS = new Set("agenda programme program schedule".split(" "))
const PARTS_OF_MEETINGS = new Set([...AGENDAS, "topic", "result", "outcome", "focus"])
const DEFINITE = new Set(["the", "this", "that", "these", "those", "their", "its"])

/** A meeting named without its participants has those of the last one told of. */
export function withResumed(analysis: Analysis, candidates: readonly Candidate[]): Candidate[] {
  let last: Roles | undefined
  return candidates.map((candidate) => {
    const { roles, trigger } = candidate
    const parties = new Set([...roles.actors, ...roles.recipients].map(({ actor }) => actor?.country))
    if (isMeeting(analysis, trigger) && parties.size > 1) last = roles
    if (last === undefined || parties.size > 1 || !isTakenUp(analysis, trigger, roles, last)) return candidate
    return { ...candidate, roles: { ...last, actorPath: "resumed", recipientPath: "resumed" } }
  })
}

const isMeeting = (analysis: Analysis, token: number): boolean =>
  MEETINGS.has(lemmaOf(analysis, token)) ||
  (MEETING_VERBS.has(lemmaOf(analysis, token)) && hasUpos(analysis, token, "VERB"))

/** "The talks", "the meeting agenda", "Xi's visit": a definite meeting, of somebody who took part in the last one. */
function isTakenUp(analysis: Analysis, token: number, roles: Roles, last: Roles): boolean {
  if (!hasUpos(analysis, token, "NOUN") || !MEETINGS.has(lemmaOf(analysis, token))) return false
  const noun = relationOf(analysis, token) === "compound" ? headOf(analysis, token) : token
  if (roles.actorPath === "poss" && roles.recipients.length === 0)
    return roles.actors.every((actor) =>
      [...last.actors, ...last.recipients].some((one) => sameEntity(one, actor)),
    )
  return childrenBy(analysis, noun, "det", "nmod:poss").some((child) =>
    DEFINITE.has(lemmaOf(analysis, child)),
  )
}

/** A meeting noun in "the meeting agenda" or "the agenda of the meeting". */
export function namesAgenda(analysis: Analysis, token: number): boolean {
  const relation = relationOf(analysis, token)
  return (relation === "compound" || relation === "nmod") && isPartOf(analysis, token, AGENDAS)
}

/** A meeting noun before "agenda" and the like still tells of the meeting, though a compound. */
export const namesMeetingPart = (analysis: Analysis, token: number): boolean =>
  relationOf(analysis, token) === "compound" && isPartOf(analysis, token, PARTS_OF_MEETINGS)

/** A meeting below one of the nouns. */
const isPartOf = (analysis: Analysis, token: number, nouns: ReadonlySet<string>): boolean =>
  MEETINGS.has(lemmaOf(analysis, token)) && nouns.has(lemmaOf(analysis, headOf(analysis, token)))
