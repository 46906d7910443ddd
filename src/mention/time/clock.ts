import { formAt, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { storyOf } from "./context.ts"
import { NUMERIC_DATE_RULES, writtenDate } from "./dates.ts"
import { deicticDay, partOfDay, readPart, todayOf, weekdayDate } from "./days.ts"
import { longest, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { relativeDay } from "./relative.ts"

/** A time of day: TIMEX3 writes "22:00" or just the hour where the text gives no more. */
interface ClockTime {
  readonly end: number
  readonly hour: number
  readonly minute: number
  /** Half of the day named, zone named, or a word such as "noon": no other reading is possible. */
  readonly certain: boolean
}

const ZONES = new Set(
  "gmt utc est edt cst cdt mst mdt pst pdt cet cest bst ist jst msk eet eest aest aedt hkt z".split(" "),
)
const BEFORE_CLOCK = new Set(
  "at around about by before after from until till since past between and to on approximately".split(" "),
)
const CLOCK_24 = /^([01]?\d|2[0-4])$/
const CLOCK_DOTTED = /^(\d\d?)\.([0-5]\d)$/
const CLOCK_FOUR = /^([01]\d|2[0-3])([0-5]\d)$/

function readHalf(lexemes: Lexemes, at: number): { afternoon: boolean; end: number } | undefined {
  const form = formAt(lexemes, at)
  if (form !== "a.m" && form !== "p.m" && form !== "am" && form !== "pm") return undefined
  const stop = form.length === 3 && formAt(lexemes, at + 1) === "." && lexemes.glued[at + 1] === 1
  return { afternoon: form.startsWith("p"), end: stop ? at + 2 : at + 1 }
}

/** "GMT", "local time", "(1300 GMT)" is left to itself. */
function endOfZone(lexemes: Lexemes, at: number): number {
  if (formAt(lexemes, at) === "local" && formAt(lexemes, at + 1) === "time") return at + 2
  if (ZONES.has(formAt(lexemes, at)) && lexemes.capital[at] === 1) return at + 1
  const clock = /^(eastern|central|pacific|moscow|beijing|london|mountain)$/.test(formAt(lexemes, at))
  if (!clock) return at
  const standard = /^(standard|daylight|summer)$/.test(formAt(lexemes, at + 1)) ? at + 2 : at + 1
  return formAt(lexemes, standard) === "time" ? standard + 1 : at
}

const hourOf = (hour: number, afternoon: boolean): number =>
  afternoon ? (hour === 12 ? 12 : hour + 12) : hour === 12 ? 0 : hour

/** Minutes after a colon: "7:15", "22:30:00". */
function readMinutes(lexemes: Lexemes, at: number): { minute: number; end: number } | undefined {
  if (formAt(lexemes, at) !== ":" || lexemes.glued[at] !== 1 || !/^[0-5]\d$/.test(formAt(lexemes, at + 1)))
    return undefined
  if (lexemes.glued[at + 1] !== 1) return undefined
  const seconds = formAt(lexemes, at + 2) === ":" && /^[0-5]\d$/.test(formAt(lexemes, at + 3))
  return { minute: Number(formAt(lexemes, at + 1)), end: seconds ? at + 4 : at + 2 }
}

const SPOKEN_HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ")

/** The number that may be an hour: "7", "7:15", "7.15", "1400", "seven". */
function readHour(
  lexemes: Lexemes,
  at: number,
): { hour: number; minute: number; end: number; colon: boolean } | undefined {
  if (lexemes.kind[at] === WORD) {
    const hour = SPOKEN_HOURS.indexOf(formAt(lexemes, at)) + 1
    return hour === 0 ? undefined : { hour, minute: 0, end: at + 1, colon: false }
  }
  if (lexemes.kind[at] !== NUMBER) return undefined
  const form = formAt(lexemes, at)
  const dotted = CLOCK_DOTTED.exec(form)
  if (dotted !== null && Number(dotted[1]) < 25)
    return { hour: Number(dotted[1]), minute: Number(dotted[2]), end: at + 1, colon: false }
  if (CLOCK_24.test(form)) {
    const minutes = readMinutes(lexemes, at + 1)
    return minutes === undefined
      ? { hour: Number(form), minute: 0, end: at + 1, colon: false }
      : { hour: Number(form), minute: minutes.minute, end: minutes.end, colon: true }
  }
  const four = CLOCK_FOUR.exec(form)
  return four === null
    ? undefined
    : { hour: Number(four[1]), minute: Number(four[2]), end: at + 1, colon: false }
}

/** "10 p.m.", "7:15 p.m. EST", "13:40 local time", "1400 GMT", "4 in the morning", "ten o'clock", "noon". */
function readClock(lexemes: Lexemes, at: number): ClockTime | undefined {
  const word = wordAt(lexemes, at)
  if (word?.kind === "clock" && formAt(lexemes, at - 1) !== "high")
    return { end: at + 1, hour: word.hour, minute: 0, certain: true }
  const time = readHour(lexemes, at)
  if (time === undefined) return undefined
  const half = readHalf(lexemes, time.end)
  if (half !== undefined && time.hour <= 12)
    return {
      end: endOfZone(lexemes, half.end),
      hour: hourOf(time.hour, half.afternoon),
      minute: time.minute,
      certain: true,
    }
  const oclock = formAt(lexemes, time.end) === "o" && formAt(lexemes, time.end + 2) === "clock"
  const spoken = oclock ? time.end + 3 : time.end
  const part =
    formAt(lexemes, spoken) === "in" && formAt(lexemes, spoken + 1) === "the"
      ? readPart(lexemes, spoken + 2)
      : undefined
  if (part !== undefined && time.hour <= 12)
    return { end: part.end, hour: hourOf(time.hour, part.part !== "MO"), minute: time.minute, certain: true }
  if (oclock) return { end: spoken, hour: time.hour, minute: 0, certain: true }
  const zone = endOfZone(lexemes, time.end)
  const dotted = formAt(lexemes, at).includes(".")
  const bare = CLOCK_24.test(formAt(lexemes, at)) && !time.colon
  if (zone > time.end && !bare) return { end: zone, hour: time.hour, minute: time.minute, certain: true }
  if (time.colon && !dotted && BEFORE_CLOCK.has(formAt(lexemes, at - 1)))
    return { end: time.end, hour: time.hour, minute: time.minute, certain: false }
  return undefined
}

/** The day after a time of day: "Wednesday", "on Nov. 9", ", March 5", "yesterday", "the next day". */
function readDayAfter(lexemes: Lexemes, at: number): TimeReading | undefined {
  const comma = formAt(lexemes, at) === "," ? at + 1 : at
  const on = formAt(lexemes, comma) === "on" ? comma + 1 : comma
  const article = formAt(lexemes, on) === "the" ? on + 1 : on
  const numeric = lexemes.kind[on] === NUMBER ? NUMERIC_DATE_RULES.map((rule) => rule(lexemes, on)) : []
  const day = longest([
    weekdayDate(lexemes, on),
    writtenDate(lexemes, article),
    ...numeric,
    comma === at ? deicticDay(lexemes, on) : undefined,
    comma === at ? relativeDay(lexemes, article) : undefined,
  ])
  return day !== undefined && !/^(am|pm)$/.test(formAt(lexemes, day.end)) ? day : undefined
}

const LONGEST_PARENTHESIS = 8

/** "at 2:49 a.m. (07:49 UTC) on Saturday": the day stands behind the time in another zone. */
function dayBeyondParenthesis(lexemes: Lexemes, at: number): TimeReading | undefined {
  const inside = formAt(lexemes, at) === "(" || formAt(lexemes, at) === ")"
  if (!inside) return undefined
  for (let close = at; close < at + LONGEST_PARENTHESIS; close++)
    if (formAt(lexemes, close) === ")") return readDayAfter(lexemes, close + 1)
  return undefined
}

/** "10:35 a.m. (0735 GMT)": the same time told for another zone. */
const isRestated = (lexemes: Lexemes, at: number, end: number): boolean =>
  formAt(lexemes, at - 1) === "(" &&
  formAt(lexemes, end) === ")" &&
  /^(am|pm|a\.m|p\.m|\.|time|\d\d?(\.\d\d)?|\d{4})$/.test(formAt(lexemes, at - 2))

const clockValue = (time: ClockTime): string =>
  `${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}`

/** A time of day, with the day where it follows; else the story's day. */
export const clockTime: TimeRule = (lexemes, at) => {
  const time = readClock(lexemes, at)
  if (time === undefined || (isJoint(lexemes, at - 1) && formAt(lexemes, at - 2) === "mid")) return undefined
  if (isRestated(lexemes, at, time.end)) return undefined
  const day = readDayAfter(lexemes, time.end)
  const beyond = day === undefined ? dayBeyondParenthesis(lexemes, time.end) : undefined
  return {
    end: day?.end ?? time.end,
    leftward: "point",
    ...(day?.year === undefined ? {} : { year: day.year }),
    resolve: (context) => {
      const story = storyOf(context)
      const implied = story?.unit === "day" ? story : todayOf(context)
      const said = day ?? beyond
      const span = said === undefined ? implied : said.resolve(context)?.span
      return partOfDay(span, clockValue(time))
    },
  }
}
