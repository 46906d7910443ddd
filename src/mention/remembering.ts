const MAX_REMEMBERED = 30_000

/** Remembers what a pure function gave, up to 30,000 answers; then it starts afresh. */
export function remembering<Key, Value>(look: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const now = look(key)
    if (known.size >= MAX_REMEMBERED) known.clear()
    known.set(key, now)
    return now
  }
}
