import type { Analysis } from "../../text/analysis.ts"
import { type Entry, entryCountry } from "../lexicon/entries.ts"
import { normaliseWord } from "../name/normalise.ts"
import type { Match } from "./matches.ts"

/** What a naming counts for: states and their capitals say more than an organisation's seat. */
const WEIGHTS: Readonly<Record<string, number>> = {
  country: 3,
  capital: 2,
  metonym: 2,
  adjective: 2,
  demonym: 2,
  region: 1.5,
  regional: 1,
  person: 1.5,
  organization: 0.5,
  group: 0.5,
  city: 1,
}
/** The first sentence names what the article is about. */
const LEAD_FACTOR = 2

/** The single country that a match points to; undefined where its readings disagree or have none. */
export function matchCountry(match: Match): string | undefined {
  let found: string | undefined
  for (const entry of match.entries) {
    const country = entry.kind === "agent" ? null : entryCountry(entry)
    if (country === null) continue
    if (found !== undefined && found !== country) return undefined
    found = country
  }
  return found
}

const SURNAMES = new Set<Entry["kind"]>(["country", "capital", "region"])
const CAPITAL = /^\p{Lu}/u

/** "Michael Jordan": a single word for a place right behind a given name is a family name. */
export function isFamilyName(analysis: Analysis, match: Match, givenNames: ReadonlySet<string>): boolean {
  const before = match.first - 1
  if (before < 0 || match.last - match.first !== 1) return false
  if (!match.entries.some(({ kind }) => SURNAMES.has(kind))) return false
  const form = analysis.text.slice(analysis.start[before], analysis.end[before])
  return CAPITAL.test(form) && givenNames.has(normaliseWord(form))
}

/** How much the article speaks of each country; title matches count like the lead. */
export function weighCountries(
  analysis: Analysis,
  matches: readonly Match[],
  title: readonly Match[],
): Map<string, number> {
  const focus = new Map<string, number>()
  const count = (match: Match, factor: number): void => {
    const country = matchCountry(match)
    if (country === undefined) return
    const weight = (WEIGHTS[match.entries[0]!.kind] ?? 0) * factor
    focus.set(country, (focus.get(country) ?? 0) + weight)
  }
  const leadEnd = analysis.sentences[0]?.last ?? 0
  for (const match of matches) count(match, match.first < leadEnd ? LEAD_FACTOR : 1)
  for (const match of title) count(match, LEAD_FACTOR)
  return focus
}

/** The country that clearly dominates, null where none does. */
export function dominantCountry(focus: ReadonlyMap<string, number>): string | null {
  let best: string | null = null
  let highest = 0
  let second = 0
  for (const [country, weight] of focus) {
    if (weight > highest) {
      second = highest
      highest = weight
      best = country
    } else if (weight > second) second = weight
  }
  return highest > second ? best : null
}
