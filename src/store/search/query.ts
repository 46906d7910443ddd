import { dayOfDate, EVENT_TYPES, STATUSES } from "../../record/index.ts"
import { indexWords } from "./words.ts"

/** Words that stand beside each other; the last may be the beginning of a word only. */
export interface Phrase {
  readonly terms: readonly string[]
  readonly prefix: boolean
}

/** One of these must be found; with `not`, none. */
export interface Clause {
  readonly any: readonly Phrase[]
  readonly not: boolean
}

export interface SearchFilter {
  /** "BLR-CHN" */
  readonly pair?: string
  /** Name or domain of a publisher, in lower case. */
  readonly outlet?: string
  /** Inclusive ISO days of publication. */
  readonly from?: string
  readonly to?: string
  readonly type?: string
  readonly status?: string
  readonly language?: string
}

export interface SearchQuery {
  readonly clauses: readonly Clause[]
  readonly filter: SearchFilter
}

/** The query cannot be understood; the message says which part and what would be. */
export class QueryError extends Error {
  override readonly name = "QueryError"
}

/** A field with its value, a phrase or a word; a minus before it says "not". */
const PART = /(-?)(?:([a-z]+):("[^"]*"|\S+)|"([^"]*)"(\*?)|(\S+))/gy
/** Letters that a beginning of a word must have: fewer would be the whole index. */
const SHORTEST_PREFIX = 3

/**
 * Reads a query: words that must all stand there, "phrases", beginnings of words with a star, -not, OR between two, and the fields
 * pair:BLR-CHN outlet:name from:2023 to:2023-06 type:CONSULT status:planned language:en.
 */
export function parseQuery(query: string): SearchQuery {
  const clauses: Clause[] = []
  const filter: Record<string, string> = {}
  let joinsLast = false
  for (const part of partsOf(query)) {
    if (part.field !== undefined) Object.assign(filter, readField(part.field, part.text))
    else if (part.text === "OR" && !part.quoted) joinsLast = clauses.length > 0
    else {
      const phrase = readPhrase(part)
      if (phrase === undefined) continue
      const last = clauses.at(-1)
      if (joinsLast && last !== undefined && !last.not && !part.not)
        clauses[clauses.length - 1] = { any: [...last.any, phrase], not: false }
      else clauses.push({ any: [phrase], not: part.not })
      joinsLast = false
    }
  }
  if (clauses.length === 0 && Object.keys(filter).length === 0)
    throw new QueryError(
      "the query names no word: give one, such as sanctions, “joint statement” or sanction*",
    )
  if (clauses.length > 0 && clauses.every(({ not }) => not))
    throw new QueryError("the query only says what must not stand there: give a word that must")
  return { clauses, filter }
}

interface Part {
  readonly text: string
  readonly quoted: boolean
  readonly prefix: boolean
  readonly not: boolean
  readonly field?: string
}

/** Curly quotes are as good as straight ones. */
function* partsOf(query: string): Generator<Part> {
  const plain = query.replaceAll(/[“”„«»]/g, '"')
  let at = 0
  while (at < plain.length) {
    if (/\s/.test(plain[at]!)) {
      at++
      continue
    }
    PART.lastIndex = at
    const match = PART.exec(plain)
    if (match === null) return
    at = PART.lastIndex
    const [, minus, field, value, quoted, star, word] = match
    const not = minus === "-"
    if (field !== undefined && FIELDS.has(field) && !not)
      yield { text: value!.replaceAll('"', ""), quoted: true, prefix: false, not, field }
    else if (quoted !== undefined) yield { text: quoted, quoted: true, prefix: star === "*", not }
    else {
      const text = word ?? `${field}:${value}`
      yield { text, quoted: false, prefix: text.endsWith("*"), not }
    }
  }
}

/** The words of a part; "state-owned" is a phrase of two. */
function readPhrase({ text, prefix }: Part): Phrase | undefined {
  const terms = indexWords(text).map(({ term }) => term)
  const last = terms.at(-1)
  if (last === undefined) return undefined
  if (prefix && last.length < SHORTEST_PREFIX)
    throw new QueryError(`“${last}*”: a beginning needs ${SHORTEST_PREFIX} letters or more`)
  return { terms, prefix }
}

const FIELDS: ReadonlySet<string> = new Set(["pair", "outlet", "from", "to", "type", "status", "language"])

function readField(field: string, value: string): SearchFilter {
  if (field === "pair") return { pair: readPair(value) }
  if (field === "from" || field === "to") return { [field]: readDay(field, value) }
  if (field === "type") return { type: readOneOf(field, value.toUpperCase(), EVENT_TYPES) }
  if (field === "status") return { status: readOneOf(field, value.toLowerCase(), STATUSES) }
  return { [field]: value.toLowerCase() }
}

function readPair(value: string): string {
  const [, a, b] = /^([a-z]{3})-([a-z]{3})$/i.exec(value) ?? []
  if (a === undefined || b === undefined || a === b)
    throw new QueryError(`pair:${value} is no pair of states: give two alpha-3 codes, such as pair:BLR-CHN`)
  return [a.toUpperCase(), b.toUpperCase()].sort().join("-")
}

function readOneOf(field: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value
  throw new QueryError(`${field}:${value} is unknown: one of ${allowed.join(", ")}`)
}

/** A year or a month is its first day, or after to: its last. */
function readDay(field: "from" | "to", value: string): string {
  const day = dayOfDate(value, field === "from" ? "first" : "last")
  if (day === undefined)
    throw new QueryError(
      `${field}:${value} is no date: give a year, a month or a day, such as 2023, 2023-06 or 2023-06-30`,
    )
  return day
}
