import { openStore, type Store } from "../store/index.ts"
import { isProblem, openRecord } from "./open-record.ts"

/**
 * A record that stays open for reading beside other readers, and is opened for writing only while something is written: what
 * the reader may not do is done again in a turn of its own, for which all reading waits.
 */
export async function openSharedRecord(path: string): Promise<Store> {
  const store = await openRecord(path, { searched: true })
  const turns = new Turns(store, path)
  const shared = (name: keyof Store): Store[keyof Store] => {
    if (name === "path") return path
    if (name === "close") return () => turns.close()
    if (STREAMS.has(name))
      return (...given: unknown[]) =>
        turns.stream((open) => call<AsyncIterable<unknown>>(open, name, given)) as never
    return (...given: unknown[]) => turns.take((open) => call<Promise<never>>(open, name, given))
  }
  const names = Object.keys(store) as (keyof Store)[]
  return Object.fromEntries(names.map((name) => [name, shared(name)])) as unknown as Store
}

type StreamName = {
  [Name in keyof Store]: Store[Name] extends (...given: never[]) => AsyncIterable<unknown> ? Name : never
}[keyof Store]

/** What is read row by row, for as long as the caller likes: all of it, or this does not compile. */
const STREAM_NAMES: Readonly<Record<StreamName, true>> = {
  events: true,
  happenings: true,
  exportReports: true,
  exportHappenings: true,
  exportDocuments: true,
  firings: true,
}
const STREAMS: ReadonlySet<string> = new Set(Object.keys(STREAM_NAMES))

const call = <T>(store: Store, name: keyof Store, given: readonly unknown[]): T =>
  (store[name] as (...values: readonly unknown[]) => T)(...given)

/** Many read at once; whoever writes waits for them and then keeps the others waiting. */
class Turns {
  #store: Store
  readonly #path: string
  readonly #reading = new Set<Promise<unknown>>()
  #writing: Promise<void> = Promise.resolve()

  constructor(store: Store, path: string) {
    this.#store = store
    this.#path = path
  }

  async take<T>(use: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await this.#read(() => use(this.#store))
    } catch (error) {
      if (!isProblem(error, "read only")) throw error
      return this.#write(use)
    }
  }

  async *stream<T>(use: (store: Store) => AsyncIterable<T>): AsyncGenerator<T> {
    const { promise, resolve } = settled()
    await this.#read(async () => void this.#hold(promise))
    try {
      yield* use(this.#store)
    } finally {
      resolve()
    }
  }

  async close(): Promise<void> {
    await this.#writing
    await Promise.all(this.#reading)
    await this.#store.close()
  }

  async #read<T>(use: () => Promise<T>): Promise<T> {
    // While one waited another may have begun to write.
    for (let writing = this.#writing; ; writing = this.#writing) {
      await writing
      if (writing === this.#writing) break
    }
    const result = use()
    this.#hold(result.catch(() => undefined))
    return result
  }

  #hold(reading: Promise<unknown>): void {
    this.#reading.add(reading)
    void reading.then(() => this.#reading.delete(reading))
  }

  #write<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const result = this.#writing.then(() => this.#asWriter(use))
    this.#writing = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  async #asWriter<T>(use: (store: Store) => Promise<T>): Promise<T> {
    await Promise.all(this.#reading)
    await this.#store.close()
    try {
      const writer = await openStore(this.#path)
      try {
        return await use(writer)
      } finally {
        await writer.close()
      }
    } finally {
      this.#store = await openRecord(this.#path)
    }
  }
}

function settled(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
