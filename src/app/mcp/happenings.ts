import { Type } from "typebox"
import type { StoredHappening } from "../../store/index.ts"
import { type HappeningRow, happeningRow, type PartyLabel } from "../../view/index.ts"
import type { Served } from "../server/route.ts"
import { happeningRow as rowSchema } from "../server/schemas/happenings.ts"
import { list } from "../server/schemas/parts.ts"
import { type Citation, citationOf, citationSchema, citationText } from "./citations.ts"

export const citedHappening = Type.Object({
  ...rowSchema.properties,
  citations: list(citationSchema, "The reports that tell of it; the first tells it best."),
})
export type CitedHappening = HappeningRow & { readonly citations: readonly Citation[] }

/** Happenings with up to `most` of their reports each. */
export async function citeHappenings(
  found: readonly StoredHappening[],
  most: number,
  { store, ...names }: Served,
): Promise<CitedHappening[]> {
  const cited = found.map((one) => {
    const { bestEvent, events } = one.happening
    return { one, ids: [bestEvent, ...events.filter((id) => id !== bestEvent)].slice(0, most) }
  })
  const reports = await store.reports(cited.flatMap(({ ids }) => ids))
  const byId = new Map(reports.map((report) => [report.event.id, citationOf(report, names)]))
  return cited.map(({ one, ids }) => ({
    ...happeningRow(one, names),
    citations: ids.flatMap((id) => byId.get(id) ?? []),
  }))
}

/** A happening in a line, with its words under it. */
export function happeningText(row: CitedHappening): string {
  const { id, start, end, status, type, mode, actors, recipients, place, independentOwners } = row
  const day = start === null ? "undated" : start === end || end === null ? start : `${start} to ${end}`
  const kind = mode === null ? type : `${type} (${mode})`
  const where = place === null ? "" : `, ${place.name}`
  const told = row.onlyStateMedia
    ? "only state media report it"
    : `${independentOwners} independent owner${independentOwners === 1 ? "" : "s"} report it`
  const parties = [partiesText(actors), ...(recipients.length === 0 ? [] : [partiesText(recipients)])]
  return [
    `${day}: ${parties.join(" → ")}: ${kind}, ${status}${where}; ${told} (happening ${id})`,
    ...row.citations.map((citation) => `  ${citationText(citation)}`),
  ].join("\n")
}

const partiesText = (parties: readonly PartyLabel[]): string =>
  parties.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join(", ") ||
  "somebody"
