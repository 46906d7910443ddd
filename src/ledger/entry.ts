import type { Event, Evidence, Happening, LedgerParty, Participant } from "../record/index.ts"

/** One report of a happening, with what is known of the article that it stands in. */
export interface LedgerReport {
  readonly event: Event
  /** ISO date or date-time of publication. */
  readonly published: string | null
  readonly outlet: string | null
}

/** A happening with its reports. */
export interface LedgerEntry {
  readonly happening: Happening
  readonly reports: readonly LedgerReport[]
}

/** What the ledger needs to know beside the entries. */
export interface LedgerContext {
  /** The day from which plans are seen, ISO; the record's last day, not the clock's. */
  readonly asOf?: string
  /** Whether a place's name is a country's: such a place tells nothing of where a meeting took place. */
  readonly isCountry?: (name: string) => boolean
}

export const evidenceOf = ({ event, published, outlet }: LedgerReport, happening: string): Evidence => ({
  event: event.id,
  document: event.document,
  happening,
  reported: published?.slice(0, 10) ?? null,
  outlet,
  words: event.evidence.text,
  attribution: event.attribution,
})

/** Reports by day of publication, undated ones last; ties by the event's id. */
export const byDay = (reports: readonly LedgerReport[]): LedgerReport[] =>
  [...reports].sort((a, b) => compareText(dayKey(a), dayKey(b)))

const dayKey = ({ published, event }: LedgerReport): string => `${published ?? "9999"} ${event.id}`
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const partyOf = ({ name, country }: Participant): LedgerParty => ({ name, country })

/** Those of the participants who belong to a state or are an organisation of states, each once. */
export function partiesOf(participants: readonly Participant[]): LedgerParty[] {
  const parties = new Map<string, LedgerParty>()
  for (const participant of participants)
    if (participant.country !== null || participant.sector === "IGO")
      parties.set(`${participant.country} ${participant.name}`, partyOf(participant))
  return [...parties.values()]
}

/** The states of a side, sorted; organisations of states by their name. */
export const statesOf = (participants: readonly (Participant | LedgerParty)[]): string[] =>
  [...new Set(participants.flatMap(({ country, name }) => country ?? (name === "" ? [] : name)))].sort()

/** The states of a side alone. */
export const countriesOf = (participants: readonly { readonly country: string | null }[]): string[] =>
  [...new Set(participants.flatMap(({ country }) => country ?? []))].sort()
