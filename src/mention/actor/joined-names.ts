import { normaliseWord } from "../name/normalise.ts"
import { type Chunk, formOf } from "./chunks.ts"
import type { Finding } from "./items.ts"

const CAPITAL = /^\p{Lu}/u
/** Fields of work, which a name may list, although the first of them also ends the names of bodies. */
const FIELDS = new Set("charity aid relief welfare trade commerce science research education".split(" "))
/** Words of a name in front of its "and", at most. */
const LONGEST = 4

/**
 * "Gaddafi International Charity and Development Foundation" is one body: joins two phrases at "and" where the first ends in the
 * middle of a name that no lexicon knows, and the second is capitals up to a word such as "Foundation".
 */
export function joinNamesAtAnd(finding: Finding, chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = []
  for (const chunk of chunks) {
    const before = joined.at(-1)
    if (before !== undefined && isOneBody(finding, before, chunk))
      joined[joined.length - 1] = { first: before.first, last: chunk.last }
    else joined.push(chunk)
  }
  return joined
}

function isOneBody(finding: Finding, before: Chunk, after: Chunk): boolean {
  const { analysis } = finding
  if (after.first !== before.last + 1 || formOf(analysis, before.last) !== "and") return false
  return endsInName(finding, before) && isBody(finding, after)
}

/** The phrase ends with at least two capitalised words without an entry, the last no word for a body. */
function endsInName({ analysis, cover, matches, lexicon }: Finding, { first, last }: Chunk): boolean {
  const isNameWord = (token: number): boolean =>
    token >= first &&
    (cover[token]! < 0 || matches[cover[token]!]!.entries.every(({ kind }) => kind === "agent")) &&
    CAPITAL.test(formOf(analysis, token))
  if (!isNameWord(last - 1) || !isNameWord(last - 2) || last - first > LONGEST + 1) return false
  const end = normaliseWord(formOf(analysis, last - 1))
  if (lexicon.nameWords.has(end) && !FIELDS.has(end)) return false
  return !lexicon.people.givenNames.has(normaliseWord(formOf(analysis, last - 2)))
}

function isBody({ analysis, cover, lexicon }: Finding, { first, last }: Chunk): boolean {
  if (last - first < 2) return false
  for (let token = first; token < last; token += 1)
    if (!CAPITAL.test(formOf(analysis, token)) || (token < last - 1 && cover[token]! >= 0)) return false
  return lexicon.nameWords.get(normaliseWord(formOf(analysis, last - 1)))?.kind === "organization"
}
