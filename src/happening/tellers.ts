import type { Attribution, Event, Teller } from "../record/index.ts"

/** An outlet that quotes an outlet still tells in its own voice, and "sources say" names nobody. */
const NO_TELLER: ReadonlySet<Attribution["kind"]> = new Set(["media", "unnamed"])

/**
 * Those on whose word alone the events are known: empty as soon as one report tells it in its own voice. Recaps are asked
 * only where there is no report of the time. Sorted by name and country, each once.
 */
export function tellersOf(events: readonly Event[]): Teller[] {
  const news = events.filter(({ background }) => !background)
  const tellers = new Map<string, Teller>()
  for (const { attribution } of news.length > 0 ? news : events) {
    const teller = attribution.at(-1)
    if (teller === undefined || NO_TELLER.has(teller.kind)) return []
    const country = teller.country ?? null
    tellers.set(`${teller.name}\n${country}`, { name: teller.name, country })
  }
  return [...tellers.keys()].sort().map((key) => tellers.get(key)!)
}
