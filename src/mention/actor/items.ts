import { type Analysis, UPOS } from "../../text/analysis.ts"
import type { Entry, EntryKind } from "../lexicon/entries.ts"
import type { NameWord } from "../lexicon/name-words.ts"
import type { ActorLexicon } from "../lexicon.ts"
import { nameWords, normaliseWord } from "../name/normalise.ts"
import { type Chunk, formOf } from "./chunks.ts"
import type { Match } from "./matches.ts"

/** A part of a noun phrase that names or describes: a name of the lexicon, or a proper name it does not know. */
export interface Item extends Chunk {
  readonly entries: readonly Entry[]
  /** Set for names that the lexicon does not know. */
  readonly name?: readonly string[]
  /** What an unknown name's last word says of it. */
  readonly word?: NameWord | undefined
}

/** What the steps of finding share. */
export interface Finding {
  readonly analysis: Analysis
  readonly lexicon: ActorLexicon
  readonly matches: readonly Match[]
  readonly cover: Int32Array
  readonly day: string | undefined
  /** How much the article speaks of each country: alpha-3 code → weight. */
  readonly focus: ReadonlyMap<string, number>
}

const PROPN = UPOS.indexOf("PROPN")
const NOUN = UPOS.indexOf("NOUN")
const PARTICLES = new Set(
  "bin al el de del der den van von da dos das du la le ibn bint ul ur ben di".split(" "),
)
const CAPITAL = /^\p{Lu}/u
/** Kinds that may be part of a longer unknown name: "Chadian Human Rights League", "Jordan Smith". */
const ABSORBED = new Set<EntryKind>([
  "country",
  "adjective",
  "regional",
  "region",
  "capital",
  "city",
  "agent",
  "group",
  "demonym",
])

export const isOfKind = (item: Item, ...kinds: readonly EntryKind[]): boolean =>
  item.entries.some(({ kind }) => kinds.includes(kind))

const isCapitalised = (analysis: Analysis, token: number): boolean => CAPITAL.test(formOf(analysis, token))

/** True where an uncovered token may be part of a proper name. */
function isNameToken({ analysis, cover }: Finding, token: number, last: number): boolean {
  if (cover[token]! >= 0) return false
  const form = formOf(analysis, token)
  if (PARTICLES.has(form)) return token + 1 < last && isCapitalised(analysis, token + 1)
  if (!CAPITAL.test(form)) return false
  const pos = analysis.upos[token]
  return pos === PROPN || (pos === NOUN && analysis.sentences[analysis.sentence[token]!]!.first !== token)
}

const isHyphen = ({ analysis, cover }: Finding, token: number): boolean =>
  cover[token]! < 0 && analysis.tag[token] === "HYPH"

/** The names and descriptions in the tokens from `first` to `last`, left to right. */
export function findItems(finding: Finding, first: number, last: number): Item[] {
  const items: Item[] = []
  let token = first
  while (token < last) {
    const match = finding.cover[token]!
    if (match >= 0) {
      items.push(finding.matches[match]!)
      token = finding.matches[match]!.last
    } else if (isNameToken(finding, token, last)) {
      const end = nameEnd(finding, token, last)
      items.push(unknownName(finding, token, end))
      token = end
    } else token += 1
  }
  return joinNames(finding, items)
}

function nameEnd(finding: Finding, first: number, last: number): number {
  let end = first + 1
  while (end < last) {
    if (isNameToken(finding, end, last)) end += 1
    else if (isHyphen(finding, end) && end + 1 < last && isNameToken(finding, end + 1, last)) end += 2
    else break
  }
  return end
}

function unknownName({ analysis, lexicon }: Finding, first: number, last: number): Item {
  const name = nameWords(analysis.text.slice(analysis.start[first], analysis.end[last - 1]))
  const word = lexicon.nameWords.get(normaliseWord(formOf(analysis, last - 1)))
  return { first, last, entries: [], name, word }
}

/** Joins an unknown name with the names of the lexicon that are part of it. */
function joinNames(finding: Finding, items: readonly Item[]): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const before = joined.at(-1)
    if (before !== undefined && before.last === item.first && belongTogether(finding, before, item)) {
      joined[joined.length - 1] = {
        ...unknownName(finding, before.first, item.last),
        entries: [],
      }
    } else joined.push(item)
  }
  return joined
}

function belongTogether(finding: Finding, before: Item, item: Item): boolean {
  const { analysis, lexicon } = finding
  if (before.name === undefined && item.name !== undefined) {
    if (!before.entries.every(({ kind }) => ABSORBED.has(kind)) || !isCapitalised(analysis, before.last - 1))
      return false
    if (item.word !== undefined)
      return before.last - before.first === 1 && !isOfKind(before, "agent", "adjective", "country")
    const form = normaliseWord(formOf(analysis, before.first))
    return (
      isOfKind(before, "country", "region", "capital") &&
      before.last - before.first === 1 &&
      lexicon.people.givenNames.has(form)
    )
  }
  if (before.name === undefined || item.name !== undefined) return false
  const given = lexicon.people.givenNames.has(before.name[0] ?? "") && before.word === undefined
  const single = item.last - item.first === 1 && isCapitalised(analysis, item.first)
  return given && single && isOfKind(item, "country", "region", "capital", "agent", "group")
}
