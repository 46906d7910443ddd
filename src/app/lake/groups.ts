/** Items that follow one another under one key, gathered: holds one group at a time. */
export async function* groupsOf<T>(
  items: AsyncIterable<T>,
  keyOf: (item: T) => string,
): AsyncGenerator<{ readonly key: string; readonly items: readonly T[] }> {
  let key: string | undefined
  let held: T[] = []
  for await (const item of items) {
    const own = keyOf(item)
    if (key !== undefined && own !== key) {
      yield { key, items: held }
      held = []
    }
    key = own
    held.push(item)
  }
  if (key !== undefined) yield { key, items: held }
}
