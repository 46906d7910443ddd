import type { Span } from "../../record/index.ts"
import type { Clause, Phrase } from "./query.ts"
import { type IndexWord, indexWords } from "./words.ts"

/** A stretch of a text with what was found in it; offsets of the marks are into the stretch. */
export interface Snippet {
  readonly text: string
  /** Where the stretch begins in the text. */
  readonly start: number
  readonly marks: readonly Span[]
}

const LENGTH = 240
/** What stands before the first thing that was found. */
const LEAD = 60

/** Of a long text in which a word stands on every line, the beginning is enough. */
const MOST_FOUND = 500

/** The stretch in which most of what was asked for stands. */
export function snippetOf(text: string, clauses: readonly Clause[]): Snippet {
  const found = foundSpans(text, clauses)
  const start = bestStart(text, found)
  const end = endAt(text, Math.min(text.length, start + LENGTH))
  return {
    text: text.slice(start, end),
    start,
    marks: found
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start - start, end: span.end - start })),
  }
}

interface Found extends Span {
  readonly clause: number
}

/** Every place at which something that was asked for stands, in order. */
function foundSpans(text: string, clauses: readonly Clause[]): Found[] {
  const words = indexWords(text)
  const found: Found[] = []
  clauses.forEach(({ any, not }, clause) => {
    if (not) return
    for (const phrase of any)
      for (let at = 0; at + phrase.terms.length <= words.length; at++)
        if (standsAt(words, at, phrase))
          found.push({ start: words[at]!.start, end: words[at + phrase.terms.length - 1]!.end, clause })
  })
  return found.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MOST_FOUND)
}

const standsAt = (words: readonly IndexWord[], at: number, { terms, prefix }: Phrase): boolean =>
  terms.every((term, n) => {
    const word = words[at + n]!.term
    return prefix && n === terms.length - 1 ? word.startsWith(term) : word === term
  })

/** The beginning of the stretch with most different clauses; the first of equals. */
function bestStart(text: string, found: readonly Found[]): number {
  let best = 0
  let most = 0
  for (const { start } of found) {
    const within = found.filter((other) => other.start >= start && other.end <= start + LENGTH - LEAD)
    const clauses = new Set(within.map(({ clause }) => clause)).size
    if (clauses <= most) continue
    most = clauses
    best = start
  }
  if (most === 0 || best <= LEAD) return 0
  const space = text.indexOf(" ", best - LEAD)
  return space === -1 || space >= best ? best : space + 1
}

/** Ends after a word where there is one to end after. */
function endAt(text: string, end: number): number {
  if (end === text.length) return end
  const space = text.lastIndexOf(" ", end)
  return space > end - LEAD ? space : end
}
