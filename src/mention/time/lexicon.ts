import type { CalendarUnit, Season } from "./calendar-span.ts"

/** Units that a duration counts: those of the calendar, and those of the clock. */
export type DurationUnit = Exclude<CalendarUnit, "half" | "season"> | "second" | "minute" | "hour" | "weekend"

/** TIMEX3 codes for the parts of a day. */
export type DayPart = "MO" | "MI" | "AF" | "EV" | "NI" | "DT"

/** How a word points from the moment of speech or of the story: "last", "next", "this". */
export type Relation =
  | "last"
  | "this"
  | "next"
  | "past"
  | "coming"
  | "previous"
  | "following"
  | "same"
  | "that"
  | "recent"

/** Days that the calendar or a rule over it fixes. */
export type Feast = "christmas" | "halloween" | "thanksgiving" | "easter" | "newYear"

/** What a word means to the time rules; its `kind` decides which rules are tried at it. */
export type TimeWord =
  | { readonly kind: "month"; readonly month: number; readonly short: boolean }
  | { readonly kind: "weekday"; readonly weekday: number; readonly plural: boolean; readonly short: boolean }
  | { readonly kind: "season"; readonly season: Season }
  | { readonly kind: "unit"; readonly unit: DurationUnit; readonly plural: boolean; readonly short: boolean }
  | { readonly kind: "part"; readonly part: DayPart; readonly plural: boolean }
  | { readonly kind: "clock"; readonly hour: number }
  | { readonly kind: "relation"; readonly relation: Relation }
  | { readonly kind: "ordinal"; readonly ordinal: number }
  | { readonly kind: "deictic"; readonly days: number; readonly part?: DayPart }
  | { readonly kind: "reference"; readonly value: Reference }
  | { readonly kind: "frequency"; readonly value: string }
  | { readonly kind: "each" }
  | { readonly kind: "decade"; readonly decade: number }
  | { readonly kind: "feast"; readonly feast: Feast }

type Reference = "PRESENT_REF" | "PAST_REF" | "FUTURE_REF"

const WORDS = new Map<string, TimeWord>()

const add = (words: string, of: (index: number) => TimeWord): void =>
  words.split(" ").forEach((word, index) => {
    WORDS.set(word, of(index))
  })

add("january february march april may june july august september october november december", (i) => ({
  kind: "month",
  month: i + 1,
  short: false,
}))
add("jan feb mar apr _ jun jul aug sep oct nov dec", (i) => ({ kind: "month", month: i + 1, short: true }))
add("sept", () => ({ kind: "month", month: 9, short: true }))

add("monday tuesday wednesday thursday friday saturday sunday", (i) => ({
  kind: "weekday",
  weekday: i + 1,
  plural: false,
  short: false,
}))
add("mondays tuesdays wednesdays thursdays fridays saturdays sundays", (i) => ({
  kind: "weekday",
  weekday: i + 1,
  plural: true,
  short: false,
}))
add("mon tue wed thu fri sat sun", (i) => ({ kind: "weekday", weekday: i + 1, plural: false, short: true }))
add("tues weds thurs", (i) => ({ kind: "weekday", weekday: i + 2, plural: false, short: true }))

add("spring summer autumn winter", (i) => ({
  kind: "season",
  season: (["SP", "SU", "FA", "WI"] as const)[i] ?? "SP",
}))
add("fall", () => ({ kind: "season", season: "FA" }))

const UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "weekend",
] as const
add(UNITS.join(" "), (i) => ({ kind: "unit", unit: UNITS[i] ?? "day", plural: false, short: false }))
add(UNITS.map((unit) => `${unit}s`).join(" "), (i) => ({
  kind: "unit",
  unit: UNITS[i] ?? "day",
  plural: true,
  short: false,
}))
add("century", () => ({ kind: "unit", unit: "century", plural: false, short: false }))
add("centuries", () => ({ kind: "unit", unit: "century", plural: true, short: false }))
add("sec secs min mins hr hrs yr yrs", (i) => ({
  kind: "unit",
  unit: (["second", "minute", "hour", "year"] as const)[i >> 1] ?? "year",
  plural: i % 2 === 1,
  short: true,
}))

add("morning noontime afternoon evening night dawn", (i) => ({
  kind: "part",
  part: (["MO", "MI", "AF", "EV", "NI", "MO"] as const)[i] ?? "MO",
  plural: false,
}))
add("mornings _ afternoons evenings nights", (i) => ({
  kind: "part",
  part: (["MO", "MI", "AF", "EV", "NI"] as const)[i] ?? "MO",
  plural: true,
}))
add("noon midday midnight", (i) => ({ kind: "clock", hour: [12, 12, 24][i] ?? 12 }))

const RELATIONS: Readonly<Record<Relation, string>> = {
  last: "last",
  this: "this these current",
  next: "next",
  past: "past",
  coming: "coming upcoming",
  previous: "previous preceding prior",
  following: "following ensuing subsequent",
  same: "same",
  that: "that those",
  recent: "recent latest",
}
for (const relation of Object.keys(RELATIONS) as Relation[])
  add(RELATIONS[relation], () => ({ kind: "relation", relation }))

add(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  (i) => ({ kind: "ordinal", ordinal: i + 1 }),
)
add("thirtieth", () => ({ kind: "ordinal", ordinal: 30 }))

add("yesterday today tomorrow", (i) => ({ kind: "deictic", days: i - 1 }))
add("tonight", () => ({ kind: "deictic", days: 0, part: "NI" }))
add("overnight", () => ({ kind: "deictic", days: 0, part: "NI" }))

add("now currently nowadays presently", () => ({ kind: "reference", value: "PRESENT_REF" }))
add("recently lately", () => ({ kind: "reference", value: "PAST_REF" }))
add("soon future", () => ({ kind: "reference", value: "FUTURE_REF" }))

add("hourly daily weekly monthly annually yearly", (i) => ({
  kind: "frequency",
  value: ["PT1H", "P1D", "P1W", "P1M", "P1Y", "P1Y"][i] ?? "P1D",
}))
add("every each", () => ({ kind: "each" }))

add("twenties thirties forties fifties sixties seventies eighties nineties", (i) => ({
  kind: "decade",
  decade: (i + 2) * 10,
}))
const FEASTS = ["christmas", "halloween", "thanksgiving", "easter"] as const
add(FEASTS.join(" "), (i) => ({ kind: "feast", feast: FEASTS[i] ?? "christmas" }))
WORDS.delete("_")

/** The ISO 8601 letter of a duration's unit; those of the clock follow a T. */
export const DURATION_LETTERS: Readonly<Record<DurationUnit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  weekend: "W",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "E",
  century: "C",
}

/** Nothing in a text hides an expression whose first word is not here. */
export const timeWord = (word: string): TimeWord | undefined => WORDS.get(word)
