import type { Event, Happening, Participant } from "../record/index.ts"
import type { HappeningPage, HappeningRow, PartyLabel, ReportRow } from "./api.ts"
import type { ReportSource } from "./formats/format.ts"
import { type Names, outletLabel } from "./names.ts"

/** A happening with the words of its best report, as the store gives it. */
interface TitledHappening {
  readonly happening: Happening
  readonly headline: string
}

/** A report's event with what is known of its document. */
interface SourcedEvent {
  readonly event: Event
  readonly document: Omit<ReportSource["document"], "coder">
}

export function happeningRow({ happening, headline }: TitledHappening, { codebook }: Names): HappeningRow {
  const { type, mode, date } = happening
  return {
    id: happening.id,
    type,
    typeName: codebook.eventType(type)?.name ?? type,
    mode,
    quad: happening.quad ?? codebook.quadOf(type),
    status: happening.status,
    start: date?.start ?? null,
    end: date?.end ?? null,
    precision: date?.precision ?? null,
    dateCertain: date?.certain ?? false,
    place: happening.place,
    actors: happening.actors.map(partyLabel),
    recipients: happening.recipients.map(partyLabel),
    reciprocal: happening.reciprocal,
    reports: happening.events.length,
    documents: happening.documents.length,
    independentOwners: happening.independentOwners,
    onlyStateMedia: happening.onlyStateMedia,
    score: happening.score ?? codebook.scoreOf(type, mode),
    headline,
  }
}

/** The row with its history, its versions and every report. */
export const happeningPage = (
  titled: TitledHappening,
  reports: readonly SourcedEvent[],
  names: Names,
): HappeningPage => ({
  ...happeningRow(titled, names),
  history: titled.happening.history,
  versions: titled.happening.versions,
  reportsOf: reports.map((report) => reportRow(report, names)),
})

function reportRow({ event, document }: SourcedEvent, names: Names): ReportRow {
  return {
    event: event.id,
    document: event.document,
    title: document.title,
    published: document.published,
    url: document.url,
    outlet: outletLabel(document.publisher, document.published, names),
    evidence: event.evidence.text,
    status: event.status,
    background: event.background,
    attribution: event.attribution,
    date: event.date,
    quantities: event.quantities,
    confidence: event.confidence,
  }
}

const partyLabel = ({ name, country, sector, role }: Participant): PartyLabel => ({
  name,
  country,
  sector,
  role,
})
