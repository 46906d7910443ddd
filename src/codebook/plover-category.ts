import type { EventType, Status } from "../record/index.ts"

/** Not done yet: scheduled, foreseen by others, or announced by the actor. */
const AHEAD: ReadonlySet<Status> = new Set<Status>(["planned", "expected", "promised"])
/** Cooperation that PLOVER reads as a mere commitment while it lies ahead. */
const BECOMES_AGREE: ReadonlySet<EventType> = new Set<EventType>(["CONSULT", "SUPPORT", "COOPERATE", "AID"])
/** Hostile acts that PLOVER reads as threats while they are only announced. */
const BECOMES_THREATEN: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
])
/** Hostile acts that the actor says it will do: a threat, in whatever tone. */
const PROMISED_HARM: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "COERCE", "SANCTION"])

/**
 * PLOVER's own category of an event under its rules for acts to come: cooperation ahead is AGREE, a withdrawal or release
 * ahead CONCEDE, hostility ahead THREATEN. Otherwise the category that happens or would happen.
 */
export function ploverCategory(type: EventType, _mode: string | null, status: Status): EventType {
  if (AHEAD.has(status) && BECOMES_AGREE.has(type)) return "AGREE"
  if (AHEAD.has(status) && type === "RETREAT") return "CONCEDE"
  if (status === "threatened" && BECOMES_THREATEN.has(type)) return "THREATEN"
  if (status === "promised" && PROMISED_HARM.has(type)) return "THREATEN"
  return type
}
