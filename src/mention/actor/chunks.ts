import { type Analysis, UPOS } from "../../text/analysis.ts"
import { perToken } from "../../text/per-analysis.ts"
import type { Match } from "./matches.ts"

/** A base noun phrase: tokens `first` to `last` (exclusive), without what hangs on it behind its head. */
export interface Chunk {
  readonly first: number
  readonly last: number
}

const upos = (tag: (typeof UPOS)[number]): number => UPOS.indexOf(tag)
const DET = upos("DET")
const ADJ = upos("ADJ")
const NOUN = upos("NOUN")
const PROPN = upos("PROPN")
const NUM = upos("NUM")
const VERB = upos("VERB")
const ADV = upos("ADV")
/** They stand beside names without belonging to them: "the White House Thursday said". */
const CALENDAR = new Set(
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December today yesterday tomorrow".split(
    " ",
  ),
)

/** Names of months that are ordinary words or names as well: a number beside them decides. */
const DOUBTFUL_MONTHS = new Set([
  "May",
  "March",
  "Mar.",
  "Nov.",
  "Dec.",
  "Oct.",
  "Sept.",
  "Sep.",
  "Aug.",
  "Jul.",
  "Jun.",
  "Apr.",
  "Feb.",
  "Jan.",
])
const DATING = new Set("in since until by last next this early late mid from during".split(" "))

function isCalendar(analysis: Analysis, token: number): boolean {
  const form = formOf(analysis, token)
  if (CALENDAR.has(form)) return true
  if (!DOUBTFUL_MONTHS.has(form)) return false
  if (form.endsWith(".")) return true
  const isNumber = (at: number): boolean => at >= 0 && at < analysis.count && analysis.upos[at] === NUM
  const before = token > 0 ? formOf(analysis, token - 1).toLowerCase() : ""
  return isNumber(token + 1) || isNumber(token - 1) || DATING.has(before)
}

/** The match that covers each token, as an index into `matches`; -1 where none does. */
export function coverTokens(count: number, matches: readonly Match[]): Int32Array {
  const cover = new Int32Array(count).fill(-1)
  matches.forEach(({ first, last }, at) => {
    cover.fill(at, first, last)
  })
  return cover
}

/** The base noun phrases of one sentence, from left to right. */
export function findChunks(analysis: Analysis, cover: Int32Array, sentence: Chunk): Chunk[] {
  const chunks: Chunk[] = []
  let start = -1
  const close = (end: number): void => {
    if (start >= 0) chunks.push({ first: start, last: end })
    start = -1
  }
  for (let token = sentence.first; token < sentence.last; token += 1) {
    if (!continues(analysis, cover, { token, start, end: sentence.last })) close(token)
    else if (start >= 0 && opens(analysis, cover, token)) {
      close(token)
      start = token
    } else if (start < 0) start = token
  }
  close(sentence.last)
  return chunks
}

interface Position {
  readonly token: number
  readonly start: number
  readonly end: number
}

function continues(analysis: Analysis, cover: Int32Array, { token, start, end }: Position): boolean {
  if (cover[token]! >= 0) return true
  const tag = analysis.tag[token]!
  const pos = analysis.upos[token]!
  if (pos === NOUN || pos === PROPN) return !isCalendar(analysis, token)
  if (pos === ADJ || pos === NUM || tag === "PRP$") return true
  if (pos === DET) return tag !== "WDT" && tag !== "WP"
  if (tag === "POS") return start >= 0
  if (pos === VERB)
    return (
      (tag === "VBN" || tag === "VBG") &&
      analysis.deprel[token] === "amod" &&
      !isPredicate(analysis, cover, { token, start, end })
    )
  if (tag === "HYPH") return start >= 0 && isTight(analysis, token)
  return (
    pos === ADV && token + 1 < end && analysis.deprel[token] === "advmod" && modifiesInside(analysis, token)
  )
}

/** "Igor Smirnov qualified Kiev's decision": a participle between two names is the verb. */
function isPredicate(analysis: Analysis, cover: Int32Array, { token, start, end }: Position): boolean {
  if (start < 0 || token === start || token + 1 >= end) return false
  const isName = (at: number): boolean =>
    analysis.upos[at] === PROPN && (cover[at]! < 0 || analysis.tag[at] === "NNP")
  return isName(token - 1) && isName(token + 1) && analysis.tag[token - 1] !== "HYPH"
}

/** "the newly elected president": the adverb hangs on an attribute to its right. */
function modifiesInside({ head, deprel }: Analysis, token: number): boolean {
  const above = head[token]!
  return above === token + 1 && deprel[above] === "amod"
}

const isTight = ({ start, end, count }: Analysis, token: number): boolean =>
  token > 0 && token + 1 < count && end[token - 1] === start[token] && end[token] === start[token + 1]

function opens(analysis: Analysis, cover: Int32Array, token: number): boolean {
  if (cover[token]! >= 0) return false
  const isDeterminer = analysis.upos[token] === DET || analysis.tag[token] === "PRP$"
  return isDeterminer && analysis.tag[token - 1] !== "PDT"
}

export const formOf = perToken(({ text, start, end }, token) => text.slice(start[token], end[token]))

/** The words of a stretch of tokens, as written. */
export const phraseText = ({ text, start, end }: Analysis, { first, last }: Chunk): string =>
  text.slice(start[first], end[last - 1])
