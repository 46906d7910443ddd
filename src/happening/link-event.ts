import type { Event } from "../record/index.ts"
import { bestCluster, type Cluster, clusterOf } from "./cluster.ts"
import type { LinkContext } from "./link-events.ts"
import { type Report, toReport } from "./report.ts"

/** A happening that a report may be of, by what its reports say. */
export interface LinkCandidate {
  readonly id: string
  readonly reports: readonly Event[]
}

/**
 * Which of the happenings an event is a report of; undefined where it is of none, or where its date is too vague to choose.
 * The decision is that of `linkEvents`, which also settles in which order reports are taken.
 */
export function linkEvent(
  event: Event,
  candidates: readonly LinkCandidate[],
  context: LinkContext = {},
): string | undefined {
  const reportOf = (given: Event): Report[] => {
    const report = toReport(given, context.documents?.get(given.document), context.isCountry)
    return report === undefined ? [] : [report]
  }
  const [report] = reportOf(event)
  if (report === undefined) return undefined
  const ids = new Map<Cluster, string>()
  for (const { id, reports } of candidates) {
    const cluster = clusterOf(reports.flatMap(reportOf))
    if (cluster !== undefined) ids.set(cluster, id)
  }
  const clusters = [...ids.keys()]
  const best = bestCluster(report, clusters.keys(), clusters)
  return best === undefined ? undefined : ids.get(best)
}
