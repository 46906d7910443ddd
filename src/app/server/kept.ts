import type { Store } from "../../store/index.ts"

/** Asks the record once, and again only when it was written since; who asks meanwhile waits for the same answer. */
export function kept<T>(ask: (store: Store) => Promise<T>): (store: Store) => Promise<T> {
  const known = new WeakMap<Store, { readonly writes: number; readonly answer: Promise<T> }>()
  return async (store) => {
    const writes = await store.writes()
    const last = known.get(store)
    if (last?.writes === writes) return last.answer
    const answer = ask(store)
    known.set(store, { writes, answer })
    // What failed is asked again.
    answer.catch(() => known.get(store)?.answer === answer && known.delete(store))
    return answer
  }
}
