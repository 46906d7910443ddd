import type { Encounter, EncounterCount, EventPlace, LedgerParty } from "../record/index.ts"
import type { Country } from "./api.ts"

/** A point on the earth with its name. */
export interface PlacePoint {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
}

/** GET /leaders: one row a person named in visits, meetings and calls, those of most first. */
export interface LeaderRow {
  /** "BLR Alexander Lukashenko" */
  readonly id: string
  readonly name: string
  readonly country: Country
  /** The office that most reports give. */
  readonly role: string | null
  readonly held: number
  readonly ahead: number
  readonly first: string | null
  readonly last: string | null
}

/** GET /leaders/:id: every visit, meeting and call of one person, each once, oldest first, and their counts. */
export interface LeaderPage extends LeaderRow {
  /** The day from which plans are seen. */
  readonly asOf: string | null
  readonly capital: PlacePoint | null
  readonly encounters: readonly LeaderEncounter[]
  /** By year, then by the other state. */
  readonly counts: readonly LeaderCount[]
}

/** An encounter as the person's own page shows it. */
export interface LeaderEncounter
  extends Pick<
    Encounter,
    | "kind"
    | "from"
    | "to"
    | "dayKnown"
    | "status"
    | "onlyRecalled"
    | "happenings"
    | "independentOwners"
    | "onlyStateMedia"
  > {
  /** Travels as a guest, receives as a host, or meets elsewhere. */
  readonly part: "guest" | "host" | "elsewhere"
  readonly pair: string
  readonly other: Country
  /** Whom he meets, of the other state. */
  readonly counterparts: readonly string[]
  /** The place as reports name it. */
  readonly place: string | null
  /** Where it was; the host's capital where no report names a place; null where nothing tells. */
  readonly at: PlacePoint | null
  /** False where `at` is only assumed. */
  readonly atTold: boolean
  /** The capital of whoever travels; null for calls, and where no place is known. */
  readonly start: PlacePoint | null
  readonly reports: number
  /** The words of its first report. */
  readonly words: string
}

export interface LeaderCount extends Omit<EncounterCount, "who" | "with"> {
  readonly with: Country
}

interface Tally extends Omit<LeaderRow, "id" | "country"> {
  readonly country: string
}

/** What the page is made from; every form of the leader's name among the parties is his whole name already. */
interface LeaderRecord {
  readonly asOf: string | null
  readonly encounters: readonly (Encounter & { readonly pair: string })[]
  readonly counts: readonly EncounterCount[]
  /** Places of happenings that lie in a country and are not the country itself, by id. */
  readonly places: ReadonlyMap<string, EventPlace>
}

interface Gazette {
  readonly countryName: (code: string) => string
  readonly capitalOf: (country: string) => PlacePoint | null
}

export const leaderRow = (
  { name, country, role, held, ahead, first, last }: Tally,
  { countryName }: Pick<Gazette, "countryName">,
): LeaderRow => ({
  id: `${country} ${name}`,
  name,
  country: { code: country, name: countryName(country) },
  role,
  held,
  ahead,
  first,
  last,
})

/** "BLR Alexander Lukashenko" → its two parts; undefined where it is no such id. */
export function readLeaderId(id: string): { readonly country: string; readonly name: string } | undefined {
  const [, country, name] = /^([A-Z]{3}) (\S.*)$/.exec(id) ?? []
  return country === undefined || name === undefined ? undefined : { country, name }
}

export const leaderPage = (tally: Tally, record: LeaderRecord, gazette: Gazette): LeaderPage => ({
  ...leaderRow(tally, gazette),
  asOf: record.asOf,
  capital: gazette.capitalOf(tally.country),
  encounters: record.encounters.map((encounter) => leaderEncounter(encounter, tally, record, gazette)),
  counts: record.counts.map(({ who: _who, with: other, ...count }) => ({
    ...count,
    with: { code: other, name: gazette.countryName(other) },
  })),
})

function leaderEncounter(
  encounter: Encounter & { readonly pair: string },
  leader: Tally,
  { places }: LeaderRecord,
  { countryName, capitalOf }: Gazette,
): LeaderEncounter {
  const { pair, kind, guests, hosts, host, happenings, place, evidence } = encounter
  const { from, to, dayKnown, status, onlyRecalled, independentOwners, onlyStateMedia } = encounter
  const other = pair.split("-").find((code) => code !== leader.country) ?? leader.country
  const part = host === null ? "elsewhere" : host === leader.country ? "host" : "guest"
  const told = kind === "call" ? undefined : happenings.flatMap((id) => places.get(id) ?? [])[0]
  const at = pointOf(told) ?? (kind === "call" || host === null ? null : capitalOf(host))
  return {
    ...{ kind, from, to, dayKnown, status, onlyRecalled, happenings, independentOwners, onlyStateMedia },
    ...{ part, pair, place, at },
    other: { code: other, name: countryName(other) },
    counterparts: namesOf([...guests, ...hosts], other),
    atTold: told !== undefined,
    start: at === null ? null : capitalOf(part === "host" ? other : leader.country),
    reports: evidence.length,
    words: evidence[0]?.words ?? "",
  }
}

const namesOf = (parties: readonly LedgerParty[], country: string): string[] => [
  ...new Set(parties.flatMap((party) => (party.country === country ? [party.name] : []))),
]

const pointOf = (place: EventPlace | undefined): PlacePoint | null =>
  place === undefined || place.latitude === null || place.longitude === null
    ? null
    : { name: place.name, latitude: place.latitude, longitude: place.longitude }
