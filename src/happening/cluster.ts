import { affinity, wordingLikeness } from "./affinity.ts"
import { reportKeys } from "./link-keys.ts"
import { type Cast, fillCast, newCast } from "./persons.ts"
import { placesFit } from "./places.ts"
import { PLANS, type Report } from "./report.ts"

/** Reports of one happening. The anchor is its most telling report; every other fits it, so nothing is joined by chains. */
export interface Cluster {
  readonly anchor: Report
  readonly members: Report[]
  /** The first place that a member gives, and the persons that members name. */
  place: Report["place"]
  readonly cast: Cast
}

/**
 * Groups reports around anchors. Reports are taken from the most to the least telling, each joins the happening that it
 * fits best or begins one. The order depends on the reports alone, so their order in the input changes nothing.
 */
export function clusterReports(reports: readonly Report[]): Cluster[] {
  const clusters: Cluster[] = []
  const blocks = new Map<string, number[]>()
  for (const report of inOrderOfTelling(reports)) {
    const keys = reportKeys(report)
    const best = bestCluster(report, candidatesOf(keys, blocks), clusters)
    if (best !== undefined) {
      best.members.push(report)
      best.place ??= report.place
      fillCast(best.cast, report)
      continue
    }
    for (const key of keys) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [clusters.length])
      else block.push(clusters.length)
    }
    clusters.push(newCluster(report))
  }
  return joinPostponed(clusters, blocks)
}

/**
 * A plan that was put off is told to the end where it took place later: its reports go to the deed that the word of its
 * postponement fits, however far that is from the first day.
 */
function joinPostponed(clusters: Cluster[], blocks: ReadonlyMap<string, readonly number[]>): Cluster[] {
  const done = new Set<Cluster>()
  for (const plan of clusters) {
    const word = isOpen(plan) ? plan.members.find(({ change }) => change === "postponed") : undefined
    if (word === undefined) continue
    const deeds = [...candidatesOf(reportKeys(word), blocks)].filter((index) => !isOpen(clusters[index]!))
    const deed = bestCluster(word, deeds, clusters)
    if (deed === undefined) continue
    for (const report of plan.members) deed.members.push(report)
    done.add(plan)
  }
  return done.size === 0 ? clusters : clusters.filter((cluster) => !done.has(cluster))
}

const isOpen = ({ members }: Cluster): boolean => members.every(({ status }) => PLANS.has(status))

const newCluster = (report: Report): Cluster => ({
  ...{ anchor: report, members: [report], place: report.place, cast: newCast(report) },
})

/** The reports as one happening, whoever joined them: its anchor is the most telling of them. */
export function clusterOf(reports: readonly Report[]): Cluster | undefined {
  const [anchor, ...others] = inOrderOfTelling(reports)
  if (anchor === undefined) return undefined
  const cluster = newCluster(anchor)
  for (const report of others) {
    cluster.members.push(report)
    cluster.place ??= report.place
    fillCast(cluster.cast, report)
  }
  return cluster
}

/** The happenings that share a key, each once. */
function candidatesOf(
  keys: readonly string[],
  blocks: ReadonlyMap<string, readonly number[]>,
): Iterable<number> {
  if (keys.length === 1) return blocks.get(keys[0]!) ?? []
  return new Set(keys.flatMap((key) => blocks.get(key) ?? []))
}

/** The happening among the candidates (indices into `clusters`) that a report is of; undefined where it begins one. */
export function bestCluster(
  report: Report,
  candidates: Iterable<number>,
  clusters: readonly Cluster[],
): Cluster | undefined {
  const fitting: Fit[] = []
  for (const index of candidates) {
    const cluster = clusters[index]!
    if (!placesFit(report.place, cluster.place)) continue
    const value = affinity(report, cluster.anchor, cluster.cast)
    if (value !== undefined) fitting.push({ cluster, index, value })
  }
  return fitting.length > 1 ? closest(report, fitting) : fitting[0]?.cluster
}

/** A happening that a report fits, with its place in the order of happenings and how well its anchor is fitted. */
interface Fit {
  readonly cluster: Cluster
  readonly index: number
  readonly value: number
}

/** Of several happenings that a report fits, the one with a report most like it; of two alike, the earlier. */
function closest(report: Report, fitting: readonly Fit[]): Cluster | undefined {
  let best: Fit | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const fit of fitting) {
    const value = fit.value + wordingBonus(report, fit.cluster)
    if (best !== undefined && (value < highest || (value === highest && fit.index > best.index))) continue
    best = fit
    highest = value
  }
  return mustChooseClearly(report) && highest < CLEAR_CHOICE ? undefined : best?.cluster
}

/** Reports of a happening whose wording is compared, the most telling ones: a war's happening may have thousands. */
const MOST_COMPARED = 24

/** By how much the most similar report's wording is nearer than the anchor's. */
function wordingBonus(report: Report, { anchor, members }: Cluster): number {
  let nearest = 0
  const most = Math.min(members.length, MOST_COMPARED)
  for (let at = 0; at < most; at++) nearest = Math.max(nearest, wordingLikeness(report, members[at]!))
  return nearest - wordingLikeness(report, anchor)
}

/** A date of more than this many days does not choose between several happenings; what else they share must. */
const VAGUE_DAYS = 45
const CLEAR_CHOICE = 0.3
const isVague = ({ period }: Report): boolean => period === undefined || period.to - period.from > VAGUE_DAYS
/** What recalls an act, or sums up several, is no act of its own: it goes to the likeliest, lest it be counted again. */
const mustChooseClearly = (report: Report): boolean =>
  isVague(report) && !report.event.background && !report.sum

/** From the most to the least telling report; ties end in the event's id, so that the order is total. */
function inOrderOfTelling(reports: readonly Report[]): Report[] {
  const ranked = reports.map((report) => ({ report, ranks: ranksOf(report) }))
  return ranked.sort(byTelling).map(({ report }) => report)
}

interface Ranked {
  readonly report: Report
  /** What makes a report telling, the weightiest first; lower is more. */
  readonly ranks: readonly number[]
}

const ranksOf = (report: Report): number[] => [
  rankOf(report),
  Number(report.event.background),
  -lengthOf(report),
  -report.parties.length,
  Number(report.place === null),
  -personsNamed(report),
  report.published ?? 0,
]

function byTelling(a: Ranked, b: Ranked): number {
  for (let at = 0; at < a.ranks.length; at++) {
    const order = a.ranks[at]! - b.ranks[at]!
    if (order !== 0) return order
  }
  return (
    compareText(a.report.event.document, b.report.event.document) ||
    compareText(a.report.event.id, b.report.event.id)
  )
}

/** Days first (a visit of three days holds each of them), then filled-in dates, longer stretches, and no date. */
const rankOf = ({ period }: Report): number => (period === undefined ? 3 : RANK_ORDER[period.rank])
const RANK_ORDER = [0, 2, 1] as const
/** Among ranges of days the longer comes first; among vague stretches the shorter. */
function lengthOf({ period }: Report): number {
  if (period === undefined) return 0
  const days = period.to - period.from
  return period.rank === 0 ? days : -days
}

const personsNamed = ({ actorPersons, recipientPersons }: Report): number =>
  actorPersons.size + recipientPersons.size
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
