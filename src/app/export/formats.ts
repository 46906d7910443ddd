import type { Status } from "../../record/index.ts"
import type { ExportFilter, Store } from "../../store/index.ts"
import {
  ADDITIONS,
  additionsOf,
  type Cell,
  type Column,
  csvRow,
  DOCUMENT_TABLE,
  documentRecord,
  EVENT_TABLE,
  type FormatNames,
  GDELT_EVENTS,
  GDELT_MENTIONS,
  HAPPENING_TABLE,
  type HappeningSource,
  ICEWS,
  PETRARCH2,
  PHOENIX,
  POLECAT,
  ploverJson,
  type ReportSource,
  type TableFormat,
  tsvRow,
} from "../../view/formats/index.ts"
import { type Names, outletLabel } from "../../view/index.ts"

/** The formats of other data sets, by what a row of each is made from. */
const OF_REPORTS: Readonly<Record<string, TableFormat<ReportSource>>> = {
  icews: ICEWS,
  polecat: POLECAT,
  petrarch2: PETRARCH2,
}
const OF_HAPPENINGS: Readonly<Record<string, TableFormat<HappeningSource>>> = {
  phoenix: PHOENIX,
  gdelt2: GDELT_EVENTS,
  "gdelt2-mentions": GDELT_MENTIONS,
}
const WITH_HEADER: ReadonlySet<string> = new Set(["icews", "polecat"])

export const OTHERS_FORMATS = [
  "icews",
  "polecat",
  "phoenix",
  "petrarch2",
  "gdelt2",
  "gdelt2-mentions",
] as const
export const EXPORT_FORMATS = ["jsonl", "csv", "parquet", "plover-jsonl", "panel", ...OTHERS_FORMATS] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const EXPORT_TABLES = ["events", "happenings", "documents"] as const
export type ExportTable = (typeof EXPORT_TABLES)[number]

/**
 * Formats without a column for the status hold what their readers take for reported acts. What is denied, did not happen or
 * is only imagined would stand there as a deed.
 */
export const STATUSES_WITHOUT_COLUMN: readonly Status[] = [
  "occurred",
  "ongoing",
  "planned",
  "expected",
  "promised",
  "threatened",
]

export type ExportNames = FormatNames & Pick<Names, "outlets">

/** Rows of a table with its columns. */
export interface Rows {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

async function* reportSources(
  store: Store,
  filter: ExportFilter,
  { outlets }: ExportNames,
): AsyncGenerator<ReportSource> {
  for await (const report of store.exportReports(filter))
    yield { ...report, outlet: labelOf(report, outlets) }
}

async function* happeningSources(
  store: Store,
  filter: ExportFilter,
  { outlets }: ExportNames,
): AsyncGenerator<HappeningSource> {
  for await (const { happening, reports } of store.exportHappenings(filter))
    yield {
      happening,
      reports: reports.map((report) => ({ ...report, outlet: labelOf(report, outlets) })),
    }
}

const labelOf = ({ document }: Pick<ReportSource, "document">, outlets: ExportNames["outlets"]) =>
  outletLabel(document.publisher, document.published, { outlets })

async function* rowsOf<Source>(
  sources: AsyncIterable<Source>,
  format: TableFormat<Source>,
  names: ExportNames,
): AsyncGenerator<readonly Cell[]> {
  for await (const source of sources) yield* format.rowsOf(source, names)
}

/** One of our own tables as rows. */
export function ownRows(store: Store, table: ExportTable, filter: ExportFilter, names: ExportNames): Rows {
  if (table === "events")
    return {
      columns: EVENT_TABLE.columns,
      rows: rowsOf(reportSources(store, filter, names), EVENT_TABLE, names),
    }
  if (table === "documents")
    return {
      columns: DOCUMENT_TABLE.columns,
      rows: rowsOf(store.exportDocuments(filter), DOCUMENT_TABLE, names),
    }
  const happenings = async function* () {
    for await (const { happening } of store.exportHappenings(filter)) yield happening
  }
  return { columns: HAPPENING_TABLE.columns, rows: rowsOf(happenings(), HAPPENING_TABLE, names) }
}

/** The records of one of our own tables as JSON lines: the contract's fields, each event with its publication. */
export async function* ownLines(
  store: Store,
  table: ExportTable,
  filter: ExportFilter,
): AsyncGenerator<string> {
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`
  if (table === "documents")
    for await (const document of store.exportDocuments(filter)) yield line(documentRecord(document))
  else if (table === "happenings")
    for await (const { happening } of store.exportHappenings(filter)) yield line(happening)
  else
    for await (const { event, document } of store.exportReports(filter))
      yield line({
        ...event,
        ...(document.published === null ? {} : { published: document.published }),
        ...(document.publisher === null ? {} : { publisher: document.publisher }),
      })
}

export async function* ploverLines(
  store: Store,
  filter: ExportFilter,
  names: ExportNames,
): AsyncGenerator<string> {
  for await (const source of reportSources(store, filter, names))
    yield `${JSON.stringify(ploverJson(source, names))}\n`
}

/** Rows as RFC 4180 CSV with a header. */
export async function* csvLines({ columns, rows }: Rows): AsyncGenerator<string> {
  yield csvRow(columns.map(({ name }) => name))
  for await (const row of rows) yield csvRow(row)
}

/** Lines in the columns of another data set; our own additions follow them where they are asked for. */
export async function* othersLines(
  store: Store,
  format: (typeof OTHERS_FORMATS)[number],
  { filter, extended, names }: { filter: ExportFilter; extended: boolean; names: ExportNames },
): AsyncGenerator<string> {
  const only = { ...filter, statuses: filter.statuses ?? STATUSES_WITHOUT_COLUMN }
  const added = extended ? ADDITIONS : []
  const columns = (OF_REPORTS[format] ?? OF_HAPPENINGS[format])!.columns
  if (WITH_HEADER.has(format)) yield tsvRow([...columns, ...added].map(({ name }) => name))
  const more = (source: ReportSource | undefined): readonly Cell[] =>
    extended ? (source === undefined ? ADDITIONS.map(() => null) : additionsOf(source, names)) : []
  const ofReports = OF_REPORTS[format]
  if (ofReports !== undefined)
    for await (const source of reportSources(store, only, names))
      for (const row of ofReports.rowsOf(source, names)) yield tsvRow([...row, ...more(source)])
  const ofHappenings = OF_HAPPENINGS[format]
  if (ofHappenings !== undefined)
    for await (const source of happeningSources(store, only, names))
      for (const row of ofHappenings.rowsOf(source, names)) yield tsvRow([...row, ...more(source.reports[0])])
}
