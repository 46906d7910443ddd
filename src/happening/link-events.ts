import type { Outlets } from "../codebook/outlets.ts"
import type { Event, Happening, Participant } from "../record/index.ts"
import { type Cluster, clusterReports } from "./cluster.ts"
import { contentId } from "./content-hash.ts"
import { corroborate } from "./corroboration.ts"
import { rankInFamily } from "./families.ts"
import { historyOf, statusOf } from "./history.ts"
import { type DocumentMeta, type Report, toReport } from "./report.ts"
import { tellersOf } from "./tellers.ts"
import { settle } from "./versions.ts"
import { voicesOf } from "./voices.ts"

/** What is known beside the events; without it dates are what the texts give, and owners are not told apart. */
export interface LinkContext {
  readonly documents?: ReadonlyMap<string, DocumentMeta>
  readonly outlets?: Outlets
  /** Whether a place's name is a country's: such a place says nothing where that country takes part. */
  readonly isCountry?: (name: string) => boolean
}

const NO_DOCUMENTS: ReadonlyMap<string, DocumentMeta> = new Map()

/**
 * Joins reports into happenings: events of one type, or of types that reports of one act share, whose participants,
 * dates, places and statuses can be one. The order and batching of the events change nothing; an event without a type
 * belongs to no happening.
 */
export function linkEvents(events: readonly Event[], context: LinkContext = {}): Happening[] {
  const documents = context.documents ?? NO_DOCUMENTS
  const reports = events.flatMap(
    (event) => toReport(event, documents.get(event.document), context.isCountry) ?? [],
  )
  return clusterReports(reports)
    .map((cluster) => toHappening(cluster, documents, context.outlets))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function toHappening(
  { anchor, members }: Cluster,
  documents: ReadonlyMap<string, DocumentMeta>,
  outlets: Outlets | undefined,
): Happening {
  const status = statusOf(members)
  const best = [...members].sort(byHeadline)
  const events = best.map(({ event }) => event)
  const voices = voicesOf(members, documents, outlets)
  const type = prevailingType(best, status)
  const { mode, ...settled } = settle(best, { type, status, voices })
  const telling = tellingEvent(best, { type, status, mode }) ?? anchor.event
  const widest = widestMember(best)
  return {
    id: `h${contentId(`${anchor.event.id} ${anchor.event.type}`)}`,
    events: events.map(({ id }) => id).sort(),
    bestEvent: telling.id,
    documents: [...new Set(events.map(({ document }) => document))].sort(),
    type,
    mode,
    quad: telling.quad,
    score: telling.score,
    cameo: telling.cameo,
    status,
    history: historyOf(members),
    actors: distinctParticipants(widest.actors),
    recipients: distinctParticipants(widest.recipients),
    reciprocal: widest.reciprocal,
    ...settled,
    toldOnlyBy: tellersOf(events),
    ...corroborate(members, voices),
  }
}

/** The report whose sentence, quad class and score stand for the happening: of its type, its status, its mode. */
function tellingEvent(
  best: readonly Report[],
  {
    type,
    status,
    mode,
  }: { readonly type: Report["type"]; readonly status: Event["status"]; readonly mode: string | null },
): Event | undefined {
  const typed = best.filter(({ event }) => event.type === type)
  const settled = typed.filter((report) => report.status === status)
  const [telling] = [
    ...settled.filter(({ event }) => event.mode === mode),
    ...settled,
    ...typed.filter(({ event }) => event.mode === mode),
    ...typed,
  ]
  return telling?.event
}

/** The type that most reports of the status give; of two the one that stands first in their family: talks before a promise. */
function prevailingType(members: readonly Report[], status: Event["status"]): Report["type"] {
  const ofStatus = members.filter((report) => report.status === status)
  const counts = new Map<Report["type"], number>()
  for (const { event } of ofStatus.length > 0 ? ofStatus : members)
    if (event.type !== null) counts.set(event.type, (counts.get(event.type) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const types = [...counts.keys()].filter((type) => counts.get(type) === most)
  return types.sort((a, b) => rankInFamily(a) - rankInFamily(b) || (a < b ? -1 : 1))[0]!
}

/** The report that a reader should see first: news, both sides named, how it was done, the earliest sentence. */
function byHeadline(a: Report, b: Report): number {
  return (
    Number(a.event.background) - Number(b.event.background) ||
    sidesNamed(b) - sidesNamed(a) ||
    Number(a.event.mode === null) - Number(b.event.mode === null) ||
    a.event.sentence - b.event.sentence ||
    (a.published ?? 0) - (b.published ?? 0) ||
    (a.event.id < b.event.id ? -1 : 1)
  )
}

const sidesNamed = ({ event }: Report): number =>
  event.reciprocal ? 2 : Number(event.actors.length > 0) + Number(event.recipients.length > 0)

/** The report that names most parties; the first of those. */
function widestMember(members: readonly Report[]): Event {
  let widest = members[0]!
  for (const member of members) if (partiesNamed(member) > partiesNamed(widest)) widest = member
  return widest.event
}
const partiesNamed = (report: Report): number => report.parties.length * 2 + sidesNamed(report)

/** One entry for each name in each country, as the first mention has it. */
function distinctParticipants(participants: readonly Participant[]): Participant[] {
  const seen = new Map<string, Participant>()
  for (const participant of participants) {
    const key = `${participant.country} ${participant.name}`
    if (!seen.has(key)) seen.set(key, participant)
  }
  return [...seen.values()]
}
