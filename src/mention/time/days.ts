import { formAt, isJoint, type Lexemes, WORD } from "../quantity/lexemes.ts"
import { type CalendarSpan, daySpan } from "./calendar-span.ts"
import { weekdayOf } from "./civil.ts"
import { anchorOf, nearestWeekday, storyOf, type TimeContext } from "./context.ts"
import { writtenDate } from "./dates.ts"
import type { DayPart } from "./lexicon.ts"
import { dateOf, openDate, type Resolved, type TimeReading, type TimeRule, wordAt } from "./reading.ts"

/** A part of a day as TIMEX3 writes it: 2023-12-03TMO. */
export const partOfDay = (span: CalendarSpan | undefined, part: string): Resolved =>
  span === undefined || span.unit !== "day"
    ? { type: "TIME", value: `XXXX-XX-XXT${part}`, span: undefined }
    : { type: "TIME", value: `${span.value}T${part}`, span: { ...span, precision: "time" } }

/** The same day with a part of it: "Friday" becomes "Friday morning". */
export const withPart = (reading: TimeReading, end: number, part: string): TimeReading => ({
  ...reading,
  end,
  resolve: (context) => {
    const day = reading.resolve(context)
    return day === undefined ? undefined : partOfDay(day.span, part)
  },
})

/** The publication day, or in a historical narrative the story's. */
export const todayOf = (context: TimeContext): CalendarSpan | undefined =>
  context.reference === undefined || context.historical ? anchorOf(context) : daySpan(context.reference)

/** The part of a day at a lexeme, after "mid" or "early" as well: "morning", "mid-afternoon". */
export function readPart(lexemes: Lexemes, at: number): { part: DayPart; end: number } | undefined {
  const word = wordAt(lexemes, at)
  return word?.kind === "part" && !word.plural ? { part: word.part, end: at + 1 } : undefined
}

/** Days away from today, and from the story's day where the text tells of another time. */
function shiftedToday(context: TimeContext, days: number): CalendarSpan | undefined {
  const today = todayOf(context)
  return today === undefined || today.unit !== "day" ? undefined : daySpan(today.first + days)
}

/** "yesterday", "today", "tomorrow evening", "tonight", "the day after tomorrow". */
export const deicticDay: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "deictic") return undefined
  if (lexemes.capital[at] === 1 && lexemes.kind[at - 1] === WORD && lexemes.capital[at - 1] === 1)
    return undefined
  const days = word.days
  const reading: TimeReading = {
    end: at + 1,
    leftward: "point",
    deictic: true,
    resolve: (context) => {
      if (days === 0 && context.historical && word.part === undefined)
        return { type: "DATE", value: "PRESENT_REF", span: undefined }
      return dateOf(shiftedToday(context, days)) ?? openDate(days === 0 ? "PRESENT_REF" : "XXXX-XX-XX")
    },
  }
  if (word.part !== undefined) return withPart(reading, at + 1, word.part)
  const part = readPart(lexemes, at + 1)
  return part === undefined ? reading : withPart(reading, part.end, part.part)
}

/** "the day before yesterday", "the day after tomorrow". */
export const dayBeyond: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at + 2)
  const link = formAt(lexemes, at + 1)
  if (formAt(lexemes, at) !== "day" || word?.kind !== "deictic") return undefined
  if (!(link === "before" && word.days === -1) && !(link === "after" && word.days === 1)) return undefined
  return {
    end: at + 3,
    leftward: "point",
    resolve: (context) => dateOf(shiftedToday(context, 2 * word.days)),
  }
}

/** The weekday at a lexeme; short forms need their stop or a date after them. */
export function readWeekday(
  lexemes: Lexemes,
  at: number,
): { weekday: number; end: number; plural: boolean } | undefined {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "weekday" || lexemes.capital[at] === 0) return undefined
  const stop = word.short && formAt(lexemes, at + 1) === "." && lexemes.glued[at + 1] === 1
  if (
    word.short &&
    !stop &&
    writtenDate(lexemes, formAt(lexemes, at + 1) === "," ? at + 2 : at + 1) === undefined
  )
    return undefined
  return { weekday: word.weekday, end: stop ? at + 2 : at + 1, plural: word.plural }
}

