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
  /** True where a form of address ("Mr.") stands before the name. */
  readonly addressed?: boolean
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
  /** For each token, 1 where it stands between quotation marks. */
  readonly quoted: Uint8Array
  /** Codes of the words in small letters, filled in as they are asked for (wordCode); 0 while unknown. */
  readonly wordCodes: Int32Array
}

const PROPN = UPOS.indexOf("PROPN")
const NOUN = UPOS.indexOf("NOUN")
const ADJ = UPOS.indexOf("ADJ")
const VERB = UPOS.indexOf("VERB")
/** Letters of the second part of a given name such as Ki-moon or Kyung-wha. */
const LONGEST_SYLLABLE = 5
const PARTICLES = new Set(
  "bin al el de del der den van von da dos das du la le ibn bint ul ur ben di".split(" "),
)
const CAPITAL = /^\p{Lu}/u
/** Names of places that are given names or family names of people as well: "Jordan Smith", "Michael Jordan". */
const PLACE_KINDS: readonly EntryKind[] = ["country", "region", "capital", "city"]

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
  if (pos === ADJ) return token + 1 < last && cover[token + 1]! < 0 && isCapitalised(analysis, token + 1)
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
    } else if (formOf(finding.analysis, token) === "and") {
      // Only a body's own name goes on behind "and" (joinNamesAtAnd).
      let from = token
      while (items.at(-1)?.last === from) from = items.pop()!.first
      items.push(unknownName(finding, from, last))
      token = last
    } else token += 1
  }
  return joinNames(finding, items)
}

function nameEnd(finding: Finding, first: number, last: number): number {
  let end = first + 1
  while (end < last) {
    if (isNameToken(finding, end, last)) end += 1
    else if (isHyphen(finding, end) && end + 1 < last && mayFollowHyphen(finding, end + 1, last)) end += 2
    else break
  }
  return end
}

/** "Ban Ki-moon": behind a hyphen a name may go on with a small letter. */
const mayFollowHyphen = (finding: Finding, token: number, last: number): boolean =>
  isNameToken(finding, token, last) ||
  (finding.cover[token]! < 0 &&
    finding.analysis.upos[token] !== VERB &&
    formOf(finding.analysis, token).length <= LONGEST_SYLLABLE)

/** "Mr. Putin": the form of address is no part of the name, and tells that a person is named. */
const HONORIFICS = new Set(
  "mr mrs ms miss dr prof sir lord lady dame madam madame monsieur herr frau sen rep gov gen lt col capt maj sgt cpl adm brig hon rev fr sheikh shaykh mullah maulana ayatollah".split(
    " ",
  ),
)

function unknownName({ analysis, lexicon }: Finding, first: number, last: number): Item {
  const words = nameWords(analysis.text.slice(analysis.start[first], analysis.end[last - 1]))
  const addressed = words.length > 1 && HONORIFICS.has(words[0]!)
  const word = addressed ? undefined : lexicon.nameWords.get(normaliseWord(formOf(analysis, last - 1)))
  return { first, last, entries: [], name: addressed ? words.slice(1) : words, word, addressed }
}

/** Joins an unknown name with the names of the lexicon that are part of it. */
function joinNames(finding: Finding, items: readonly Item[]): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const before = joined.at(-1)
    const whole =
      before !== undefined && before.last === item.first ? joinTwo(finding, before, item) : undefined
    if (whole === undefined) joined.push(item)
    else joined[joined.length - 1] = whole
  }
  return joined
}

function joinTwo(finding: Finding, before: Item, item: Item): Item | undefined {
  const whole = unknownName(finding, before.first, item.last)
  if (before.name === undefined)
    return item.name !== undefined && isGivenNameOf(finding, before, item) ? whole : undefined
  if (item.name !== undefined) return undefined
  const body = capitalisedBody(finding, item)
  if (body !== undefined) return { ...whole, word: whole.word ?? body }
  return isFamilyNameOf(finding, before, item) ? whole : undefined
}

/** "Jordan Smith": a country's name that is a given name as well, before an unknown name. */
function isGivenNameOf({ analysis, lexicon }: Finding, before: Item, item: Item): boolean {
  if (item.word !== undefined || before.last - before.first !== 1) return false
  const form = formOf(analysis, before.first)
  return (
    CAPITAL.test(form) &&
    isOfKind(before, ...PLACE_KINDS) &&
    lexicon.people.givenNames.has(normaliseWord(form))
  )
}

/** "Michael Jordan", "John Major". */
function isFamilyNameOf({ analysis, lexicon }: Finding, before: Item, item: Item): boolean {
  if (before.word !== undefined || !lexicon.people.givenNames.has(before.name?.[0] ?? "")) return false
  const single = item.last - item.first === 1 && CAPITAL.test(formOf(analysis, item.first))
  return single && isOfKind(item, ...PLACE_KINDS, "agent", "group")
}

/** "Paris Police Prefecture", "St. John's Episcopal Church": a noun for a body, in capitals behind an unknown name. */
function capitalisedBody({ analysis }: Finding, item: Item): NameWord | undefined {
  if (!CAPITAL.test(formOf(analysis, item.last - 1))) return undefined
  for (const entry of item.entries)
    if (entry.kind === "agent" && entry.agent.kind !== "person")
      return { kind: "organization", sectors: entry.agent.sectors }
  return undefined
}
