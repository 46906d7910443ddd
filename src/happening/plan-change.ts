import type { Event, PlanChange } from "../record/index.ts"

/** "postponed a visit", "the summit was put off", "will be rescheduled". */
const POSTPONING =
  /\b(?:postpon|put(?:s|ting)? (?:\w+ ){0,3}off\b|defer|delay|reschedul|push(?:ed|es|ing)? back\b)/i
/** "called off the meeting", "the trip was cancelled". */
const CANCELLING = /\b(?:cancel|call(?:ed|s|ing)? (?:\w+ ){0,3}off\b|scrap(?:s|ped|ping)?\b)/i
/** What can be put off: an appointment, not a tariff or a debt. */
const APPOINTMENT =
  /\b(?:visits?|trips?|tours?|journeys?|meetings?|talks|summits?|conferences?|consultations?|signings?|exercises?|drills?)\b/i
/** Types that the coder gives such words: a refusal to meet, or the meeting that does not take place. */
const TYPES: ReadonlySet<string> = new Set(["REJECT", "CONSULT", "AGREE", "COOPERATE", "SUPPORT"])
/** Where the act itself is told, the words stand beside it: "met at the end of a visit that had been put off" is no change. */
const OPEN: ReadonlySet<string> = new Set(["planned", "expected", "promised", "not-occurred", "hypothetical"])

/** What a report does to a plan; undefined where it does nothing to one. */
export function planChange({ type, status, trigger, evidence }: Event): PlanChange | undefined {
  if (type === null || !TYPES.has(type) || !APPOINTMENT.test(evidence.text)) return undefined
  // A refusal is told by its own word; a meeting that does not take place by the words beside it.
  const words = type === "REJECT" ? (trigger?.text ?? evidence.text) : OPEN.has(status) ? evidence.text : ""
  if (status === "denied" || (type === "REJECT" && status === "not-occurred")) return undefined
  if (CANCELLING.test(words)) return "cancelled"
  return POSTPONING.test(words) ? "postponed" : undefined
}
