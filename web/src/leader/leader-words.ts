import type { Status } from "../../../src/record/index.ts"
import type { LeaderCount, LeaderEncounter, LeaderPage } from "../../../src/view/leaders-page.ts"
import { periodWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

/** What a leader does, as the lanes of the timeline name it. */
export type Part = "travels" | "receives" | "meets elsewhere" | "calls"
export const PARTS: readonly Part[] = ["travels", "receives", "meets elsewhere", "calls"]

export function partOf({ kind, part }: LeaderEncounter): Part {
  if (kind === "call") return "calls"
  return part === "guest" ? "travels" : part === "host" ? "receives" : "meets elsewhere"
}

/** The status whose mark an encounter bears: what is put off is still to come, what is called off did not occur. */
const MARKS: Readonly<Record<LeaderEncounter["status"], Status>> = {
  occurred: "occurred",
  ongoing: "ongoing",
  planned: "planned",
  unknown: "expected",
  postponed: "expected",
  cancelled: "not-occurred",
}
export const markOf = ({ status }: LeaderEncounter): Status => MARKS[status]

const STATUS_WORDS: Readonly<Record<LeaderEncounter["status"], string>> = {
  occurred: "occurred",
  ongoing: "under way",
  planned: "planned",
  unknown: "planned, outcome unknown",
  postponed: "postponed",
  cancelled: "cancelled",
}
export const statusOf = ({ status }: LeaderEncounter): string => STATUS_WORDS[status]

/** "28 Feb – 2 Mar 2023", or no more than the month or the year that is known. */
export function datesOf({ from, to, dayKnown }: LeaderEncounter): string {
  if (dayKnown) return periodWords({ start: from, end: to, precision: "day" })
  const month = from.slice(0, 7) === to.slice(0, 7)
  return periodWords({ start: from, end: to, precision: month ? "month" : "year" })
}

/** "Visit to China, Beijing", "Receives Belarus in Beijing", "Meeting with Russia in Astana". */
export function whatOf(encounter: LeaderEncounter): string {
  const { other, place, kind } = encounter
  const where = place === null ? "" : ` in ${place}`
  switch (partOf(encounter)) {
    case "travels":
      return `Visits ${other.name}${place === null ? "" : `, ${place}`}`
    case "receives":
      return `Receives ${other.name}${where}`
    case "calls":
      return `Speaks with ${other.name} by telephone`
    default:
      return `${kind === "visit" ? "Visit" : "Meets"} ${kind === "visit" ? "with " : ""}${other.name}${where}`
  }
}

/** "2 visits, received 1, 1 meeting, 3 calls"; what is only planned stands apart. */
export function countWords({ visits, received, meetings, calls, planned }: LeaderCount): string {
  const parts = [
    [visits, counted(visits, "visit")],
    [received, `received ${received}`],
    [meetings, counted(meetings, "meeting")],
    [calls, counted(calls, "call")],
    [planned, `${planned} planned or unknown`],
  ] as const
  return parts
    .filter(([value]) => value > 0)
    .map(([, words]) => words)
    .join(", ")
}

/** "President of Belarus", "Belarus". */
export function officeWords({ role, country }: Pick<LeaderPage, "role" | "country">): string {
  if (role === null) return country.name
  return `${role.charAt(0).toUpperCase()}${role.slice(1)}, ${country.name}`
}
