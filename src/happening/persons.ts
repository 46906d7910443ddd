import type { Persons, Report } from "./report.ts"

/** Persons on either side, to be looked at. */
export interface SeenCast {
  readonly actors: Persons
  readonly recipients: Persons
}

/** The persons that a happening's reports name, each side's first naming of a party. */
export interface Cast extends SeenCast {
  readonly actors: Map<string, readonly string[]>
  readonly recipients: Map<string, readonly string[]>
}

export const newCast = ({ actorPersons, recipientPersons }: Report): Cast => ({
  actors: new Map(actorPersons),
  recipients: new Map(recipientPersons),
})

/** Takes over the persons of parties for whom nobody was named before. */
export function fillCast(cast: Cast, { actorPersons, recipientPersons }: Report): void {
  for (const [code, names] of actorPersons) if (!cast.actors.has(code)) cast.actors.set(code, names)
  for (const [code, names] of recipientPersons)
    if (!cast.recipients.has(code)) cast.recipients.set(code, names)
}

/** Which sides must not name different persons: in a meeting all, in words the speaker, within one country all. */
export type SidesThatCount = "all" | "actors" | "none"

/**
 * True where both name persons of one party and have none in common: two ministers, two meetings. Where one side's list
 * is the other's (a meeting told from either end), the sides are taken together.
 */
export function castsConflict(
  report: Report,
  cast: SeenCast,
  sides: SidesThatCount,
  mixed: boolean,
): boolean {
  if (sides === "none") return false
  const { actorPersons, recipientPersons } = report
  if (mixed) return conflict(union(actorPersons, recipientPersons), union(cast.actors, cast.recipients))
  return (
    conflict(actorPersons, cast.actors) || (sides === "all" && conflict(recipientPersons, cast.recipients))
  )
}

/** How many parties are represented by the same person in both, or are the same person or body of no known country. */
export function sharedPersons(a: Report, b: Report): number {
  const right = union(b.actorPersons, b.recipientPersons)
  let shared = a.parties.filter((code) => code.startsWith("@") && b.parties.includes(code)).length
  for (const [code, names] of union(a.actorPersons, a.recipientPersons)) {
    const others = right.get(code)
    if (others !== undefined && names.some((name) => namedIn(name, others))) shared++
  }
  return shared
}

function conflict(a: Persons, b: Persons): boolean {
  for (const [code, names] of a) {
    const others = b.get(code)
    if (others !== undefined && !names.some((name) => namedIn(name, others))) return true
  }
  return false
}

function union(a: Persons, b: Persons): Persons {
  if (a.size === 0) return b
  if (b.size === 0) return a
  const both = new Map(a)
  for (const [code, names] of b) both.set(code, [...(both.get(code) ?? []), ...names])
  return both
}

const lastName = (name: string): string => name.slice(name.lastIndexOf(" ") + 1)
const namedIn = (name: string, others: readonly string[]): boolean =>
  others.some((other) => other === name || lastName(other) === lastName(name))
