import { familyOf } from "./families.ts"
import type { Report } from "./report.ts"

/** A meeting's report that lists fewer than this share of the other's parties tells of another meeting, on its margins. */
const LEAST_SHARED_PARTIES = 0.5

/** Where types differ, "he thanked them" is a meeting's report only if it names whom. */
const BOTH_SIDES = 2

/** Acts that both sides do, whichever of them the sentence makes its subject. */
const MUTUAL: ReadonlySet<string> = new Set(["CONSULT", "COOPERATE"])

/** What one report calls a meeting and the other what was agreed there has no direction. */
const isJoint = (a: Report, b: Report): boolean => a.type !== b.type && familyOf(a.type) === "CONSULT"

/** "Xi received Lukashenko in Beijing": a visit that is told from its host, who stands where the guest is looked for. */
const isToldByHost = ({ event, actors, recipients, place }: Report): boolean =>
  event.mode === "visit" &&
  typeof place?.country === "string" &&
  actors.includes(place.country) &&
  !recipients.includes(place.country)

/** "Xi met Lukashenko" and "Lukashenko met Xi" are one meeting; of two visits each has its guest and its host. */
export const isMutual = (a: Report, b: Report): boolean =>
  a.event.reciprocal ||
  b.event.reciprocal ||
  isJoint(a, b) ||
  isToldByHost(a) ||
  isToldByHost(b) ||
  (MUTUAL.has(a.type) && (a.event.mode !== "visit" || b.event.mode !== "visit"))

/**
 * True where the participants of two reports can be the same: each side of the one holds the other's, at the level of
 * countries ("Lukashenko" and "Belarus"), in the same direction unless both sides act alike.
 */
export function partiesFit(a: Report, b: Report): boolean {
  if (isMutual(a, b))
    return listsFit(a.parties, b.parties) && (a.type === b.type || sharedParties(a, b) >= BOTH_SIDES)
  return sidesFit(a.actors, b.actors) && sidesFit(a.recipients, b.recipients) && sharesParty(a, b)
}

function listsFit(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length === 0 || small.length < large.length * LEAST_SHARED_PARTIES) return false
  return small.every((code) => large.includes(code))
}

/** A side left unsaid fits every other; else one must hold the other. */
function sidesFit(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  return small.every((code) => large.includes(code))
}

const sharesParty = (a: Report, b: Report): boolean => a.parties.some((code) => b.parties.includes(code))
const sharedParties = (a: Report, b: Report): number =>
  a.parties.filter((code) => b.parties.includes(code)).length
