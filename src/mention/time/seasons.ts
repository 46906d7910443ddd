import { formAt, type Lexemes, WORD } from "../quantity/lexemes.ts"
import { type Season, seasonSpan } from "./calendar-span.ts"
import { nearestSeason } from "./context.ts"
import { periodReading, readYearOfPeriod, type YearSaid } from "./periods.ts"
import { type TimeRule, wordAt } from "./reading.ts"

/** "in the fall", "the summer of 1968", "summer 2024", "the Spring Offensive"; not "the fall of Saigon", not "the Prague Spring". */
export const season: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "season") return undefined
  const written = readYearOfPeriod(lexemes, at + 1)
  const said = written ?? yearOfNextSeason(lexemes, at + 1) ?? yearOfOffensive(lexemes, at + 1)
  if (said === undefined && !isSeason(lexemes, at)) return undefined
  const inYear = (year: number, of: Season = word.season) => seasonSpan(year, of)
  return periodReading(
    at + 1,
    said,
    (year) => inYear(year),
    (context) => nearestSeason(context, word.season),
    word.season,
  )
}

/** The year of "the spring and early summer of 1943" holds for the spring as well, whose own words end before the link. */
function yearOfNextSeason(lexemes: Lexemes, at: number): YearSaid | undefined {
  const link = formAt(lexemes, at)
  if (link !== "and" && link !== "or" && link !== "to") return undefined
  const early = /^(early|late|mid)$/.test(formAt(lexemes, at + 1)) ? at + 2 : at + 1
  if (wordAt(lexemes, early)?.kind !== "season") return undefined
  const said = readYearOfPeriod(lexemes, early + 1)
  return said && { ...said, end: at }
}

const OFFENSIVE = /^(offensives?|counteroffensives?)$/

/** "the Spring Offensive of 1918": the year is the season's too. */
function yearOfOffensive(lexemes: Lexemes, at: number): YearSaid | undefined {
  const said = OFFENSIVE.test(formAt(lexemes, at)) ? readYearOfPeriod(lexemes, at + 1) : undefined
  return said && { ...said, end: at }
}

function isSeason(lexemes: Lexemes, at: number): boolean {
  if (OFFENSIVE.test(formAt(lexemes, at + 1))) return true
  if (lexemes.capital[at] === 1) return false
  const before = formAt(lexemes, at - 1)
  const after = formAt(lexemes, at + 1)
  if (after === "of" || (after === "in" && formAt(lexemes, at) === "fall")) return false
  if (formAt(lexemes, at) === "fall")
    return (
      before === "the" &&
      /^(in|by|during|until|for|through)$/.test(formAt(lexemes, at - 2)) &&
      lexemes.kind[at + 1] !== WORD
    )
  return (
    /^(the|in|by|during|until|since|every|each|early|late|mid|-|a|through|and|over)$/.test(before) &&
    after !== "up"
  )
}
