import type { FiringOutcome } from "../../store/index.ts"
import type { Attempt } from "./deliver-webhook.ts"

const FIRST_PAUSE_MS = 30_000
const GROWTH = 3
const LONGEST_PAUSE_MS = 6 * 3600 * 1000
/** Together about two days. */
const MOST_TRIES = 14

/** What becomes of a firing after its attempt number `tries`: pauses grow threefold from half a minute to six hours. */
export function outcomeOf(
  { problem, lasting, retryAfter }: Attempt,
  tries: number,
  now: number,
): FiringOutcome {
  if (problem === undefined) return { state: "delivered" }
  if (lasting === true || tries >= MOST_TRIES) return { state: "given up", problem }
  const pause = Math.min(FIRST_PAUSE_MS * GROWTH ** (tries - 1), LONGEST_PAUSE_MS)
  return { state: "waiting", next: new Date(now + Math.max(pause, retryAfter ?? 0)).toISOString(), problem }
}
