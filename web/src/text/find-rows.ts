/** Rows in whose text every word of the query begins a word; all rows for an empty query. Case and accents do not count. */
export function findRows<T>(rows: readonly T[], query: string, textOf: (row: T) => string): readonly T[] {
  const asked = wordsOf(query)
  if (asked.length === 0) return rows
  return rows.filter((row) => {
    const known = wordsOf(textOf(row))
    return asked.every((word) => known.some((own) => own.startsWith(word)))
  })
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
