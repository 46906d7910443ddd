import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api"
import { StoreError } from "./store-error.ts"

/** Parameters by name: `$name` in the SQL. A list of texts is used as `unnest($names)`. */
export type Parameters = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
export type Row = Readonly<Record<string, unknown>>

export type Cell = string | number | boolean | null

/** A table with its columns in order, as rows are appended to it. */
export interface Table {
  readonly name: string
  readonly types: readonly DuckDBType[]
}

/** Rows of one chunk: DuckDB's own vector size. */
const CHUNK_ROWS = 2048

/** One open database: a connection that writes, one statement or transaction at a time, and one that reads. */
export class Database {
  readonly #instance: DuckDBInstance
  readonly #writer: DuckDBConnection
  readonly #reader: DuckDBConnection
  #queue: Promise<unknown> = Promise.resolve()
  #lastStep: (transaction: Transaction) => Promise<void> = async () => undefined

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection, reader: DuckDBConnection) {
    this.#instance = instance
    this.#writer = writer
    this.#reader = reader
  }

  static async open(path: string, options: Record<string, string>): Promise<Database> {
    const instance = await DuckDBInstance.create(path, options)
    return new Database(instance, await instance.connect(), await instance.connect())
  }

  /** Rows of a query over what is committed. */
  read(sql: string, parameters?: Parameters): Promise<Row[]> {
    return rowsOf(this.#reader, sql, parameters)
  }

  /** Columns of whole numbers of a query over what is committed; there are no nulls among them. */
  async integers(sql: string, parameters?: Parameters): Promise<readonly Int32Array[]> {
    const { values, types } = bind(parameters)
    const result = await this.#reader.run(sql, values, types)
    const chunks = await result.fetchAllChunks()
    const rows = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0)
    return Array.from({ length: result.columnCount }, (_, column) => {
      const numbers = new Int32Array(rows)
      let at = 0
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column)
        for (let row = 0; row < chunk.rowCount; row++) numbers[at++] = Number(vector.getItem(row))
      }
      return numbers
    })
  }

  /** The columns of a query over what is committed: texts, numbers and booleans only. Many rows come faster so than one by one. */
  async columns(sql: string, parameters?: Parameters): Promise<readonly (readonly Cell[])[]> {
    const { values, types } = bind(parameters)
    const result = await this.#reader.run(sql, values, types)
    const columns: Cell[][] = Array.from({ length: result.columnCount }, () => [])
    for (const chunk of await result.fetchAllChunks())
      columns.forEach((cells, column) => {
        const vector = chunk.getColumnVector(column)
        for (let row = 0; row < chunk.rowCount; row++) cells.push(vector.getItem(row) as Cell)
      })
    return columns
  }

  /** Rows of a query one chunk after another, over a connection of its own. */
  async *stream(sql: string, parameters?: Parameters): AsyncGenerator<Row> {
    const connection = await this.#instance.connect()
    try {
      const { values, types } = bind(parameters)
      const result = await connection.stream(sql, values, types)
      const names = result.deduplicatedColumnNames()
      for (;;) {
        const chunk = await result.fetchChunk()
        if (chunk === null || chunk.rowCount === 0) return
        yield* chunk.getRowObjects(names)
      }
    } finally {
      connection.closeSync()
    }
  }

  /** Runs a step at the end of every transaction from now on, inside it. */
  endWith(lastStep: (transaction: Transaction) => Promise<void>): void {
    this.#lastStep = lastStep
  }

  /** Runs the steps in one transaction; it resolves after the commit and rolls everything back where a step fails. */
  transaction<T>(steps: (transaction: Transaction) => Promise<T>): Promise<T> {
    const run = this.#queue.then(async () => {
      await this.#writer.run("BEGIN TRANSACTION")
      try {
        const transaction = new Transaction(this.#writer)
        const result = await steps(transaction)
        await this.#lastStep(transaction)
        await this.#writer.run("COMMIT")
        return result
      } catch (error) {
        await this.#writer.run("ROLLBACK").catch(() => undefined)
        throw fullDisk(error) ?? readOnly(error) ?? error
      }
    })
    this.#queue = run.catch(() => undefined)
    return run
  }

  /** Waits for the writer and closes the file. */
  async close(): Promise<void> {
    await this.#queue
    this.#reader.closeSync()
    this.#writer.closeSync()
    this.#instance.closeSync()
  }
}

/** "Could not write file "/data/record.duckdb.wal": No space left on device", and likewise of quotas and limits. */
const NO_ROOM =
  /(?:write|sync|truncate|create).*?"([^"]+)".*?(No space left on device|Disk quota exceeded|File too large)/s

/** The error that tells of a full disk what stands and what to do; undefined for any other. */
function fullDisk(error: unknown): StoreError | undefined {
  const [, file, cause] = NO_ROOM.exec(error instanceof Error ? error.message : "") ?? []
  if (file === undefined) return undefined
  return new StoreError(
    `${file}: ${cause}. What was stored before stays as it was; make room and run the command again.`,
    { cause: error },
  )
}

const READ_ONLY = /attached in read-only mode|opened in read-only mode|append to a readonly database/

/** The error that tells of writing into what was opened for reading; undefined for any other. */
function readOnly(error: unknown): StoreError | undefined {
  if (!(error instanceof Error && READ_ONLY.test(error.message))) return undefined
  return new StoreError("The record is open for reading only. Open it for writing.", {
    cause: error,
    problem: "read only",
  })
}

/** What can be done inside a transaction. */
export class Transaction {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  read(sql: string, parameters?: Parameters): Promise<Row[]> {
    return rowsOf(this.#connection, sql, parameters)
  }

  /** Hands over the rows of a query one by one; memory holds a chunk of them. No other statement runs meanwhile. */
  async each(sql: string, onRow: (row: Row) => void, parameters?: Parameters): Promise<void> {
    const { values, types } = bind(parameters)
    const result = await this.#connection.stream(sql, values, types)
    const names = result.deduplicatedColumnNames()
    for (;;) {
      const chunk = await result.fetchChunk()
      if (chunk === null || chunk.rowCount === 0) return
      for (const row of chunk.getRowObjects(names)) onRow(row)
    }
  }

  async run(sql: string, parameters?: Parameters): Promise<void> {
    const { values, types } = bind(parameters)
    await this.#connection.run(sql, values, types)
  }

  /** Appends rows in chunks; each row holds the table's columns in order. */
  async append({ name, types }: Table, rows: readonly (readonly DuckDBValue[])[]): Promise<void> {
    if (rows.length === 0) return
    const appender = await this.#connection.createAppender(name)
    const chunk = DuckDBDataChunk.create(types)
    for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
      chunk.setRows(rows.slice(at, at + CHUNK_ROWS))
      appender.appendDataChunk(chunk)
      chunk.reset()
    }
    appender.closeSync()
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string, parameters?: Parameters): Promise<Row[]> {
  const { values, types } = bind(parameters)
  const reader = await connection.runAndReadAll(sql, values, types)
  return reader.getRowObjectsJS() as Row[]
}

function bind(parameters: Parameters = {}) {
  const values: Record<string, DuckDBValue> = {}
  const types: Record<string, DuckDBType | undefined> = {}
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) {
      values[name] = listValue(value)
      types[name] = LIST(VARCHAR)
    } else {
      values[name] = value as DuckDBValue
      if (value === null) types[name] = VARCHAR
    }
  }
  return { values, types }
}
