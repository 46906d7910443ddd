import { countEncounters, encountersOf } from "../ledger/index.ts"
import type { Encounter, EncounterCount, EventPlace, Happening, LedgerParty } from "../record/index.ts"
import type { LeaderTally, Store } from "../store/index.ts"
import { contextOf, entriesOf, knowledge } from "./pair-ledger.ts"

/** Every encounter of one person, with the pair that each stands between, and where its happenings were. */
export interface LeaderRecord {
  readonly asOf: string | null
  readonly encounters: readonly (Encounter & { readonly pair: string })[]
  readonly counts: readonly EncounterCount[]
  /** Places that are no country's name, by happening. */
  readonly places: ReadonlyMap<string, EventPlace>
}

/** Reads the encounters of a leader from the meetings of the pairs that he takes part in. */
export async function readLeader(
  store: Pick<Store, "leaderConsultations" | "reports" | "newsDays">,
  leader: Pick<LeaderTally, "name" | "names" | "country">,
): Promise<LeaderRecord> {
  const context = await contextOf(store, undefined)
  const places = new Map<string, EventPlace>()
  const encounters: (Encounter & { pair: string })[] = []
  for (const [pair, happenings] of await store.leaderConsultations(leader)) {
    notePlaces(happenings, places)
    const [a = "", b = ""] = pair.split("-")
    for (const encounter of encountersOf(await entriesOf(store, happenings), [a, b], context)) {
      const named = { ...encounter, ...wholeNames(encounter, leader), pair }
      if ([...named.guests, ...named.hosts].some((party) => isLeader(party, leader))) encounters.push(named)
    }
  }
  encounters.sort((a, b) => (`${a.from} ${a.pair}` < `${b.from} ${b.pair}` ? -1 : 1))
  return {
    asOf: context.asOf ?? null,
    encounters,
    counts: countEncounters(encounters).filter(({ who }) => isLeader(who, leader)),
    places,
  }
}

const isLeader = ({ name, country }: LedgerParty, leader: Pick<LeaderTally, "names" | "country">): boolean =>
  country === leader.country && leader.names.includes(name)

/** The parties with the leader under his whole name, once. */
function wholeNames(
  { guests, hosts }: Encounter,
  leader: Pick<LeaderTally, "name" | "names" | "country">,
): Pick<Encounter, "guests" | "hosts"> {
  const renamed = (parties: readonly LedgerParty[]): LedgerParty[] => [
    ...new Map(
      parties.map((party) => {
        const own = isLeader(party, leader) ? { ...party, name: leader.name } : party
        return [`${own.country} ${own.name}`, own] as const
      }),
    ).values(),
  ]
  return { guests: renamed(guests), hosts: renamed(hosts) }
}

function notePlaces(happenings: readonly Happening[], places: Map<string, EventPlace>): void {
  const { isCountry } = knowledge()
  for (const { id, place } of happenings) if (place !== null && !isCountry(place.name)) places.set(id, place)
}
