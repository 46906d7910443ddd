import type { Database, Transaction } from "../database.ts"
import { literal } from "../sql.ts"
import { StoreError } from "../store-error.ts"
import { DATASET_REJECTED } from "../tables.ts"
import type { DatasetFormat, DatasetName, Field, Lookups, RowRule } from "./dataset.ts"
import { compactDay, plainName } from "./dataset.ts"
import { formatOf, hasHeaderOf } from "./formats.ts"
import { type TabColumn, withoutInnerTabs } from "./inner-tabs.ts"

/** A file of plain UTF-8 lines, ready to be read. */
export interface DatasetFile {
  readonly dataset: DatasetName
  /** As the user knows it. */
  readonly name: string
  /** Where its lines stand. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly firstLine: string
  /** Lines that hold anything, the header included. */
  readonly lines: number
  /** Rows that were kept out before: their lines are empty. */
  readonly keptOut: readonly RejectedRow[]
  /** ISO time of the import. */
  readonly time: string
}

export interface RejectedRow {
  readonly line: number
  readonly problem: string
  readonly text: string
}

export interface DatasetOutcome {
  /** False where the same content was imported before; nothing is changed then. */
  readonly imported: boolean
  readonly rows: number
  readonly rejected: readonly RejectedRow[]
  /** Of the rows: those that had a tab inside a cell, and could be read in one way only. */
  readonly mended: number
  /** Rows that name no two different states which we know. */
  readonly withoutPair: number
  /** Rows whose code has no PLOVER category. */
  readonly withoutType: number
}

const NOTHING_COUNTED = { mended: 0, withoutPair: 0, withoutType: 0 }

/** Names of the quad classes by the number that data sets give them. */
const QUAD_NUMBERS = `CASE $number WHEN '1' THEN 'verbal cooperation' WHEN '2' THEN 'material cooperation'
  WHEN '3' THEN 'verbal conflict' WHEN '4' THEN 'material conflict' END`

/** Puts a file's rows beside ours in one transaction. The same content is never there twice. */
export async function importDataset(
  database: Database,
  file: DatasetFile,
  lookups: Lookups,
): Promise<DatasetOutcome> {
  const format = formatOf(file.dataset)
  return database.transaction(async (transaction) => {
    const [known] = await transaction.read(
      "SELECT rows FROM dataset_files WHERE sha256 = $sha256 AND dataset = $dataset",
      { sha256: file.sha256, dataset: file.dataset },
    )
    if (known !== undefined)
      return { imported: false, rows: Number(known.rows), rejected: [], ...NOTHING_COUNTED }
    const [next] = await transaction.read("SELECT coalesce(max(file), 0) + 1 AS file FROM dataset_files")
    const number = Number(next?.file)
    const source = await sourceOf(transaction, format, file)
    await fillLookups(transaction, lookups, format)
    await transaction.run(
      format.name === "gdelt2-mentions"
        ? insertMentions(format, source, number)
        : insertEvents(format, source, number),
    )
    const first = await countRows(transaction, format, number)
    const found =
      format.separator === "tab" && first.rows + source.headerLines === file.lines
        ? []
        : await rejectedRows(transaction, format, source)
    const mended = await insertMended(transaction, { format, source, number, found })
    const counted = mended.size === 0 ? first : await countRows(transaction, format, number)
    const rejected = [...file.keptOut, ...found.filter(({ line }) => !mended.has(line))].sort(
      (a, b) => a.line - b.line,
    )
    await transaction.run(
      "INSERT INTO dataset_files VALUES ($number, $dataset, $name, $sha256, $bytes, $columns, $rows, $rejected, $time)",
      {
        number,
        dataset: file.dataset,
        name: file.name,
        sha256: file.sha256,
        bytes: file.bytes,
        columns: JSON.stringify(source.columns),
        rows: counted.rows,
        rejected: rejected.length,
        time: file.time,
      },
    )
    await transaction.append(
      DATASET_REJECTED,
      rejected.map(({ line, problem, text }) => [number, BigInt(line), problem, text]),
    )
    return { imported: true, ...counted, mended: mended.size, rejected }
  })
}

