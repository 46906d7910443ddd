import type { Encounter, EncounterCount, LedgerParty } from "../record/index.ts"
import { compareText } from "./entry.ts"

/** The encounters that took place or are under way. */
export const heldOf = (encounters: readonly Encounter[]): Encounter[] =>
  encounters.filter(({ status }) => status === "occurred" || status === "ongoing")

/** The year in which an encounter began. */
export const yearOf = ({ from }: Encounter): string => from.slice(0, 4)

/** "Xi Jinping" or "Xi": the last word decides, accents and case do not. */
export function isCalled({ name }: LedgerParty, asked: string): boolean {
  const own = plain(name)
  const other = plain(asked)
  return own === other || own.split(" ").at(-1) === other || own.split(" ")[0] === other
}

const plain = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim()

/** Counts a pair's encounters for every person and state that takes part, by year; most first, then by name. */
export function countEncounters(encounters: readonly Encounter[]): EncounterCount[] {
  const counts = new Map<string, Mutable<EncounterCount>>()
  for (const encounter of encounters)
    for (const party of partiesIn(encounter))
      for (const other of otherStates(encounter, party.country)) {
        const key = `${party.country}\n${plain(party.name)}\n${other}\n${yearOf(encounter)}`
        const count = counts.get(key) ?? {
          ...{ who: party, with: other, year: yearOf(encounter) },
          ...{ visits: 0, received: 0, meetings: 0, calls: 0, planned: 0 },
        }
        counts.set(key, count)
        addTo(count, encounter)
      }
  return [...counts.values()].sort(
    (a, b) => compareText(a.year, b.year) || total(b) - total(a) || compareText(a.who.name, b.who.name),
  )
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const partiesIn = ({ guests, hosts }: Encounter): LedgerParty[] =>
  [...guests, ...hosts].filter(({ country }) => country !== null)

const otherStates = (encounter: Encounter, country: string | null): string[] => [
  ...new Set(
    partiesIn(encounter).flatMap((party) => (party.country === country ? [] : (party.country ?? []))),
  ),
]

function addTo(count: Mutable<EncounterCount>, encounter: Encounter): void {
  const { kind, status, host } = encounter
  if (status === "planned" || status === "unknown" || status === "postponed") count.planned++
  if (status !== "occurred" && status !== "ongoing") return
  if (kind === "call") count.calls++
  else if (kind === "meeting") count.meetings++
  else if (host === count.who.country) count.received++
  else count.visits++
}

const total = ({ visits, received, meetings, calls }: EncounterCount): number =>
  visits + received + meetings + calls
