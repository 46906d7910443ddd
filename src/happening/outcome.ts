import type { Happening, PlanChange, Status } from "../record/index.ts"
import { dayNumber } from "./day.ts"
import { PLANS } from "./report.ts"

/**
 * What became of it, seen from a day: a plan is pending until its date has passed; with no word of it since, nobody knows.
 */
export type Outcome = Status | PlanChange | "pending" | "unknown"

/** Days after a plan's date in which word of its fulfilment may still come. */
const GRACE_DAYS = 7
/** Days ahead that a plan without a date can mean. */
const UNDATED_PLAN_DAYS = 45

/** The outcome on `asOf` (ISO day), by default the last day on which the record says anything. */
export function outcomeOf(
  { status, date, history }: Pick<Happening, "status" | "date" | "history">,
  asOf: string | undefined,
): Outcome {
  const change = history.findLast((step) => step.change !== null)?.change ?? null
  if (status === "not-occurred") return change === "cancelled" ? "cancelled" : status
  if (!PLANS.has(status)) return status
  if (history.at(-1)?.change === "postponed") return "postponed"
  const today = dayNumber(asOf)
  const last = lastDay(date?.certain ? date.end : undefined, history)
  return today !== undefined && last !== undefined && today > last + GRACE_DAYS ? "unknown" : "pending"
}

/** The plan's last day: its own date, else as far ahead of its latest report as plans reach. */
function lastDay(end: string | undefined, history: Happening["history"]): number | undefined {
  const own = dayNumber(end)
  if (own !== undefined) return own
  const reported = dayNumber(history.findLast((step) => step.reported !== null)?.reported)
  return reported === undefined ? undefined : reported + UNDATED_PLAN_DAYS
}
