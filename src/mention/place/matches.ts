import type { Analysis } from "../../text/analysis.ts"
import type { PlaceNames } from "../gazetteer.ts"
import { placeKey } from "../gazetteer-key.ts"

/** Tokens that spell a name, an abbreviation or an adjective of the gazetteer; `last` exclusive. */
export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly key: string
  readonly rows: readonly number[]
  readonly kind: "name" | "abbreviation" | "adjective"
}

const MAX_TOKENS = 7
const MAX_ABBREVIATION_TOKENS = 2
const STARTS_NAME = /^[\p{Lu}\p{Lt}]/u
const ARTICLES = new Set("al el ad an ar as ash at az".split(" "))
const CODE = /^\p{Lu}{2}$/u

/** All stretches of tokens, within sentences, whose text is the name of a place and begins with a capital. */
export function findMatches(analysis: Analysis, gazetteer: PlaceNames): NameMatch[] {
  const matches: NameMatch[] = []
  for (const sentence of analysis.sentences)
    for (let first = sentence.first; first < sentence.last; first++)
      if (canStart(analysis, first, sentence.last)) matchFrom(analysis, first, sentence, gazetteer, matches)
  return matches
}

/** A capital, or an Arabic article before one ("al-Bab"). */
function canStart({ text, start, end }: Analysis, at: number, bound: number): boolean {
  const word = text.slice(start[at], end[at])
  if (STARTS_NAME.test(word)) return true
  return (
    at + 2 < bound &&
    ARTICLES.has(word) &&
    text[start[at + 1] ?? 0] === "-" &&
    STARTS_NAME.test(text.slice(start[at + 2], end[at + 2]))
  )
}

function matchFrom(
  analysis: Analysis,
  first: number,
  sentence: { readonly first: number; readonly last: number },
  gazetteer: PlaceNames,
  matches: NameMatch[],
): void {
  const { text, start, end } = analysis
  const from = start[first] ?? 0
  const bound = Math.min(first + MAX_TOKENS, sentence.last)
  for (let last = first + 1; last <= bound; last++) {
    const surface = text.slice(from, end[last - 1])
    const short = last - first <= MAX_ABBREVIATION_TOKENS ? gazetteer.abbreviation(surface) : undefined
    const key = placeKey(surface)
    if (short !== undefined && (!CODE.test(surface) || text[start[first - 1] ?? 0] === ","))
      matches.push({ first, last, key: key ?? surface, rows: [short], kind: "abbreviation" })
    if (key === null) return
    const rows = gazetteer.find(key)
    if (rows.length > 0 && short === undefined) matches.push({ first, last, key, rows, kind: "name" })
    const adjective = rows.length > 0 ? undefined : gazetteer.adjective(key)
    if (adjective !== undefined) matches.push({ first, last, key, rows: [adjective], kind: "adjective" })
    if (!gazetteer.continues(key) && last - first >= MAX_ABBREVIATION_TOKENS) return
  }
}
