import type { QuantityMention, TimeMention } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import { headOf, lemmaOf, relationOf, tagOf } from "./syntax.ts"

const ORDINALS: readonly string[] =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  )
const ORDINAL_VALUES = new Map(ORDINALS.map((word, value) => [word, value]))
const NUMERIC = /^(\d{1,3})(st|nd|rd|th)$/
/** Nouns of travel are all visits to the record. */
const VISITS = new Set(["trip", "visit", "tour", "journey"])
/** What an ordinal before it names rather than counts. */
const NAMED = new Set(
  "quarter half century place day person hand world language lady minister amendment floor party reading division army".split(
    " ",
  ),
)
/** How far behind its noun the period may stand: "second trip to Beijing in 2023". */
const PERIOD_REACH = 8

const ordinalValue = (word: string): number | undefined => {
  const known = ORDINAL_VALUES.get(word)
  if (known !== undefined) return known === 0 ? undefined : known
  const match = NUMERIC.exec(word)
  return match === null ? undefined : Number(match[1])
}

/** Index of the first mention that starts at or after an offset, by binary search. */
function firstFrom(times: readonly TimeMention[], offset: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The year, month or season within which an ordinal counts: the first date after its noun that is longer than a day. */
function periodAfter(analysis: Analysis, noun: number, times: readonly TimeMention[]): string | undefined {
  const last =
    Math.min(noun + PERIOD_REACH, analysis.sentences[analysis.sentence[noun] ?? 0]?.last ?? noun) - 1
  const [from, to] = [analysis.end[noun] ?? 0, analysis.end[last] ?? 0]
  for (let at = firstFrom(times, from); at < times.length; at++) {
    const time = times[at]
    if (time === undefined || time.end > to) return undefined
    if (time.interval !== null && time.interval.start !== time.interval.end) return time.value
  }
  return undefined
}

/** Ordinals that count what happened: "her second trip to Beijing in 2023"; not "the First Lady", not "the third quarter". */
export function findOrdinals(
  analysis: Analysis,
  times: readonly TimeMention[],
  taken: (start: number, end: number) => boolean,
): QuantityMention[] {
  const found: QuantityMention[] = []
  for (let token = 0; token < analysis.count; token++) {
    if (relationOf(analysis, token) !== "amod") continue
    const [start, end] = [analysis.start[token] ?? 0, analysis.end[token] ?? 0]
    const value = ordinalValue(analysis.text.slice(start, end).toLowerCase())
    const noun = headOf(analysis, token)
    if (value === undefined || noun <= token || taken(start, end)) continue
    const lemma = lemmaOf(analysis, noun).toLowerCase()
    if (NAMED.has(lemma) || tagOf(analysis, noun).startsWith("NNP")) continue
    const period = periodAfter(analysis, noun, times)
    found.push({
      kind: "ordinal",
      value,
      unit: VISITS.has(lemma) ? "visit" : lemma,
      start,
      end: analysis.end[noun] ?? end,
      text: analysis.text.slice(start, analysis.end[noun] ?? end),
      ...(period === undefined ? {} : { period }),
    })
  }
  return found
}
