import type { Event, LedgerParty, Participant } from "../record/index.ts"
import { countriesOf, type LedgerContext, type LedgerEntry, partyOf } from "./entry.ts"

/** Who is whose guest in a meeting of two or more states. */
export interface EncounterSides {
  readonly guests: readonly LedgerParty[]
  readonly hosts: readonly LedgerParty[]
  /** Alpha-3 of the country in which a guest is received; undefined for a meeting elsewhere or of unknown place. */
  readonly host: string | undefined
  readonly place: string | null
  /** Where it was is told: a place that is no country's name. */
  readonly placed: boolean
}

/** Share of the reports that must name both states: a third state that one of many names did not take part. */
const LEAST_SHARE = 0.3

/**
 * The sides of a meeting that stands between the states of a pair. The place tells the host where it lies in one of the two
 * countries; else, of a visit, whoever is visited is.
 */
export function sidesOf(
  { happening, reports }: LedgerEntry,
  [a, b]: readonly [string, string],
  { isCountry = () => false }: LedgerContext,
): EncounterSides | undefined {
  const everybody = [...happening.actors, ...happening.recipients, ...reports.flatMap(participantsOf)]
  const ofA = delegates(everybody, a)
  const ofB = delegates(everybody, b)
  const between = reports.filter((report) => isBetween(report, [a, b]))
  if (ofA.length === 0 || ofB.length === 0 || between.length < reports.length * LEAST_SHARE) return undefined
  const { place } = happening
  const placed = place !== null && !isCountry(place.name)
  const host = placed && place.country !== null ? place.country : visited(reports, [a, b])
  const shown = placed ? place.name : null
  if (host === a) return { guests: ofB, hosts: ofA, host, place: shown, placed }
  if (host === b) return { guests: ofA, hosts: ofB, host, place: shown, placed }
  return { guests: [...ofA, ...ofB], hosts: [], host: undefined, place: shown, placed }
}

/** True where the two states meet each other: two that a third receives, or that are guests of a third, do not. */
function isBetween({ event }: LedgerEntry["reports"][number], [a, b]: readonly [string, string]): boolean {
  const actors = countriesOf(event.actors)
  const recipients = countriesOf(event.recipients)
  const all = event.reciprocal ? [...actors, ...recipients] : actors
  if (all.includes(a) && all.includes(b) && (event.reciprocal || recipients.length === 0)) return true
  return (actors.includes(a) && recipients.includes(b)) || (actors.includes(b) && recipients.includes(a))
}

const participantsOf = ({ event }: { readonly event: Event }): Participant[] => [
  ...event.actors,
  ...event.recipients,
]

/** A country's persons by name; the country itself, or a body of it, where nobody is named. */
function delegates(everybody: readonly Participant[], country: string): LedgerParty[] {
  const own = everybody.filter((participant) => participant.country === country)
  const persons = own.filter(({ kind, name }) => kind === "person" && /^\p{Lu}/u.test(name))
  const [state] = own
  const chosen = persons.length > 0 ? persons : state === undefined ? [] : [state]
  const byName = new Map(chosen.map((participant) => [lastName(participant.name), partyOf(participant)]))
  return [...byName.values()]
}

const lastName = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase()

/** Whom most visits of the reports go to: "Lukashenko's visit to China". */
function visited(reports: LedgerEntry["reports"], [a, b]: readonly [string, string]): string | undefined {
  let balance = 0
  for (const { event } of reports) {
    if (event.mode !== "visit" || event.reciprocal) continue
    const guests = event.actors.map(({ country }) => country)
    const hosts = event.recipients.map(({ country }) => country)
    if (guests.includes(a) && hosts.includes(b) && !guests.includes(b)) balance--
    if (guests.includes(b) && hosts.includes(a) && !guests.includes(a)) balance++
  }
  return balance === 0 ? undefined : balance > 0 ? a : b
}
