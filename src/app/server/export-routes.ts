import { type Static, Type } from "typebox"
import { EVENT_TYPES, STATUSES } from "../../record/index.ts"
import type { ExportedReport, ExportFilter } from "../../store/index.ts"
import { cursor, readCursor, writeCursor } from "./cursor.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { day, limit, pairParams, word } from "./request-schemas.ts"
import { route, type Served } from "./route.ts"
import { eventFields } from "./schemas/event.ts"
import { happening } from "./schemas/happenings.ts"
import { list, orNull } from "./schemas/parts.ts"

const DEFAULT_LIMIT = 50
const HIGHEST_LIMIT = 1000

const exportQuery = Type.Object({
  pair: Type.Optional(pairParams.properties.pair),
  type: word(EVENT_TYPES, "What happened"),
  status: word(STATUSES, "Whether it happened"),
  from: day("First day"),
  to: day("Last day"),
  outlet: Type.Optional(Type.String({ description: "Name or domain of the outlet that reports it." })),
  limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT),
  cursor,
})
type ExportQuery = Static<typeof exportQuery>

const event = Type.Object(eventFields, { $id: "Event" })

export const eventsRoute = route({
  method: "GET",
  path: "/events",
  summary:
    "Events in order of document and place in the text; as JSON lines all of them, unless a limit is given.",
  query: exportQuery,
  answer: Type.Object({
    events: list(event),
    next: orNull(Type.String({ description: "The cursor of the events behind these." })),
  }),
  handle: async ({ query }, served) => {
    const most = query.limit ?? DEFAULT_LIMIT
    const reports: ExportedReport[] = []
    for await (const report of reportsFor({ ...query, limit: most }, served)) reports.push(report)
    const last = reports.length < most ? undefined : reports.at(-1)
    const next = last === undefined ? null : writeCursor([last.event.document, last.position])
    return { events: reports.map((report) => report.event), next }
  },
  next: ({ next }) => next ?? undefined,
  lines: {
    item: event,
    async *rows({ query }, served) {
      for await (const report of reportsFor(query, served)) yield report.event
    },
  },
})

export const happeningsRoute = route({
  method: "GET",
  path: "/happenings",
  summary: "Happenings by id; as JSON lines all of them, unless a limit is given.",
  query: exportQuery,
  answer: list(happening),
  handle: async ({ query }, served) => {
    const found: Static<typeof happening>[] = []
    for await (const one of happeningsFor({ ...query, limit: query.limit ?? DEFAULT_LIMIT }, served))
      found.push(one as Static<typeof happening>)
    return found
  },
  next: (found, { query }) => {
    const last = found.at(-1)
    return last === undefined || found.length < (query.limit ?? DEFAULT_LIMIT)
      ? undefined
      : writeCursor([last.id])
  },
  lines: { item: happening, rows: ({ query }, served) => happeningsFor(query, served) },
})

function reportsFor(query: ExportQuery, served: Served): AsyncIterable<ExportedReport> {
  const [document, position] =
    query.cursor === undefined ? [] : readCursor(query.cursor, ["string", "number"])
  const after =
    document === undefined ? {} : { after: { document: String(document), position: Number(position) } }
  return served.store.exportReports(filterOf(query, served), { ...limitOf(query), ...after })
}

async function* happeningsFor(query: ExportQuery, served: Served) {
  const [after] = query.cursor === undefined ? [] : readCursor(query.cursor, ["string"])
  const page = { ...limitOf(query), ...(after === undefined ? {} : { after: String(after) }) }
  for await (const one of served.store.exportHappenings(filterOf(query, served), page)) yield one.happening
}

const limitOf = ({ limit }: ExportQuery) => (limit === undefined ? {} : { limit })

function filterOf({ pair, type, status, from, to, outlet }: ExportQuery, names: Served): ExportFilter {
  if (pair !== undefined) pairOfStates(pair, names)
  return {
    ...(pair === undefined ? {} : { pair }),
    ...(type === undefined ? {} : { types: [type] }),
    ...(status === undefined ? {} : { statuses: [status] }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outlet === undefined ? {} : { outlet }),
  }
}
