import { readFileSync } from "node:fs"

/** An annotated place: offsets into the text; coordinates null where the annotators gave none. */
export interface GoldPlace {
  readonly start: number
  readonly end: number
  readonly lat: number | null
  readonly lon: number | null
  readonly geonameid?: string | null
}
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly source: string
  readonly places: readonly GoldPlace[]
  readonly ignore?: readonly { readonly start: number; readonly end: number }[]
}

export const readGold = (path: string): GoldDocument[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldDocument)

/** A small seeded generator (mulberry32): shuffles and folds are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items]
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = out[at] as T
    out[at] = out[other] as T
    out[other] = kept
  }
  return out
}

/** Splits documents into folds of equal size, each source spread over all of them. */
export function folds(documents: readonly GoldDocument[], count: number, seed: number): GoldDocument[][] {
  const random = seeded(seed)
  const out: GoldDocument[][] = Array.from({ length: count }, () => [])
  for (const source of [...new Set(documents.map((document) => document.source))].sort())
    shuffled(
      documents.filter((document) => document.source === source),
      random,
    ).forEach((document, at) => {
      out[at % count]?.push(document)
    })
  return out
}
