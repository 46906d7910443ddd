import type { HistoryStep, Status } from "../record/index.ts"
import { isoDay } from "./day.ts"
import type { Report } from "./report.ts"

/** Statuses that settle whether the thing came about; what was said before or beside them gives way. */
const SETTLING: ReadonlySet<Status> = new Set(["occurred", "ongoing", "not-occurred"])
/** Of two reports of one day, the one that commits itself further counts as the later. */
const COMMITMENT: readonly Status[] = [
  "hypothetical",
  "denied",
  "threatened",
  "expected",
  "promised",
  "planned",
  "not-occurred",
  "ongoing",
  "occurred",
]

/** The reports by day of publication, one step wherever the status changes: planned on 28 November, occurred on 3 December. */
export function historyOf(reports: readonly Report[]): HistoryStep[] {
  const steps: HistoryStep[] = []
  for (const { event, published } of byReportDay(reports))
    if (steps.at(-1)?.status !== event.status)
      steps.push({
        status: event.status,
        reported: published === undefined ? null : isoDay(published),
        date: event.date,
        event: event.id,
        document: event.document,
      })
  return steps
}

/**
 * What the latest evidence says. Word that it happened, or that it did not, outlasts every plan and denial: a denial is a
 * claim about the deed, and stays visible among the versions.
 */
export function statusOf(reports: readonly Report[]): Status {
  const ordered = byReportDay(reports)
  const settled = ordered.filter(({ event }) => SETTLING.has(event.status))
  return (settled.at(-1) ?? ordered.at(-1))!.event.status
}

const UNKNOWN_DAY = -1e9
/** Reports without a day come first: nobody knows that they are late. */
const byReportDay = (reports: readonly Report[]): Report[] =>
  [...reports].sort(
    (a, b) =>
      (a.published ?? UNKNOWN_DAY) - (b.published ?? UNKNOWN_DAY) ||
      COMMITMENT.indexOf(a.event.status) - COMMITMENT.indexOf(b.event.status) ||
      (a.event.id < b.event.id ? -1 : 1),
  )
