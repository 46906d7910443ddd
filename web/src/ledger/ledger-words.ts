import type {
  AbsenceClaim,
  CountClaim,
  Encounter,
  EncounterCount,
  EventDate,
  LedgerParty,
  StandingFact,
} from "../../../src/record/index.ts"
import { dayWords, periodWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

/** Names in a row: "Xi Jinping, Li Keqiang". */
export const partyWords = (parties: readonly LedgerParty[]): string =>
  parties.length === 0 ? "not said" : parties.map(({ name }) => name).join(", ")

/** "28 Feb – 2 Mar 2023", or no more than the month or the year that is known. */
export function encounterWords({ from, to, dayKnown }: Encounter): string {
  if (dayKnown) return periodWords({ start: from, end: to, precision: "day" })
  const month = from.slice(0, 7) === to.slice(0, 7)
  return periodWords({ start: from, end: to, precision: month ? "month" : "year" })
}

/** "Xi Jinping: 1 visit, received 2, 1 meeting" in the order in which they matter; undefined where nothing is counted. */
export function countWords({ visits, received, meetings, calls, planned }: EncounterCount): string {
  const parts = [
    [visits, counted(visits, "visit")],
    [received, `received ${counted(received, "visit")}`],
    [meetings, counted(meetings, "meeting")],
    [calls, counted(calls, "call")],
    [planned, `${planned} planned or unknown`],
  ] as const
  return parts
    .filter(([value]) => value > 0)
    .map(([, words]) => words)
    .join(", ")
}

const ENDINGS: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd" }
const nth = (value: number): string =>
  `${value}${value % 100 > 10 && value % 100 < 14 ? "th" : (ENDINGS[value % 10] ?? "th")}`

/** "2nd visit of Alexander Lukashenko" or "2 visits of …". */
export const claimWords = ({ value, unit, sense, who }: CountClaim): string =>
  sense === "ordinal" ? `${nth(value)} ${unit} of ${who.name}` : `${counted(value, unit)} of ${who.name}`

const VERDICTS: Readonly<Record<CountClaim["verdict"], string>> = {
  agrees: "the record agrees",
  contradicts: "the record contradicts",
  "record too thin": "the record is too thin to say",
}
export const verdictWords = ({ verdict, counted: found }: CountClaim): string =>
  `${VERDICTS[verdict]}: it counts ${found}`

/** "since 21 June 2021", "from … to …", "since before the record". */
export function standingWords({ state, since, until }: StandingFact): string {
  if (state === "announced" || state === "denied") return ""
  const begin = since === null ? "since before the record" : `since ${dateWords(since)}`
  return until === null ? begin : `${begin}, until ${dateWords(until)}`
}
const dateWords = (date: EventDate): string => periodWords(date)

const ABSENCES: Readonly<Record<AbsenceClaim["verdict"], string>> = {
  stands: "nothing in the record speaks against it",
  overtaken: "no longer so",
  contradicted: "the record contradicts it",
}
export function absenceWords({ verdict, against }: AbsenceClaim): string {
  const days = [...new Set(against.map(({ date }) => dayWords(date)))]
  return days.length === 0 ? ABSENCES[verdict] : `${ABSENCES[verdict]}: ${days.join(", ")}`
}

/** The years of the counts, latest first, each with those who were counted. */
export function countsByYear(counts: readonly EncounterCount[]): (readonly [string, EncounterCount[]])[] {
  const years = [...new Set(counts.map(({ year }) => year))].sort().reverse()
  return years.map((year) => [year, counts.filter((count) => count.year === year)] as const)
}
