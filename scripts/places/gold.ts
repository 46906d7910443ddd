import { readFileSync } from "node:fs"
import { seededRandom, shuffled } from "../training/random.ts"

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

/** Splits documents into folds of equal size, each source spread over all of them. */
export function folds(documents: readonly GoldDocument[], count: number, seed: number): GoldDocument[][] {
  const random = seededRandom(seed)
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