/** The rows of a file as SQL: line number `n`, the row as it came in `fields`, and its cells. */
interface Source {
  /** Ask for it after the fields: of each row only those cells are taken out that were asked for. */
  readonly sql: () => string
  readonly field: Field
  readonly columns: readonly string[]
  readonly headerLines: number
  /** SQL that is true where the number of cells is wrong, with its message. */
  readonly width?: RowRule
  /** The same over rows that were mended, of a table with the columns `n`, `fields` and `line`. */
  readonly over?: (table: string) => Source
  /** Columns, from 0, that are read. */
  readonly read?: () => ReadonlySet<number>
}

function sourceOf(transaction: Transaction, format: DatasetFormat, file: DatasetFile): Promise<Source> {
  return format.separator === "tab"
    ? Promise.resolve(tabSource(format, file))
    : csvSource(transaction, format, file)
}

function tabSource(format: DatasetFormat, { path, firstLine, name }: DatasetFile): Source {
  const cells = firstLine
    .replace(/^\ufeff/, "")
    .replace(/\r$/, "")
    .split("\t")
  const header = format.header !== "never" && hasHeaderOf(format, cells)
  if (!header && format.header === "usual" && cells.length !== format.columns.length)
    throw new StoreError(
      `${name}: the first line has ${cells.length} cells and does not name ${format.required.join(", ")}: this is no file of ${format.name}. Name the dataset with --dataset.`,
    )
  // A header that ends with tabs names columns that do not exist.
  const columns = header ? cells.slice(0, lastFilled(cells) + 1) : format.columns
  const places = new Map(columns.map((column, at) => [plainName(column), at + 1]))
  const width = columns.length
  const used = new Set<number>()
  const sourceOver = (lines: string): Source => ({
    columns,
    headerLines: header ? 1 : 0,
    field: (column) => {
      const at = places.get(plainName(column))
      if (at === undefined) return "NULL::VARCHAR"
      used.add(at)
      return `cell${at}`
    },
    width: {
      // Tabs at the end of a line are passed over, but not where they could hide that all cells are shifted.
      broken: `width <> ${width} AND (width < ${width} OR beyond <> '' OR last = '')`,
      message: `width || ' cells where ${width} are expected'`,
    },
    read: () => new Set([...used].map((at) => at - 1)),
    over: (table) => sourceOver(`SELECT n, fields, line FROM ${table}`),
    sql: () => `(SELECT n, fields, len(cells) AS width, CASE WHEN len(cells) > ${width} THEN array_to_string(cells[${width + 1}:], '') END AS beyond, cells[${width}] AS last,
        ${[...used].map((at) => `nullif(cells[${at}], '') AS cell${at}`).join(", ")}
      FROM (SELECT n, fields, string_split(line, chr(9)) AS cells FROM (${lines})
      WHERE n > ${header ? 1 : 0} AND fields <> ''))`,
  })
  return sourceOver(
    `SELECT row_number() OVER () AS n, line AS fields, line FROM read_csv(${literal(path)}, columns = {'line': 'VARCHAR'},
      delim = '${NO_CHARACTER}', quote = '', escape = '', header = false, auto_detect = false, strict_mode = false, new_line = '\\n', max_line_size = ${LONGEST_LINE})`,
  )
}

/** Lines are read whole: what parts their cells must stand in no text. Unicode keeps this code point free for such use. */
const NO_CHARACTER = "\u{10ffff}"

/** Lines that are longer are kept out before: see the reader of files in app/. */
export const LONGEST_LINE = 2_000_000

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== "")

