import type { Report } from "./report.ts"

/** A meeting's report that lists fewer than this share of the other's parties tells of another meeting, on its margins. */
const LEAST_SHARED_PARTIES = 0.5

/**
 * True where the participants of two reports can be the same: each side of the one holds the other's, at the level of
 * countries ("Lukashenko" and "Belarus"), in the same direction unless one of them acts on both sides alike.
 */
export function partiesFit(a: Report, b: Report): boolean {
  if (a.event.reciprocal || b.event.reciprocal) return listsFit(a.parties, b.parties)
  return sidesFit(a.actors, b.actors) && sidesFit(a.recipients, b.recipients) && sharesParty(a, b)
}

function listsFit(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length === 0 || small.length < large.length * LEAST_SHARED_PARTIES) return false
  if (small.length === 1 && large.length > 1) return false
  return small.every((code) => large.includes(code))
}

/** A side left unsaid fits every other; else one must hold the other. */
function sidesFit(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  return small.every((code) => large.includes(code))
}

const sharesParty = (a: Report, b: Report): boolean => a.parties.some((code) => b.parties.includes(code))

/** True where both reports name persons of one party and have none in common: two ministers, two meetings. */
export function personsConflict(a: Report, b: Report, codes: readonly string[]): boolean {
  return codes.some((code) => {
    const left = a.persons.get(code)
    const right = b.persons.get(code)
    return left !== undefined && right !== undefined && !left.some((name) => namedIn(name, right))
  })
}

/** How many parties are represented by the same person in both. */
export function sharedPersons(a: Report, b: Report): number {
  let shared = 0
  for (const [code, names] of a.persons) {
    const others = b.persons.get(code)
    if (others !== undefined && names.some((name) => namedIn(name, others))) shared++
  }
  return shared
}

const lastName = (name: string): string => name.slice(name.lastIndexOf(" ") + 1)
const namedIn = (name: string, others: readonly string[]): boolean =>
  others.some((other) => other === name || lastName(other) === lastName(name))
