import { alternatives, parseTable } from "../codebook/tsv.ts"
import type { HappeningLine } from "./adapters.ts"

/** Pairs of documents: found and expected, found, expected. */
export interface PairScore {
  readonly hits: number
  readonly found: number
  readonly expected: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** The happenings of a table of threads, each as the files that tell of it: columns `happening` and `articles` (a|b|c). */
export const readThreads = (name: string, text: string): string[][] =>
  parseTable(name, text, ["happening", "articles"]).map(({ cells }) => alternatives(cells.articles ?? ""))

/** The file of a document whose id is its path. */
const fileOf = (document: string): string => document.slice(document.lastIndexOf("/") + 1)

/**
 * Scores happenings over pairs of documents: a pair is expected where one thread names both, found where one happening
 * holds reports from both. Documents are compared by file name.
 */
export function scoreThreads(
  threads: readonly (readonly string[])[],
  happenings: readonly Pick<HappeningLine, "documents">[],
): PairScore {
  const expected = pairsWithin(threads)
  const found = pairsWithin(happenings.map(({ documents }) => documents.map(fileOf)))
  const hits = [...found].filter((pair) => expected.has(pair)).length
  const precision = found.size === 0 ? 0 : hits / found.size
  const recall = expected.size === 0 ? 0 : hits / expected.size
  return {
    hits,
    found: found.size,
    expected: expected.size,
    precision,
    recall,
    f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

function pairsWithin(groups: readonly (readonly string[])[]): Set<string> {
  const pairs = new Set<string>()
  for (const group of groups) {
    const files = [...new Set(group)].sort()
    files.forEach((file, at) => {
      for (const other of files.slice(at + 1)) pairs.add(`${file}\t${other}`)
    })
  }
  return pairs
}
