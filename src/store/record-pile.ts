import { INTEGER, VARCHAR } from "@duckdb/node-api"
import { Database, type Table } from "./database.ts"

const PILE: Table = { name: "pile", types: [VARCHAR, INTEGER, VARCHAR] }
const MEMORY_LIMIT = "512MB"
const RECORDS_A_TIME = 4096

/** Records put aside by document, more than memory holds, until their document comes. */
export class RecordPile {
  readonly #database: Database
  #batch: [string, number, string][] = []
  #count = 0

  private constructor(database: Database) {
    this.#database = database
  }

  /** `folder` takes what does not fit into memory. */
  static async open(folder: string): Promise<RecordPile> {
    const database = await Database.open(":memory:", {
      memory_limit: MEMORY_LIMIT,
      threads: "1",
      temp_directory: folder,
    })
    await database.transaction((transaction) =>
      transaction.run("CREATE TABLE pile (document VARCHAR, number INTEGER, record VARCHAR)"),
    )
    return new RecordPile(database)
  }

  async add(document: string, record: string): Promise<void> {
    this.#batch.push([document, this.#count++, record])
    if (this.#batch.length >= RECORDS_A_TIME) await this.#flush()
  }

  /** The records of these documents, in the order in which they came. */
  async of(documents: readonly string[]): Promise<Map<string, string[]>> {
    await this.#flush()
    const rows = await this.#database.read(
      "SELECT document, record FROM pile WHERE document IN (SELECT unnest($documents)) ORDER BY number",
      { documents },
    )
    const found = new Map<string, string[]>()
    for (const { document, record } of rows) {
      const own = found.get(String(document))
      if (own === undefined) found.set(String(document), [String(record)])
      else own.push(String(record))
    }
    return found
  }

  /** Documents of which records were put aside. */
  async documents(): Promise<string[]> {
    await this.#flush()
    const rows = await this.#database.read("SELECT DISTINCT document FROM pile ORDER BY document")
    return rows.map(({ document }) => String(document))
  }

  close(): Promise<void> {
    return this.#database.close()
  }

  async #flush(): Promise<void> {
    if (this.#batch.length === 0) return
    const batch = this.#batch
    this.#batch = []
    await this.#database.transaction((transaction) => transaction.append(PILE, batch))
  }
}
