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
