import { formAt, isApostrophe, type Lexemes } from "../quantity/lexemes.ts"
import { daySpan, weekSpan } from "./calendar-span.ts"
import { civilOf, type Day, dayOf, weekdayOf } from "./civil.ts"
import { nearestYear, type TimeContext } from "./context.ts"
import { readPart, todayOf, withPart } from "./days.ts"
import type { Feast } from "./lexicon.ts"
import { dateOf, openDate, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { readYear } from "./years.ts"

/** Easter Sunday of the Western churches (the anonymous Gregorian computus). */
export function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((8 * b + 13) / 25)
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = e + f - 7 * Math.floor((a + 11 * e + 22 * f) / 451) + 114
  return dayOf(year, Math.floor(g / 31), (g % 31) + 1)
}

/** The fourth Thursday of November, as in the United States. */
function thanksgivingOf(year: number): Day {
  const first = dayOf(year, 11, 1)
  return first + ((4 - weekdayOf(first) + 7) % 7) + 21
}

const FEAST_DAYS: Readonly<Record<Feast, (year: number) => Day>> = {
  christmas: (year) => dayOf(year, 12, 25),
  halloween: (year) => dayOf(year, 10, 31),
  thanksgiving: thanksgivingOf,
  easter: easterOf,
  newYear: (year) => dayOf(year, 1, 1),
}

/** "last Christmas" and "next Easter" step from today; a feast alone is the nearest that tense allows. */
function feastIn(context: TimeContext, dayIn: (year: number) => Day, relation: string) {
  const today = todayOf(context)
  if (today === undefined || (relation !== "last" && relation !== "next"))
    return nearestYear(context, (year) => daySpan(dayIn(year)))
  const { year } = civilOf(today.first)
  const [step, passed] =
    relation === "last" ? [-1, dayIn(year) < today.first] : [1, dayIn(year) > today.first]
  return daySpan(dayIn(passed ? year : year + step))
}

const feastReading = (
  lexemes: Lexemes,
  at: number,
  end: number,
  dayIn: (year: number) => Day,
): TimeReading => {
  const year = readYear(lexemes, end)
  const relation = formAt(lexemes, at - 1)
  return {
    end: year?.end ?? end,
    leftward: "point",
    ...(year === undefined ? {} : { year: year.year }),
    resolve: (context) =>
      dateOf(year === undefined ? feastIn(context, dayIn, relation) : daySpan(dayIn(year.year))) ??
      openDate("XXXX-XX-XX"),
  }
}

const weekOfFeast = (reading: TimeReading): TimeReading => ({
  ...reading,
  resolve: (context) => {
    const day = reading.resolve(context)?.span
    return dateOf(day && weekSpan(day.first)) ?? openDate("XXXX-WXX")
  },
})

/** "Christmas", "Christmas Eve", "Easter Sunday", "Christmas night", "Thanksgiving Day", "last Halloween". */
export const feast: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "feast" || lexemes.capital[at] === 0) return undefined
  const next = formAt(lexemes, at + 1)
  const day = FEAST_DAYS[word.feast]
  if (next === "eve") return feastReading(lexemes, at, at + 2, (year) => day(year) - 1)
  if (next === "monday" && word.feast === "easter")
    return feastReading(lexemes, at, at + 2, (year) => day(year) + 1)
  if (next === "week") return weekOfFeast(feastReading(lexemes, at, at + 2, day))
  const end = next === "day" || next === "sunday" ? at + 2 : at + 1
  const part = readPart(lexemes, end)
  const reading = feastReading(lexemes, at, end, day)
  return part === undefined ? reading : withPart(reading, part.end, part.part)
}

/** "New Year's Day", "New Year's Eve". */
export const newYear: TimeRule = (lexemes, at) => {
  const possessive = isApostrophe(formAt(lexemes, at + 2)) && formAt(lexemes, at + 3) === "s"
  if (formAt(lexemes, at) !== "new" || formAt(lexemes, at + 1) !== "year" || !possessive) return undefined
  const day = formAt(lexemes, at + 4)
  if (day === "day") return feastReading(lexemes, at, at + 5, FEAST_DAYS.newYear)
  return day === "eve"
    ? feastReading(lexemes, at, at + 5, (year) => FEAST_DAYS.newYear(year + 1) - 1)
    : undefined
}
