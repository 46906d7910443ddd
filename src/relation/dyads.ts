import type { PairDirection, Participant } from "../record/index.ts"

/** Those who took part, as an event or a happening lists them. */
export interface Parties {
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly reciprocal: boolean
}

/** A directed pair of states, alpha-3. */
export interface Dyad {
  readonly actor: string
  readonly recipient: string
}

/** An undirected pair, "BLR-CHN", with who acts. */
export interface PairSide {
  readonly pair: string
  readonly direction: PairDirection
}

/**
 * The directed dyads of states: each actor's country with each recipient's, in both directions where the sides act alike.
 * A state is no dyad with itself; actors without a country belong to none.
 */
export function dyadsOf({ actors, recipients, reciprocal }: Parties): Dyad[] {
  const from = countriesOf(actors)
  const to = countriesOf(recipients)
  const all = reciprocal ? [...new Set([...from, ...to])] : []
  const [senders, receivers] = reciprocal ? [all, all] : [from, to]
  return senders.flatMap((actor) =>
    receivers.filter((recipient) => recipient !== actor).map((recipient) => ({ actor, recipient })),
  )
}

/** The undirected pairs, each once, sorted, with who acts in them. */
export function pairSidesOf(parties: Parties): PairSide[] {
  const sides = new Map<string, PairDirection>()
  for (const { actor, recipient } of dyadsOf(parties)) {
    const pair = pairName(actor, recipient)
    const direction = actor < recipient ? "forward" : "backward"
    const known = sides.get(pair)
    sides.set(pair, known === undefined || known === direction ? direction : "both")
  }
  return [...sides.keys()].sort().map((pair) => ({ pair, direction: sides.get(pair)! }))
}

/** The undirected pairs, "BLR-CHN": codes in alphabetical order, each once, sorted. */
export const pairsOf = (parties: Parties): string[] => pairSidesOf(parties).map(({ pair }) => pair)

/** "CHN", "BLR" → "BLR-CHN". */
export const pairName = (a: string, b: string): string => (a < b ? `${a}-${b}` : `${b}-${a}`)

const countriesOf = (participants: readonly Participant[]): string[] => [
  ...new Set(participants.flatMap(({ country }) => country ?? [])),
]
