import type { QuantityMention, TimeMention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { formAt, type Lexemes, lexemesOf, NUMBER, WORD } from "./quantity/lexemes.ts"
import { namesRatherThanCounts } from "./quantity/number-names.ts"
import { NUMBER_RULES } from "./quantity/number-rules.ts"
import { isNumberWord, readNumber } from "./quantity/number-words.ts"
import { findOrdinals } from "./quantity/ordinals.ts"
import type { Place, QuantityReading } from "./quantity/place.ts"
import { findSingleVictims } from "./quantity/victims.ts"

const beginsNumber = (lexemes: Lexemes, at: number): boolean => {
  const form = formAt(lexemes, at)
  if (lexemes.kind[at] === NUMBER) return true
  if (lexemes.kind[at] !== WORD) return false
  return isNumberWord(form) || ((form === "a" || form === "half") && readNumber(lexemes, at) !== undefined)
}

/** True where a date, a time of day or a set covers the offsets; durations are left to be read as quantities. */
function datesCover(times: readonly TimeMention[]): (start: number, end: number) => boolean {
  const dates = times.filter(({ type }) => type !== "DURATION")
  let next = 0
  return (start, end) => {
    while (next > 0 && (dates[next]?.start ?? 0) > start) next--
    while (next < dates.length && (dates[next]?.end ?? 0) <= start) next++
    const date = dates[next]
    return date !== undefined && date.start < end
  }
}

function readAt(place: Place): QuantityReading | undefined {
  if (namesRatherThanCounts(place)) return undefined
  for (const rule of NUMBER_RULES) {
    const reading = rule(place)
    if (reading !== undefined) return reading
  }
  return undefined
}

function toMention(lexemes: Lexemes, { kind, value, unit, first, last }: QuantityReading): QuantityMention {
  const start = lexemes.start[first] ?? 0
  const end = lexemes.end[last - 1] ?? start
  return { kind, value, unit, start, end, text: lexemes.text.slice(start, end) }
}

function findCardinals(
  analysis: Analysis,
  lexemes: Lexemes,
  dated: (start: number, end: number) => boolean,
): QuantityMention[] {
  const found: QuantityMention[] = []
  for (let at = 0; at < lexemes.count; at++) {
    if (formAt(lexemes, at) === "twice") {
      found.push(toMention(lexemes, { kind: "count", value: 2, unit: "time", first: at, last: at + 1 }))
      continue
    }
    const number = beginsNumber(lexemes, at) ? readNumber(lexemes, at) : undefined
    if (number === undefined) continue
    const [start, end] = [lexemes.start[at] ?? 0, lexemes.end[number.end - 1] ?? 0]
    if (!number.vague && !dated(start, end)) {
      const reading = readAt({ lexemes, analysis, at, number })
      if (reading !== undefined) found.push(toMention(lexemes, reading))
    }
    at = number.end - 1
  }
  return found
}

/**
 * Finds the quantities of an article: money with ISO 4217 codes, durations, counts with the noun they count, casualties, ordinals with
 * their period, shares and measures. Values are full numbers; vague ones ("dozens") are left out. `times` are the article's own, so that
 * no date is read as a count. Rules over words and numbers; nouns and casualty verbs come from the syntax.
 */
export function findQuantities(analysis: Analysis, times: readonly TimeMention[]): QuantityMention[] {
  const lexemes = lexemesOf(analysis.text)
  const found = [
    ...findCardinals(analysis, lexemes, datesCover(times)),
    ...findOrdinals(analysis, times, datesCover(times)),
    ...findSingleVictims(analysis),
  ]
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}
