import { type DatePrecision, dayOfDate } from "../record/index.ts"

/** How exact two inclusive ISO days are: a whole year or month, else days. */
export function precisionOf({ start, end }: { readonly start: string; readonly end: string }): DatePrecision {
  const covers = (part: string): boolean =>
    dayOfDate(part, "first") === start && dayOfDate(part, "last") === end
  if (covers(start.slice(0, 4))) return "year"
  return covers(start.slice(0, 7)) ? "month" : "day"
}
