import { cameoOf, placeWithin, sectorNames } from "./event-facts.ts"
import {
  type Cell,
  day,
  integer,
  joined,
  number,
  type ReportSource,
  type TableFormat,
  text,
} from "./format.ts"
import { type Sides, sidesOf } from "./sides.ts"

/** ICEWS's twenty columns; one row for each report and directed pair of participants. */
export const ICEWS: TableFormat<ReportSource> = {
  columns: [
    text("Event ID", "Id of the event; with the row's number where one event has several"),
    day("Event Date", "First day of the event"),
    text("Source Name", "Who acts"),
    text("Source Sectors", "Sectors of the actor, comma-separated names"),
    text("Source Country", "English name of the actor's country"),
    text("Event Text", "Name of the CAMEO code"),
    text("CAMEO Code", "Closest CAMEO code"),
    number("Intensity", "Goldstein's score of the code, -10 to 10"),
    text("Target Name", "To whom it is done"),
    text("Target Sectors", "Sectors of the recipient"),
    text("Target Country", "English name of the recipient's country"),
    text("Story ID", "Id of the document"),
    integer("Sentence Number", "Sentence of the evidence, from 1"),
    text("Publisher", "Outlet"),
    text("City", "Resolved place, of whatever kind, unless it is the country as a whole"),
    text("District", "Not known"),
    text("Province", "Not known"),
    text("Country", "English name of the place's country"),
    number("Latitude", "Degrees, WGS 84"),
    number("Longitude", "Degrees, WGS 84"),
  ],
  rowsOf: (source, names) => {
    const { event, document } = source
    const code = cameoOf(event, names)
    const sides = sidesOf(event)
    return sides.map(({ actor, recipient }: Sides, at): Cell[] => [
      sides.length === 1 ? event.id : `${event.id}.${at + 1}`,
      event.date?.start ?? null,
      actor.name,
      joined(sectorNames(actor, names), ","),
      actor.country && names.countries.name(actor.country),
      code && (names.codebook.fromCameo(code)?.name ?? null),
      code,
      code && (names.codebook.goldstein(code) ?? null),
      recipient?.name ?? null,
      recipient && joined(sectorNames(recipient, names), ","),
      recipient?.country ? names.countries.name(recipient.country) : null,
      event.document,
      event.sentence + 1,
      source.outlet?.name ?? document.publisher?.name ?? null,
      placeWithin(event.place, names),
      null,
      null,
      event.place?.country ? names.countries.name(event.place.country) : null,
      event.place?.latitude ?? null,
      event.place?.longitude ?? null,
    ])
  },
}
