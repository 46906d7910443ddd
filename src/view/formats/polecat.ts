import type { Participant, Quad } from "../../record/index.ts"
import {
  type Cell,
  day,
  type FormatNames,
  joined,
  number,
  type ReportSource,
  type TableFormat,
  text,
} from "./format.ts"

/** PLOVER's quad classes by their number. */
export const QUAD_CODES: Readonly<Record<Quad, number>> = {
  "verbal cooperation": 1,
  "material cooperation": 2,
  "verbal conflict": 3,
  "material conflict": 4,
}

const LIST = "; "
const party = (side: "Actor" | "Recipient", who: string) => [
  text(`${side} Name`, `Who ${who}, separated by "; "`),
  text(`${side} Country`, "Alpha-3 codes, in the same order"),
  text(`${side} COW`, "Numbers of the Correlates of War on the day of the event"),
  text(`Primary ${side} Sector`, "First sector of each"),
  text(`${side} Sectors`, "All sectors"),
  text(`${side} Title`, "Offices held"),
  text(`${side} Name Raw`, "Words of the text"),
  text(`Wikipedia ${side} ID`, "Not known"),
]

/** POLECAT's forty columns; one row for each report, with its actors and recipients as lists. */
export const POLECAT: TableFormat<ReportSource> = {
  columns: [
    text("Event ID", "Id of the event"),
    day("Event Date", "First day of the event"),
    text("Event Type", "PLOVER category, under PLOVER's rules for acts to come"),
    text("Event Mode", "PLOVER mode"),
    number("Intensity", "PLOVER's score, -10 to 10"),
    text("Quad Code", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    text("Contexts", 'PLOVER contexts, separated by "; "'),
    ...party("Actor", "acts"),
    ...party("Recipient", "is acted upon"),
    text("Placename", "Resolved place"),
    text("City", "Not known: the kind of place is not kept"),
    text("District", "Not known"),
    text("Province", "Not known"),
    text("Country", "Alpha-3 code of the place's country"),
    number("Latitude", "Degrees, WGS 84"),
    number("Longitude", "Degrees, WGS 84"),
    text("GeoNames ID", "Not kept"),
    text("Raw Placename", "Words of the text"),
    text("Feature Type", "Not known"),
    text("Source", "Outlet"),
    day("Publication Date", "Day of publication"),
    text("Story People", "Not kept"),
    text("Story Organizations", "Not kept"),
    text("Story Locations", "Not kept"),
    text("Language", "Not kept with the event"),
    text("Version", "Coder"),
  ],
  rowsOf: ({ event, document, outlet }, names) => {
    const type = event.plover ?? event.type
    // A score belongs to what happened; an act to come is scored as what PLOVER makes of it.
    const score =
      type === null ? null : type === event.type ? event.score : names.codebook.scoreOf(type, null)
    const quad = type === null ? null : QUAD_CODES[names.codebook.quadOf(type)]
    const day = event.date?.start ?? document.published?.slice(0, 10) ?? ""
    const row: Cell[] = [
      event.id,
      event.date?.start ?? null,
      type,
      type === event.type ? event.mode : null,
      score,
      quad === null ? null : String(quad),
      joined(event.contexts, LIST),
      ...partyCells(event.actors, day, names),
      ...partyCells(event.recipients, day, names),
      event.place?.name ?? null,
      ...[null, null, null],
      event.place?.country ?? null,
      event.place?.latitude ?? null,
      event.place?.longitude ?? null,
      null,
      event.place?.text ?? null,
      null,
      outlet?.name ?? document.publisher?.name ?? null,
      document.published?.slice(0, 10) ?? null,
      ...[null, null, null, null],
      event.coder || null,
    ]
    return [row]
  },
}

/** The lists of one side; an unknown member leaves its place empty, so that the lists stay in step. */
function partyCells(participants: readonly Participant[], day: string, { codesAt }: FormatNames): Cell[] {
  const list = (read: (participant: Participant) => string | null): string | null => {
    const values = participants.map((participant) => read(participant) ?? "")
    return values.some((value) => value !== "") ? values.join(LIST) : null
  }
  return [
    list(({ name }) => name),
    list(({ country }) => country),
    list(({ country }) => country && codesAt(country, day).cow),
    list(({ sector }) => sector),
    list(({ sectors }) => sectors.join(",")),
    list(({ role }) => role),
    list(({ text }) => text),
    null,
  ]
}
