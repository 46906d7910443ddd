import type { Sides } from "../wording/parties.ts"

/** At most this many pairs are linked: a summit of twenty has 190. */
const MOST_PAIRS = 6

/** The undirected pairs of states that an act stands between, "BLR-CHN", by the rule of the overview. */
export function pairsBetween({ actors, recipients, reciprocal }: Sides): string[] {
  const from = countriesOf(actors)
  const to = countriesOf(recipients)
  const all = [...new Set([...from, ...to])]
  const [senders, receivers] = reciprocal ? [all, all] : [from, to]
  const pairs = senders.flatMap((a) =>
    receivers.filter((b) => a !== b).map((b) => (a < b ? `${a}-${b}` : `${b}-${a}`)),
  )
  return [...new Set(pairs)].sort().slice(0, MOST_PAIRS)
}

const countriesOf = (parties: Sides["actors"]): string[] => [
  ...new Set(parties.flatMap(({ country }) => (country === null ? [] : [country]))),
]
