import { formAt, isApostrophe, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { readNumber } from "../quantity/number-words.ts"
import { centurySpan, decadeSpan, quarterSpan, seasonSpan, yearSpan } from "./calendar-span.ts"
import { civilOf } from "./civil.ts"
import { anchorOf, fullYear } from "./context.ts"
import { aside, dateOf, openDate, point, type TimeReading, type TimeRule, wordAt } from "./reading.ts"

const EARLIEST_YEAR = 1000
/** Before this year a bare number needs a preposition to be taken for a year. */
const EARLIEST_PLAIN_YEAR = 1700
const LATEST_YEAR = 2100

/** "in 1066", "since 1998": prepositions and nouns that a year follows. */
const BEFORE_YEAR = new Set(
  "in since until till by during before after from to of between through throughout for circa year years late early mid fiscal spring summer autumn fall winter pre post and beyond following around ending ended".split(
    " ",
  ),
)
/** "Resolution 1701", "Flight 1549": names that end in a number. */
const NUMBERED =
  /^(resolutions?|flight|article|section|chapter|route|highway|room|no|number|numbers|boeing|model|page|pages|line|unit|block|case|bill|paragraph|regulation|directive|decree|order|channel|windows|area|lot|psalm|extension|hotline|apartment|building|local|area|battalion|squadron|ps|asteroid)$/
/** "2000 troops": what a number of that size counts rather than dates. */
const COUNTED =
  /^(people|persons|men|women|children|troops|soldiers|police|policemen|officers|members|students|workers|employees|protesters|demonstrators|refugees|migrants|civilians|prisoners|homes|houses|jobs|cases|deaths|miles|mile|kilometers|kilometres|kilometer|kilometre|km|meters|metres|feet|foot|acres|hectares|tons|tonnes|pounds|kilograms|kg|barrels|dollars|euros|pesos|rubles|yen|yuan|francs|marks|points|votes|seats|shares|copies|times|rounds|tents|percent|megawatts|hours|days|weeks|months|years|degrees|gmt|utc|hours|local|calories|words|pages|volts|others|more|million|billion|thousand|passengers|tourists|pilgrims|delegates|fighters|rebels|militants|peacekeepers|personnel|strong|sq|square|b\.c|bc|bce)$/

/** True for nouns that a number before them counts. */
export const isCounted = (noun: string): boolean => COUNTED.test(noun)

/** Four digits without a separator: "1998", not "1,998". */
function isYearNumber(lexemes: Lexemes, at: number): boolean {
  const form = formAt(lexemes, at)
  const written = (lexemes.end[at] ?? 0) - (lexemes.start[at] ?? 0)
  const year = Number(form)
  return written === 4 && /^\d{4}$/.test(form) && year >= EARLIEST_YEAR && year <= LATEST_YEAR
}

/** "nineteen ninety-six", "two thousand and three", as broadcast transcripts write years. */
function readYearWords(lexemes: Lexemes, at: number): { year: number; end: number } | undefined {
  const head = formAt(lexemes, at)
  if (head === "two" && formAt(lexemes, at + 1) === "thousand") {
    const reading = readNumber(lexemes, at)
    const isYear = reading !== undefined && reading.value >= 2000 && reading.value < LATEST_YEAR
    return isYear ? { year: reading.value, end: reading.end } : undefined
  }
  const century = { eighteen: 1800, nineteen: 1900, twenty: 2000 }[head]
  if (century === undefined) return undefined
  const next = formAt(lexemes, at + 1)
  if (next === "hundred" && head !== "twenty") return { year: century, end: at + 2 }
  const rest = readNumber(lexemes, at + 1)
  if (rest === undefined || !rest.inWords || rest.value < 10 || rest.value > 99) return undefined
  return { year: century + rest.value, end: rest.end }
}

/** A year in digits or in words, without asking whether its surroundings make it one. */
export function readYear(lexemes: Lexemes, at: number): { year: number; end: number } | undefined {
  if (lexemes.kind[at] === NUMBER) {
    const era = readEraYear(lexemes, at)
    if (era !== undefined) return era
    if (!isYearNumber(lexemes, at)) return undefined
    const next = formAt(lexemes, at + 1)
    const share =
      next === "%" || (next === ":" && lexemes.glued[at + 2] === 1 && lexemes.kind[at + 2] === NUMBER)
    const joined = lexemes.glued[at + 1] === 1 && (lexemes.kind[at + 1] === WORD || share)
    return joined ? undefined : { year: Number(formAt(lexemes, at)), end: at + 1 }
  }
  return readYearWords(lexemes, at)
}

/** "'98" or "’98". */
export function readShortYear(lexemes: Lexemes, at: number): { year: number; end: number } | undefined {
  if (!isApostrophe(formAt(lexemes, at)) || lexemes.glued[at + 1] !== 1) return undefined
  const form = formAt(lexemes, at + 1)
  if (lexemes.kind[at + 1] !== NUMBER || !/^\d\d$/.test(form)) return undefined
  const digits = Number(form)
  return { year: digits + (digits > 30 ? 1900 : 2000), end: at + 2 }
}

const BEFORE_CHRIST = new Set(["bc", "b.c", "bce", "b.c.e"])
const AFTER_CHRIST = new Set(["ad", "a.d", "ce"])

/** "490 BC", "43 AD", the "264" of "264 to 241 BC"; years before Christ are astronomical, 490 BC is -489. */
function readEraYear(lexemes: Lexemes, at: number): { year: number; end: number } | undefined {
  if (lexemes.kind[at] !== NUMBER || !/^\d{1,4}$/.test(formAt(lexemes, at))) return undefined
  const number = Number(formAt(lexemes, at))
  const era = formAt(lexemes, at + 1)
  if (AFTER_CHRIST.has(era)) return lexemes.capital[at + 1] === 1 ? { year: number, end: at + 2 } : undefined
  if (BEFORE_CHRIST.has(era)) return { year: 1 - number, end: at + 2 }
  const linked = isJoint(lexemes, at + 1) || era === "to" || era === "and" || era === "or"
  return linked && /^\d{1,4}$/.test(formAt(lexemes, at + 2)) && BEFORE_CHRIST.has(formAt(lexemes, at + 3))
    ? { year: 1 - number, end: at + 1 }
    : undefined
}

const eraYear: TimeRule = (lexemes, at) => {
  const reading = readEraYear(lexemes, at)
  return reading === undefined ? undefined : point(reading.end, yearSpan(reading.year), reading.year)
}

function looksLikeYear(lexemes: Lexemes, at: number): boolean {
  const before = formAt(lexemes, at - 1)
  const after = formAt(lexemes, at + 1)
  const year = Number(formAt(lexemes, at))
  if ("$£€¥#@+:/.".includes(before) && before !== "" && lexemes.kind[at - 1] === 3)
    if (before === "$" || before === "£" || before === "€" || before === "¥" || lexemes.glued[at] === 1)
      return false
  if (NUMBERED.test(before) || isCounted(after)) return false
  if (isJoint(lexemes, at - 1) && lexemes.kind[at - 2] === WORD && !BEFORE_YEAR.has(formAt(lexemes, at - 2)))
    return false
  if (formAt(lexemes, at + 1) === "/" && lexemes.glued[at + 1] === 1 && lexemes.kind[at + 2] === NUMBER)
    return false
  if (BEFORE_YEAR.has(before) || (isJoint(lexemes, at - 1) && BEFORE_YEAR.has(formAt(lexemes, at - 2))))
    return true
  if (year < EARLIEST_PLAIN_YEAR) return false
  const countsNoun =
    lexemes.kind[at + 1] === WORD && lexemes.capital[at + 1] === 0 && after.endsWith("s") && after.length > 3
  return !countsNoun || before === "the" || before === "s"
}

/** "1996", "the year 2000", "mid-1996", "nineteen ninety-six"; "1915-17" is two years. */
const plainYear: TimeRule = (lexemes, at) => {
  const reading = readYear(lexemes, at)
  if (reading === undefined) return undefined
  if (lexemes.kind[at] === NUMBER && !looksLikeYear(lexemes, at)) return undefined
  return periodOfYear(lexemes, reading) ?? point(reading.end, yearSpan(reading.year), reading.year)
}

/** "the 1988 third quarter", "the 1982 summer offensive". */
function periodOfYear(lexemes: Lexemes, year: { year: number; end: number }): TimeReading | undefined {
  const word = wordAt(lexemes, year.end)
  if (word?.kind === "season" && word.season !== "FA" && lexemes.capital[year.end] === 0)
    return point(year.end + 1, seasonSpan(year.year, word.season), year.year)
  const ordinal = readOrdinal(lexemes, year.end)
  if (ordinal === undefined || ordinal.ordinal > 4 || formAt(lexemes, ordinal.end) !== "quarter")
    return undefined
  return point(ordinal.end + 1, quarterSpan(year.year, ordinal.ordinal), year.year)
}

/** The "17" of "1915-17". */
const rangeEndYear: TimeRule = (lexemes, at) => {
  if (!isJoint(lexemes, at - 1) || !isYearNumber(lexemes, at - 2) || !/^\d\d$/.test(formAt(lexemes, at)))
    return undefined
  if (isJoint(lexemes, at + 1) || isJoint(lexemes, at - 3)) return undefined
  const from = Number(formAt(lexemes, at - 2))
  const year = Math.floor(from / 100) * 100 + Number(formAt(lexemes, at))
  return year > from ? point(at + 1, yearSpan(year), year) : undefined
}

function endOfPluralSign(lexemes: Lexemes, at: number): number | undefined {
  if (formAt(lexemes, at) === "s" && lexemes.glued[at] === 1) return at + 1
  const apostrophe = isApostrophe(formAt(lexemes, at)) && lexemes.glued[at] === 1
  return apostrophe && formAt(lexemes, at + 1) === "s" && lexemes.glued[at + 1] === 1 ? at + 2 : undefined
}

/** "1990s", "'90s", "the 80s". */
const decadeNumber: TimeRule = (lexemes, at) => {
  const number = isApostrophe(formAt(lexemes, at)) && lexemes.glued[at + 1] === 1 ? at + 1 : at
  const form = formAt(lexemes, number)
  const end = endOfPluralSign(lexemes, number + 1)
  if (lexemes.kind[number] !== NUMBER || end === undefined || !/^(\d\d)?\d0$/.test(form)) return undefined
  if (isYearNumber(lexemes, number)) return aside(point(end, decadeSpan(Number(form)), Number(form)))
  if (form.length !== 2 || (number === at && formAt(lexemes, at - 1) !== "the" && !isJoint(lexemes, at - 1)))
    return undefined
  const years = Number(form)
  return aside(point(end, decadeSpan(years + (years >= 20 ? 1900 : 2000))))
}

/** "the nineties". */
export const decadeWord: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  const before = formAt(lexemes, at - 1)
  if (word?.kind !== "decade" || !["the", "early", "late", "mid", "-"].includes(before)) return undefined
  const beforeThat = formAt(lexemes, at + 1)
  if (beforeThat === "of") return undefined
  return {
    end: at + 1,
    leftward: "point",
    resolve: (context) => {
      const anchor = anchorOf(context)
      const century = anchor === undefined ? 1900 : Math.floor(civilOf(anchor.first).year / 100) * 100
      const year =
        anchor !== undefined && century + word.decade <= civilOf(anchor.first).year ? century : century - 100
      return dateOf(decadeSpan(year + word.decade))
    },
  }
}

