import type { Participant } from "../../record/index.ts"

/** Who took part, as events and happenings list them. */
interface Parties {
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly reciprocal: boolean
}

/** A directed side of an event: who does it, and to whom; null where the text leaves that unsaid. */
export interface Sides {
  readonly actor: Participant
  readonly recipient: Participant | null
}

const same = (a: Participant, b: Participant): boolean =>
  a.name === b.name && a.country === b.country && a.sector === b.sector

/**
 * Dyadic formats have one row for each actor and recipient; where the sides act alike, one for each direction. Nobody acts upon
 * himself, and an act upon nobody has one row for each actor.
 */
export function sidesOf({ actors, recipients, reciprocal }: Parties): Sides[] {
  const all = distinct([...actors, ...recipients])
  const [from, to] = reciprocal ? [all, all] : [distinct(actors), distinct(recipients)]
  const pairs = from.flatMap((actor) =>
    to.filter((recipient) => !same(actor, recipient)).map((recipient) => ({ actor, recipient })),
  )
  return pairs.length > 0 ? pairs : from.map((actor) => ({ actor, recipient: null }))
}

const distinct = (participants: readonly Participant[]): Participant[] =>
  participants.filter((one, at) => participants.findIndex((other) => same(one, other)) === at)
