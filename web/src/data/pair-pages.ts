import type { PairPage } from "../../../src/view/api.ts"

/** Happenings of a pair that are shown before the others are there, and how many come at a time then. */
const FIRST_HAPPENINGS = 500
const MORE_HAPPENINGS = 5000

/** The query of the page of happenings that begins at `offset`. */
export const pageQuery = (offset: number): string =>
  `limit=${offset === 0 ? FIRST_HAPPENINGS : MORE_HAPPENINGS}&offset=${offset}`

/** Where the next page begins; undefined where everything is there, or where the record has shrunk meanwhile. */
export function nextOffset(pages: readonly PairPage[]): number | undefined {
  const loaded = pages.reduce((sum, { happenings }) => sum + happenings.length, 0)
  const last = pages.at(-1)
  return last !== undefined && loaded < last.total && last.happenings.length > 0 ? loaded : undefined
}

/** The pages as one; a happening that moved between two of them while the record was written stands once. */
export function wholePair(pages: readonly PairPage[]): PairPage | undefined {
  const [first] = pages
  if (first === undefined || pages.length === 1) return first
  const byId = new Map(pages.flatMap(({ happenings }) => happenings.map((row) => [row.id, row])))
  const total = nextOffset(pages) === undefined ? byId.size : first.total
  return { ...first, total, happenings: [...byId.values()] }
}