/** Ordinal of a century: "20th", "twentieth", "twenty-first". */
export function readOrdinal(lexemes: Lexemes, at: number): { ordinal: number; end: number } | undefined {
  if (lexemes.kind[at] === NUMBER) {
    const suffix = formAt(lexemes, at + 1)
    if (
      lexemes.glued[at + 1] !== 1 ||
      !/^(st|nd|rd|th)$/.test(suffix) ||
      !/^\d{1,4}$/.test(formAt(lexemes, at))
    )
      return undefined
    return { ordinal: Number(formAt(lexemes, at)), end: at + 2 }
  }
  const word = wordAt(lexemes, at)
  if (word?.kind === "ordinal") return { ordinal: word.ordinal, end: at + 1 }
  const tens = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 }[formAt(lexemes, at)]
  const unit = tens === undefined || !isJoint(lexemes, at + 1) ? undefined : wordAt(lexemes, at + 2)
  return tens !== undefined && unit?.kind === "ordinal" && unit.ordinal < 10
    ? { ordinal: tens + unit.ordinal, end: at + 3 }
    : undefined
}

/** "the 20th century", "twenty-first-century". */
export const century: TimeRule = (lexemes, at) => {
  const ordinal = readOrdinal(lexemes, at)
  if (ordinal === undefined || ordinal.ordinal > 21) return undefined
  const noun = isJoint(lexemes, ordinal.end) ? ordinal.end + 1 : ordinal.end
  const word = wordAt(lexemes, noun)
  if (word?.kind !== "unit" || word.unit !== "century") return undefined
  const era = formAt(lexemes, noun + 1)
  if (era === "bc" || era === "bce" || era === "b.c")
    return {
      end: noun + 2,
      leftward: "point",
      resolve: () => openDate(`BC${String(ordinal.ordinal - 1).padStart(2, "0")}`),
    }
  return aside(point(noun + 1, centurySpan(ordinal.ordinal), ordinal.ordinal * 100))
}

/** "fiscal 1989", "fiscal year 2024", "fiscal '90". */
export const fiscalYear: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "fiscal") return undefined
  const number = formAt(lexemes, at + 1) === "year" ? at + 2 : at + 1
  const year = readYear(lexemes, number) ?? readShortYear(lexemes, number)
  if (year === undefined) return undefined
  return {
    end: year.end,
    leftward: "point",
    resolve: (context) => dateOf(fullYear(context, year.year)),
    year: year.year,
  }
}

/** "the year 2000": the noun belongs to the expression. */
export const yearNoun: TimeRule = (lexemes, at): TimeReading | undefined => {
  if (formAt(lexemes, at) !== "year") return undefined
  const year = readYear(lexemes, at + 1)
  return year === undefined ? undefined : point(year.end, yearSpan(year.year), year.year)
}

/** Rules that begin with digits or an apostrophe. */
export const YEAR_RULES: readonly TimeRule[] = [century, decadeNumber, eraYear, plainYear, rangeEndYear]
