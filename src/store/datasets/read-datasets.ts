import type { Database } from "../database.ts"
import type { DatasetName } from "./dataset.ts"

/** A file that was imported. */
export interface ImportedFile {
  readonly dataset: DatasetName
  readonly name: string
  readonly sha256: string
  readonly rows: number
  readonly rejected: number
  readonly imported: string
}

export interface DatasetMonth {
  /** YYYY-MM */
  readonly month: string
  readonly events: number
  readonly verbalCooperation: number
  readonly materialCooperation: number
  readonly verbalConflict: number
  readonly materialConflict: number
  /** Mean of the dataset's own score, where it has one. */
  readonly score: number | null
  /** Mentions or sources, where the dataset counts them. */
  readonly reports: number | null
}

/** What one dataset says of a pair. */
export interface DatasetSeries {
  readonly dataset: DatasetName
  readonly events: number
  readonly first: string
  readonly last: string
  readonly months: readonly DatasetMonth[]
}

/** Everything imported, in the order of import. */
export async function importedFiles(database: Database): Promise<ImportedFile[]> {
  const rows = await database.read(
    `SELECT dataset, name, sha256, rows::DOUBLE AS rows, rejected::DOUBLE AS rejected, imported FROM dataset_files ORDER BY file`,
  )
  return rows as unknown as ImportedFile[]
}

/** A pair's events of each dataset, month by month, with the columns that every dataset has. A row counts in the month it begins. */
export async function pairDatasets(
  database: Database,
  pair: string,
  direction?: "forward" | "backward",
): Promise<DatasetSeries[]> {
  const rows = await database.read(
    `SELECT dataset, strftime(start_day, '%Y-%m') AS month, count(*)::INTEGER AS events,
       count(*) FILTER (quad = 'verbal cooperation')::INTEGER AS "verbalCooperation",
       count(*) FILTER (quad = 'material cooperation')::INTEGER AS "materialCooperation",
       count(*) FILTER (quad = 'verbal conflict')::INTEGER AS "verbalConflict",
       count(*) FILTER (quad = 'material conflict')::INTEGER AS "materialConflict",
       avg(score) AS score, sum(reports)::DOUBLE AS reports,
       min(start_day)::VARCHAR AS first, max(end_day)::VARCHAR AS last
     FROM dataset_events WHERE pair = $pair ${direction === undefined ? "" : "AND direction IN ('both', $direction)"}
     GROUP BY dataset, month ORDER BY dataset, month`,
    direction === undefined ? { pair } : { pair, direction },
  )
  const series = new Map<DatasetName, { first: string; last: string; months: DatasetMonth[] }>()
  for (const { dataset, first, last, ...month } of rows as unknown as (DatasetMonth & {
    readonly dataset: DatasetName
    readonly first: string
    readonly last: string
  })[]) {
    const own = series.get(dataset) ?? { first, last, months: [] }
    own.months.push(month)
    if (last > own.last) own.last = last
    series.set(dataset, own)
  }
  return [...series].map(([dataset, { months, ...range }]) => ({
    dataset,
    events: months.reduce((sum, { events }) => sum + events, 0),
    ...range,
    months,
  }))
}