async function csvSource(
  transaction: Transaction,
  format: DatasetFormat,
  { path, firstLine, name }: DatasetFile,
): Promise<Source> {
  const separator = firstLine.split(";").length > firstLine.split(",").length ? ";" : ","
  const reading = `read_csv(${literal(path)}, header = true, all_varchar = true, delim = '${separator}', quote = '"', escape = '"',
    auto_detect = false, columns = ${columnList(firstLine, separator)}, strict_mode = false, ignore_errors = true, store_rejects = true, max_line_size = ${LONGEST_LINE})`
  const columns = headerNames(firstLine, separator)
  if (!hasHeaderOf(format, columns))
    throw new StoreError(
      `${name}: its header lacks one of ${format.required.join(", ")}: this is no file of ${format.name}. Name the dataset with --dataset.`,
    )
  const byName = new Map(columns.map((column) => [plainName(column), column]))
  await transaction.run("DROP TABLE IF EXISTS reject_errors")
  await transaction.run("DROP TABLE IF EXISTS reject_scans")
  return {
    columns,
    headerLines: 1,
    field: (column) => {
      const own = byName.get(plainName(column))
      return own === undefined ? "NULL::VARCHAR" : `nullif(${quoted(own)}, '')`
    },
    sql: () => `(SELECT row_number() OVER () AS n, to_json(r)::VARCHAR AS fields, r.* FROM ${reading} r)`,
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const headerNames = (firstLine: string, separator: string): string[] =>
  firstLine
    .replace(/^\ufeff/, "")
    .replace(/\r$/, "")
    .split(separator)
    .map((cell) => cell.replace(/^"|"$/g, ""))
const columnList = (firstLine: string, separator: string): string =>
  `{${headerNames(firstLine, separator)
    .map((column) => `${literal(column)}: 'VARCHAR'`)
    .join(", ")}}`

/** What is wrong with a row, by the first rule that it breaks; null where it can be read. */
function problemOf(format: DatasetFormat, { field, width }: Source): string {
  const rules = [...(width === undefined ? [] : [width]), ...format.rules(field)]
  return `CASE ${rules.map(({ broken, message }) => `WHEN ${broken} THEN ${message}`).join(" ")} END`
}

function insertEvents(format: DatasetFormat, source: Source, file: number): string {
  const meaning = format.meaning(source.field)
  const problem = problemOf(format, source)
  // Of several states in a cell each has a row of its own; a cell without any has one, too.
  const states = (of: string): string =>
    format.manyStates ? `regexp_split_to_array(coalesce(${of}, ''), '\\s*[;,]\\s*')` : of
  const [open, close] = format.manyStates
    ? [
        "(SELECT *, unnest(recipient_states) AS recipient_state FROM (SELECT *, unnest(actor_states) AS actor_state FROM (",
        ")))",
      ]
    : ["(", ")"]
  const plural = format.manyStates ? "s" : ""
  return `INSERT INTO dataset_events
    SELECT ${file}, n, ${literal(format.name)}, id, start_day, coalesce(end_day, start_day), actor, recipient, a.country, b.country,
      CASE WHEN a.country <> b.country THEN least(a.country, b.country) || '-' || greatest(a.country, b.country) END,
      CASE WHEN a.country = b.country THEN NULL WHEN mutual THEN 'both' WHEN a.country < b.country THEN 'forward' WHEN a.country > b.country THEN 'backward' END,
      code, coalesce(given_type, t.type), coalesce(own_quad, q.quad), score, reports, place, latitude, longitude, url, fields
    FROM ${open}
      SELECT n, fields, ${meaning.id} AS id, ${meaning.start} AS start_day, ${meaning.end ?? "NULL::DATE"} AS end_day,
        ${meaning.actor} AS actor, ${meaning.recipient} AS recipient, ${states(meaning.actorState)} AS actor_state${plural},
        ${states(meaning.recipientState)} AS recipient_state${plural}, coalesce(${meaning.mutual ?? "false"}, false) AS mutual, ${meaning.code} AS code,
        ${meaning.type ?? "NULL::VARCHAR"} AS given_type,
        ${meaning.quadNumber === undefined ? "NULL::VARCHAR" : QUAD_NUMBERS.replace("$number", meaning.quadNumber)} AS own_quad,
        ${meaning.score ?? "NULL::DOUBLE"} AS score, ${meaning.reports ?? "NULL::INTEGER"} AS reports, ${meaning.place} AS place,
        ${meaning.latitude} AS latitude, ${meaning.longitude} AS longitude, ${meaning.url} AS url
      FROM ${source.sql()} WHERE (${problem}) IS NULL
    ${close} r
    LEFT JOIN lookup_states a ON a.word = ${stateKey(format, "actor_state")}
    LEFT JOIN lookup_states b ON b.word = ${stateKey(format, "recipient_state")}
    LEFT JOIN lookup_types t ON t.word = code
    LEFT JOIN lookup_quads q ON q.word = coalesce(given_type, t.type)`
}

const stateKey = ({ states }: DatasetFormat, column: string): string =>
  states === "name" ? `lower(trim(${column}))` : states === "alpha3" ? `upper(trim(${column}))` : column

function insertMentions(format: DatasetFormat, source: Source, file: number): string {
  const { field } = source
  const problem = problemOf(format, source)
  return `INSERT INTO dataset_mentions
    SELECT ${file}, n, ${literal(format.name)}, ${field("GLOBALEVENTID")}, ${compactDay(field("MentionTimeDate"))},
      ${field("MentionSourceName")}, ${field("MentionIdentifier")}, try_cast(${field("Confidence")} AS DOUBLE), fields
    FROM ${source.sql()} WHERE (${problem}) IS NULL`
}

async function fillLookups(
  transaction: Transaction,
  lookups: Lookups,
  { states }: DatasetFormat,
): Promise<void> {
  const tables = { states: lookups[states], types: lookups.types, quads: lookups.quads }
  for (const [name, map] of Object.entries(tables)) {
    const column = name === "states" ? "country" : name === "types" ? "type" : "quad"
    await transaction.run(
      `CREATE OR REPLACE TEMP TABLE lookup_${name} AS SELECT unnest($words) AS word, unnest($meanings) AS ${column}`,
      { words: [...map.keys()], meanings: [...map.values()] },
    )
  }
}

async function countRows(transaction: Transaction, format: DatasetFormat, file: number) {
  if (format.name === "gdelt2-mentions") {
    const [row] = await transaction.read(`SELECT count(*) AS rows FROM dataset_mentions WHERE file = ${file}`)
    return { rows: Number(row?.rows), withoutPair: 0, withoutType: 0 }
  }
  const [row] = await transaction.read(
    `SELECT ${format.manyStates ? "count(DISTINCT line)" : "count(*)"} AS rows, count(*) FILTER (pair IS NULL) AS without_pair,
       count(*) FILTER (type IS NULL) AS without_type FROM dataset_events WHERE file = ${file}`,
  )
  return {
    rows: Number(row?.rows),
    withoutPair: Number(row?.without_pair),
    withoutType: Number(row?.without_type),
  }
}

/** Puts in those of the rejected rows in which a tab stands inside a cell, where one reading alone fits; gives their lines. */
async function insertMended(
  transaction: Transaction,
  {
    format,
    source,
    number,
    found,
  }: { format: DatasetFormat; source: Source; number: number; found: readonly RejectedRow[] },
): Promise<ReadonlySet<number>> {
  const { shapes } = format
  if (shapes === undefined || source.over === undefined || source.read === undefined) return new Set()
  const shapeOf = new Map(Object.entries(shapes).map(([name, shape]) => [plainName(name), shape]))
  const read = source.read()
  const columns = source.columns.map((name, at): TabColumn => {
    const shape = shapeOf.get(plainName(name))
    return { read: read.has(at), ...(shape === undefined ? {} : { shape }) }
  })
  const mended = found.flatMap(({ line, text }) => {
    const cells = withoutInnerTabs(text.split("\t"), columns)
    return cells === undefined ? [] : [{ line, text, cells: cells.join("\t") }]
  })
  if (mended.length === 0) return new Set()
  await transaction.run(
    "CREATE OR REPLACE TEMP TABLE mended_rows AS SELECT unnest($lines)::BIGINT AS n, unnest($texts) AS fields, unnest($cells) AS line",
    {
      lines: mended.map(({ line }) => String(line)),
      texts: mended.map(({ text }) => text),
      cells: mended.map(({ cells }) => cells),
    },
  )
  const rows = source.over("mended_rows")
  await transaction.run(insertEvents(format, rows, number))
  const broken = await rejectedRows(transaction, format, rows)
  const lines = new Set(mended.map(({ line }) => line))
  for (const { line } of broken) lines.delete(line)
  return lines
}

/** Reads the file once more for what could not be read the first time. */
async function rejectedRows(
  transaction: Transaction,
  format: DatasetFormat,
  source: Source,
): Promise<RejectedRow[]> {
  const problem = problemOf(format, source)
  const rows = await transaction.read(
    `SELECT n AS line, problem, fields AS text FROM (SELECT n, fields, ${problem} AS problem FROM ${source.sql()})
     WHERE problem IS NOT NULL ORDER BY n`,
  )
  const own = rows.map(({ line, problem, text }) => ({
    line: Number(line),
    problem: String(problem),
    text: String(text),
  }))
  if (format.separator === "tab") return own
  const broken = await transaction.read(
    "SELECT line, any_value(error_message) AS problem, any_value(csv_line) AS text FROM reject_errors GROUP BY line ORDER BY line",
  )
  const ofReader = broken.map(({ line, problem, text }) => ({
    line: Number(line),
    problem: String(problem).split("\n")[0] ?? "",
    text: String(text),
  }))
  return [...own, ...ofReader].sort((a, b) => a.line - b.line)
}
