import { existsSync } from "node:fs"
import { openStore, type Store, StoreError } from "../store/index.ts"
import { MisuseError } from "./cli/options.ts"

export interface ReadOptions {
  /** Indexes before what can be searched and is not indexed yet, where no other process is at the record. */
  readonly searched?: boolean
}

/**
 * Opens a record that is there for reading: any number of processes may, as long as none writes. One of an older schema is
 * brought up to date first.
 */
export async function openRecord(path: string, { searched = false }: ReadOptions = {}): Promise<Store> {
  if (!existsSync(path))
    throw new MisuseError(
      `${path}: there is no such store; make one with: chancery run PATH… --store ${path}`,
    )
  const store = await openNewest(path)
  if (!searched || (await store.isIndexed())) return store
  await store.close()
  await indexed(path)
  return openNewest(path)
}

async function openNewest(path: string): Promise<Store> {
  try {
    return await openStore(path, { readOnly: true })
  } catch (error) {
    if (!isProblem(error, "older")) throw error
  }
  await (await openStore(path)).close()
  return openStore(path, { readOnly: true })
}

/** What came last is not found as long as others read the record: better than that nothing is. */
async function indexed(path: string): Promise<void> {
  try {
    const store = await openStore(path)
    await store.indexTexts()
    await store.close()
  } catch (error) {
    if (!isProblem(error, "in use")) throw error
    process.stderr.write(
      `${path} is being read elsewhere: what was stored last is not indexed, and not found.\n`,
    )
  }
}

export const isProblem = (error: unknown, problem: StoreError["problem"]): boolean =>
  error instanceof StoreError && error.problem === problem
