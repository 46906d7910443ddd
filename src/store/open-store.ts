import type { Store } from "./store.ts"
import { StoreError } from "./store-error.ts"

export interface OpenOptions {
  /** Opens an existing file for reading only. */
  readonly readOnly?: boolean
  /** DuckDB's own words, for example "2GB"; the default leaves room for the coder beside it. */
  readonly memoryLimit?: string
  readonly threads?: number
}

/** Opens the record in the file, making or migrating it where needed; ":memory:" keeps it in memory. */
export async function openStore(path: string, _options: OpenOptions = {}): Promise<Store> {
  throw new StoreError(`${path}: the record cannot be opened yet.`)
}
