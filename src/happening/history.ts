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

/**
 * The reports by day of publication, one step wherever the status changes or the plan is put off: planned on 28 November,
 * postponed on 1 December, occurred on 3 December.
 */
export function historyOf(reports: readonly Report[]): HistoryStep[] {
  const steps: HistoryStep[] = []
  for (const report of byReportDay(reports)) {
    const { event, published } = report
    const { status, change } = lived(report, reports)
    const last = steps.at(-1)
    if (last?.status === status && (change === null || last.change === change)) continue
    steps.push({
      status,
      reported: published === undefined ? null : isoDay(published),
      date: event.date,
      event: event.id,
      document: event.document,
      change,
    })
  }
  return steps
}

/**
 * What the latest evidence says. Word that it happened, or that it did not, outlasts every plan and denial: a denial is a
 * claim about the deed, and stays visible among the versions.
 */
export function statusOf(reports: readonly Report[]): Status {
  const ordered = byReportDay(reports)
  const settled = ordered.filter((report) => SETTLING.has(lived(report, reports).status))
  return lived((settled.at(-1) ?? ordered.at(-1))!, reports).status
}

/** Word of a change is a step of the plan that it changes; where no report tells of a plan, refusing is the act itself. */
function lived(report: Report, reports: readonly Report[]): Pick<HistoryStep, "status" | "change"> {
  if (report.change === undefined || isOnlyRefused(reports))
    return { status: report.event.status, change: null }
  return { status: report.status, change: report.change }
}

/** True where every report is of a refusal: "postponed a visit", with no other word of the visit. */
const isOnlyRefused = (reports: readonly Report[]): boolean =>
  reports.every(({ change, event }) => change !== undefined && event.type === "REJECT")

const UNKNOWN_DAY = -1e9
/** Reports without a day come first: nobody knows that they are late. */
const byReportDay = (reports: readonly Report[]): Report[] =>
  [...reports].sort(
    (a, b) =>
      (a.published ?? UNKNOWN_DAY) - (b.published ?? UNKNOWN_DAY) ||
      COMMITMENT.indexOf(a.status) - COMMITMENT.indexOf(b.status) ||
      (a.event.id < b.event.id ? -1 : 1),
  )
