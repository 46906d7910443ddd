import type { Place } from "./store.ts"

/** The condition for what stands behind the place, in a list ordered by `time` DESC NULLS LAST and `id`; true for no place. */
export function behind(
  place: Place | undefined,
  time: string,
  id: string,
): { readonly sql: string; readonly values: Readonly<Record<string, string>> } {
  if (place === undefined) return { sql: "true", values: {} }
  const { at, id: afterId } = place
  if (at === null) return { sql: `(${time} IS NULL AND ${id} > $afterId)`, values: { afterId } }
  return {
    sql: `(${time} < $afterTime OR ${time} IS NULL OR (${time} = $afterTime AND ${id} > $afterId))`,
    values: { afterTime: at, afterId },
  }
}

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