/** "Friday", "Friday morning", "Friday, March 8th", "Tuesday nights". */
export const weekdayDate: TimeRule = (lexemes, at) => {
  const day = readWeekday(lexemes, at)
  if (day === undefined) return undefined
  const night = wordAt(lexemes, day.end)
  if (day.plural || (night?.kind === "part" && night.plural)) {
    const part = night?.kind === "part" ? `T${night.part}` : ""
    const value = `XXXX-WXX-${day.weekday}${part}`
    return {
      end: night?.kind === "part" ? day.end + 1 : day.end,
      leftward: "none",
      resolve: () => ({ type: "SET", value, span: undefined }),
    }
  }
  const comma = formAt(lexemes, day.end) === "," ? day.end + 1 : day.end
  const article = formAt(lexemes, comma) === "the" ? comma + 1 : comma
  const date = writtenDate(lexemes, article)
  if (date !== undefined) return date
  const reading = weekdayReading(day.weekday, day.end)
  const part = readPart(lexemes, day.end)
  return part === undefined ? reading : withPart(reading, part.end, part.part)
}

const weekdayReading = (weekday: number, end: number): TimeReading => ({
  end,
  leftward: "point",
  deictic: true,
  resolve: (context) => dateOf(nearestWeekday(context, weekday)) ?? openDate(`XXXX-WXX-${weekday}`),
})

/** "last Friday", "next Tuesday", "this coming Sunday", "the previous Friday", seen from today or from the story. */
export function weekdayFrom(
  from: CalendarSpan | undefined,
  weekday: number,
  sign: -1 | 1,
): CalendarSpan | undefined {
  if (from === undefined || from.unit !== "day") return undefined
  const ahead = (weekday - weekdayOf(from.first) + 7) % 7
  return daySpan(from.first + (sign > 0 ? ahead || 7 : ahead - 7))
}

/** "of March 5", "of Thursday morning". */
function readDayOf(lexemes: Lexemes, at: number): TimeReading | undefined {
  if (formAt(lexemes, at) !== "of") return undefined
  return weekdayDate(lexemes, at + 1) ?? writtenDate(lexemes, at + 1) ?? writtenDate(lexemes, at + 2)
}

/** "the early hours of Thursday", "the late hours of 5 May". */
export const hoursOfDay: TimeRule = (lexemes, at) => {
  const part = formAt(lexemes, at) === "hours" ? HOURS_PARTS[formAt(lexemes, at - 1)] : undefined
  const day = part === undefined ? undefined : readDayOf(lexemes, at + 1)
  return part && day && withPart(day, day.end, part)
}

const HOURS_PARTS: Readonly<Record<string, DayPart>> = {
  early: "MO",
  small: "MO",
  wee: "MO",
  late: "NI",
  closing: "NI",
}

/** "the morning of March 5", "the morning hours of 5 March", "in the morning": the story's day where no other is named. */
export const barePart: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "part" || word.plural) return undefined
  const hours = formAt(lexemes, at + 1) === "hours" ? at + 2 : at + 1
  const day = readDayOf(lexemes, hours)
  if (day !== undefined) return withPart(day, day.end, word.part)
  const mid = isJoint(lexemes, at - 1) && formAt(lexemes, at - 2) === "mid"
  const yesterday = mid ? (deicticDay(lexemes, at + 1) ?? weekdayDate(lexemes, at + 1)) : undefined
  if (yesterday !== undefined) return withPart(yesterday, yesterday.end, word.part)
  const before = formAt(lexemes, at - 1)
  if (!mid && (before !== "the" || !PART_PREPOSITIONS.has(formAt(lexemes, at - 2)))) return undefined
  return {
    end: at + 1,
    leftward: "point",
    resolve: (context) => partOfDay(storyOf(context), word.part),
  }
}

const PART_PREPOSITIONS = new Set([
  "in",
  "during",
  "into",
  "throughout",
  "early",
  "late",
  "later",
  "of",
  "by",
])
