import type { Quad, Status } from "../../../src/record/index.ts"
import { type MapView, readView, writeView } from "../atlas/view.ts"
import { QUAD_ORDER } from "../wording/quads.ts"
import { isStatus } from "../wording/statuses.ts"

/** What the map shows; kept whole in the address. */
export interface MapChoices {
  readonly quad: Quad | undefined
  readonly type: string | undefined
  readonly status: Status | undefined
  /** Inclusive ISO days. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** West, south, east, north of what is listed below the map. */
  readonly box: Box | undefined
  /** Undefined: everything is fitted in. */
  readonly view: MapView | undefined
}

export type Box = readonly [number, number, number, number]

export const NO_FILTERS = {
  quad: undefined,
  type: undefined,
  status: undefined,
  from: undefined,
  to: undefined,
} as const

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
/** "material cooperation" stands in the address as material-cooperation. */
const quadCode = (quad: Quad): string => quad.replace(" ", "-")
const isoDay = (text: string | null): string | undefined =>
  text !== null && ISO_DAY.test(text) ? text : undefined

/** Reads the query of an address; values that mean nothing are as if absent. */
export function readMapChoices(query: URLSearchParams): MapChoices {
  const status = query.get("status")
  return {
    quad: QUAD_ORDER.find((quad) => quadCode(quad) === query.get("class")),
    type: query.get("type") || undefined,
    status: isStatus(status) ? status : undefined,
    from: isoDay(query.get("from")),
    to: isoDay(query.get("to")),
    box: readBox(query.get("box")),
    view: readView(query.get("view")),
  }
}

/** The address's query, "" where everything is as usual. */
export function writeMapChoices({ quad, type, status, from, to, box, view }: MapChoices): string {
  const query = new URLSearchParams()
  if (quad !== undefined) query.set("class", quadCode(quad))
  if (type !== undefined) query.set("type", type)
  if (status !== undefined) query.set("status", status)
  if (from !== undefined) query.set("from", from)
  if (to !== undefined) query.set("to", to)
  if (box !== undefined) query.set("box", box.join(","))
  if (view !== undefined) query.set("view", writeView(view))
  return query.size === 0 ? "" : `?${query}`
}

/** What the server is asked for. */
export function filterQuery({ quad, type, status, from, to }: MapChoices): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ quad, type, status, from, to }))
    if (value !== undefined) query.set(name, value)
  return query
}

/** Listed of the whole map, and of a place. */
const LATEST = "20"
const LISTED = "100"
const WHOLE: Box = [-180, -90, 180, 90]

/** What the server is asked to list: the place chosen, or the latest of the whole map. */
export function boxQuery(choices: MapChoices): URLSearchParams {
  const query = filterQuery(choices)
  const names = ["west", "south", "east", "north"] as const
  for (const [at, name] of names.entries()) query.set(name, String((choices.box ?? WHOLE)[at]))
  query.set("limit", choices.box === undefined ? LATEST : LISTED)
  return query
}

function readBox(text: string | null): Box | undefined {
  const edges = (text ?? "").split(",").map((part) => (part === "" ? Number.NaN : Number(part)))
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = edges
  const sound =
    edges.length === 4 &&
    [west, east].every((edge) => Math.abs(edge) <= 180) &&
    [south, north].every((edge) => Math.abs(edge) <= 90) &&
    west <= east &&
    south <= north
  return sound ? [west, south, east, north] : undefined
}
