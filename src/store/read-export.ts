import type { Article, Event, Happening, Provenance } from "../record/index.ts"
import { STANDING_EVENTS } from "./apply-corrections.ts"
import type { Database, Parameters, Row } from "./database.ts"
import { ENTRY, PROVENANCE, toEntry, toProvenance } from "./read-documents.ts"
import type { DocumentEntry, ExportFilter, ExportPage } from "./store.ts"

/** A report with its document, who coded it, and the happening that it tells of; null before anything is linked. */
export interface ExportedReport {
  readonly event: Event
  readonly document: DocumentEntry & { readonly coder: string }
  readonly happening: Happening | null
  /** Place of the event within its document. */
  readonly position: number
}

export interface ExportedHappening {
  readonly happening: Happening
  /** The one that tells it best first, then in order of publication. */
  readonly reports: readonly ExportedReport[]
}

export interface ExportedDocument {
  readonly article: Article
  readonly provenance: Provenance
}

/** Happenings whose reports are looked up at a time. */
const HAPPENINGS_A_TIME = 256

/** Reports in order of document and place in the text. */
export async function* exportReports(
  database: Database,
  filter: ExportFilter,
  { limit, after }: ExportPage<{ readonly document: string; readonly position: number }> = {},
): AsyncGenerator<ExportedReport> {
  const { conditions, values } = reportConditions(filter)
  const place =
    after === undefined
      ? []
      : ["(e.document > $afterDocument OR (e.document = $afterDocument AND e.position > $afterPosition))"]
  const rows = database.stream(
    `SELECT ${ENTRY}, d.coder AS document_coder, e.event, e.position, h.happening ${REPORTS}
     WHERE ${[...conditions, ...place].join(" AND ")} ORDER BY e.document, e.position ${first(limit)}`,
    {
      ...values,
      ...(after === undefined ? {} : { afterDocument: after.document, afterPosition: after.position }),
    },
  )
  for await (const row of rows) yield toReport(row)
}

const REPORTS = `FROM ${STANDING_EVENTS} e JOIN documents d ON d.id = e.document
  LEFT JOIN happening_events x ON x.event = e.id LEFT JOIN happenings h ON h.id = x.happening`

const first = (limit: number | undefined): string => (limit === undefined ? "" : `LIMIT ${Math.trunc(limit)}`)

/** Happenings by id, each with every report of it. */
export async function* exportHappenings(
  database: Database,
  filter: ExportFilter,
  { limit, after }: ExportPage<string> = {},
): AsyncGenerator<ExportedHappening> {
  const { conditions, values } = happeningConditions(filter)
  const place = after === undefined ? [] : ["h.id > $after"]
  const rows = database.stream(
    `SELECT h.happening FROM happenings h WHERE ${[...conditions, ...place].join(" AND ")} ORDER BY h.id ${first(limit)}`,
    { ...values, ...(after === undefined ? {} : { after }) },
  )
  let batch: Happening[] = []
  for await (const { happening } of rows) {
    batch.push(JSON.parse(String(happening)) as Happening)
    if (batch.length < HAPPENINGS_A_TIME) continue
    yield* await withReports(database, batch)
    batch = []
  }
  yield* await withReports(database, batch)
}

async function withReports(
  database: Database,
  happenings: readonly Happening[],
): Promise<ExportedHappening[]> {
  if (happenings.length === 0) return []
  const rows = await database.read(
    `SELECT ${ENTRY}, d.coder AS document_coder, e.event, e.position, h.happening ${REPORTS}
     WHERE e.id IN (SELECT unnest($ids)) ORDER BY d.published NULLS LAST, d.id, e.position`,
    { ids: happenings.flatMap(({ events }) => events) },
  )
  const reports = new Map(rows.map(toReport).map((report) => [report.event.id, report]))
  return happenings.map((happening) => {
    const own = new Set(happening.events)
    const inOrder = [...reports.values()].filter(({ event }) => own.has(event.id))
    const best = inOrder.filter(({ event }) => event.id === happening.bestEvent)
    return {
      happening,
      reports: [...best, ...inOrder.filter(({ event }) => event.id !== happening.bestEvent)],
    }
  })
}

/** Documents by id. */
export async function* exportDocuments(
  database: Database,
  filter: ExportFilter,
): AsyncGenerator<ExportedDocument> {
  const { conditions, values } = documentConditions(filter)
  const rows = database.stream(
    `SELECT d.id, ${PROVENANCE}, d.article FROM documents d WHERE ${conditions.join(" AND ")} ORDER BY d.id`,
    values,
  )
  for await (const row of rows)
    yield { article: JSON.parse(String(row.article)) as Article, provenance: toProvenance(row) }
}

function toReport(row: Row): ExportedReport {
  return {
    event: JSON.parse(String(row.event)) as Event,
    position: Number(row.position),
    document: { ...toEntry(row), coder: String(row.document_coder) },
    happening: row.happening === null ? null : (JSON.parse(String(row.happening)) as Happening),
  }
}

interface Selection {
  readonly conditions: readonly string[]
  readonly values: Parameters
}

const OF_OUTLET = "lower($outlet) IN (lower(d.publisher_name), lower(d.publisher_domain))"

/** Type and status are the report's own; the pair is that of the happening, whatever the report leaves unsaid. */
function reportConditions(filter: ExportFilter): Selection {
  return selection(filter, {
    pair: "x.happening IN (SELECT happening FROM happening_pairs WHERE pair = $pair)",
    types: "e.type IN (SELECT unnest($types))",
    statuses: "e.status IN (SELECT unnest($statuses))",
    from: "e.end_day >= $from::DATE",
    to: "e.start_day <= $to::DATE",
    outlet: OF_OUTLET,
  })
}

/** Conditions on `happenings h`. */
export function happeningConditions(filter: ExportFilter): Selection {
  return selection(filter, {
    pair: "h.id IN (SELECT happening FROM happening_pairs WHERE pair = $pair)",
    types: "h.type IN (SELECT unnest($types))",
    statuses: "h.status IN (SELECT unnest($statuses))",
    from: "h.end_day >= $from::DATE",
    to: "h.start_day <= $to::DATE",
    outlet: `h.id IN (SELECT x.happening FROM happening_events x JOIN ${STANDING_EVENTS} e ON e.id = x.event
      JOIN documents d ON d.id = e.document WHERE ${OF_OUTLET})`,
  })
}

/** A document is taken by its own day and outlet, and where one of its reports is of the pair, type and status. */
function documentConditions(filter: ExportFilter): Selection {
  const withReport = (condition: string): string =>
    `d.id IN (SELECT e.document FROM ${STANDING_EVENTS} e LEFT JOIN happening_events x ON x.event = e.id WHERE ${condition})`
  return selection(filter, {
    pair: withReport("x.happening IN (SELECT happening FROM happening_pairs WHERE pair = $pair)"),
    types: withReport("e.type IN (SELECT unnest($types))"),
    statuses: withReport("e.status IN (SELECT unnest($statuses))"),
    from: "d.day >= $from::DATE",
    to: "d.day <= $to::DATE",
    outlet: OF_OUTLET,
  })
}

/** The conditions whose value is given, with these values. */
function selection(
  filter: ExportFilter,
  conditionOf: Readonly<Record<keyof ExportFilter, string>>,
): Selection {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return {
    conditions: ["true", ...given.map(([name]) => conditionOf[name as keyof ExportFilter])],
    values: Object.fromEntries(given) as Parameters,
  }
}
