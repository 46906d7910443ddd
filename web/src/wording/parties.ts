import type { PartyLabel } from "../../../src/view/api.ts"

/** The two sides of an act as a reader sees them. */
export interface Sides {
  readonly actors: readonly PartyLabel[]
  readonly recipients: readonly PartyLabel[]
  readonly reciprocal: boolean
}

/** Where both sides act alike and all stand among the actors, the first is set against the rest. */
export function sidesOf({ actors, recipients, reciprocal }: Sides): {
  readonly left: readonly PartyLabel[]
  readonly right: readonly PartyLabel[]
} {
  if (!reciprocal) return { left: actors, right: recipients }
  const known = new Set(actors.map(({ name }) => name))
  const others = recipients.filter(({ name }) => !known.has(name))
  if (others.length > 0) return { left: actors, right: others }
  const first = actors[0]?.country
  const split = actors.findIndex(({ country }) => country !== first)
  return split < 1
    ? { left: actors.slice(0, 1), right: actors.slice(1) }
    : { left: actors.slice(0, split), right: actors.slice(split) }
}

/** "Xi Jinping, Li Qiang and 3 more". */
export function partyNames(parties: readonly PartyLabel[], most = 2): string {
  const names = parties.map(({ name }) => name)
  if (names.length <= most) return names.join(", ")
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`
}

/** "Lukashenko → Xi Jinping", with "↔" where both act alike; a side that nobody names is left out. */
export function sidesWords(sides: Sides): string {
  const { left, right } = sidesOf(sides)
  const words = [partyNames(left), partyNames(right)]
  if (words[1] === "") return words[0] === "" ? "nobody named" : (words[0] ?? "")
  return `${words[0] === "" ? "somebody unnamed" : words[0]} ${sides.reciprocal ? "↔" : "→"} ${words[1]}`
}
