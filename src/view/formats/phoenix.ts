import type { Participant } from "../../record/index.ts"
import { cameoActor, cameoOf, compactDay, placeWithin } from "./event-facts.ts"
import {
  type Cell,
  type FormatNames,
  type HappeningSource,
  integer,
  joined,
  number,
  type TableFormat,
  text,
} from "./format.ts"
import { sidesOf } from "./sides.ts"

/** Phoenix's own rule: statements stand apart as 0. */
export function phoenixQuad(root: string): number {
  const family = Number(root)
  if (family <= 2) return 0
  if (family <= 5) return 1
  if (family <= 8) return 2
  return family <= 13 ? 3 : 4
}

const side = (name: string) => [
  text(name, "CAMEO actor: country and role"),
  text(`${name}_root`, "Country"),
  text(`${name}_agent`, "Role"),
  text(`${name}_others`, "Further roles, separated by ;"),
]

/** Phoenix's twenty-six columns, without a header; one row for each happening and directed pair of participants. */
export const PHOENIX: TableFormat<HappeningSource> = {
  columns: [
    text("id", "Id of the happening; with the row's number where one happening has several"),
    text("date", "First day, YYYYMMDD"),
    ...[text("year", "YYYY"), text("month", "MM"), text("day", "DD")],
    ...side("source"),
    ...side("target"),
    text("code", "Closest CAMEO code"),
    text("root_code", "Its first two digits"),
    integer(
      "quad_class",
      "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    ),
    number("goldstein", "Goldstein's score of the code"),
    text("joined_issues", "Contexts and topics, separated by ;"),
    number("lat", "Degrees, WGS 84"),
    number("lon", "Degrees, WGS 84"),
    text("placename", "Resolved place"),
    text("statename", "Not known"),
    text("countryname", "English name of the place's country"),
    text("sentence_ids", "Document and sentence of each report, separated by ;"),
    text("urls", "Addresses of the reports, separated by ;"),
    text("news_sources", "Outlets, separated by ;"),
  ],
  rowsOf: ({ happening, reports }, names) => {
    const best = reports[0]?.event
    const code = best === undefined ? null : cameoOf(best, names)
    const sides = sidesOf(happening)
    const date = happening.date?.start
    const place = happening.place
    return sides.map(({ actor, recipient }, at): Cell[] => [
      sides.length === 1 ? happening.id : `${happening.id}.${at + 1}`,
      date === undefined ? null : compactDay(date),
      ...(date === undefined ? [null, null, null] : date.slice(0, 10).split("-")),
      ...actorCells(actor, names),
      ...actorCells(recipient, names),
      code,
      code?.slice(0, 2) ?? null,
      code && phoenixQuad(code.slice(0, 2)),
      code && (names.codebook.goldstein(code) ?? null),
      best === undefined ? null : joined([...best.contexts, ...best.topics]),
      place?.latitude ?? null,
      place?.longitude ?? null,
      placeWithin(place, names),
      null,
      place?.country ? names.countries.name(place.country) : null,
      joined([...new Set(reports.map(({ event }) => `${event.document}_${event.sentence + 1}`))]),
      joined([...new Set(reports.map(({ document }) => document.url))]),
      joined(happening.outlets),
    ])
  },
}

function actorCells(actor: Participant | null, names: FormatNames): Cell[] {
  if (actor === null) return [null, null, null, null]
  return [
    cameoActor(actor, names),
    actor.country && names.countries.cameo(actor.country),
    actor.sector,
    joined(actor.sectors.filter((sector) => sector !== actor.sector)),
  ]
}
