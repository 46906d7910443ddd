import { alternatives, parseTsv } from "../../codebook/tsv.ts"
import { normaliseWord } from "../name/normalise.ts"

export type NameKind = "organization" | "place" | "other"

/** What the last word of a proper name says of its bearer: "… University" is an organisation of education. */
export interface NameWord {
  readonly kind: NameKind
  readonly sectors: readonly string[]
}

/** Reads data/actors/name-words.tsv by normalised word. */
export function loadNameWords(path: string, text: string): ReadonlyMap<string, NameWord> {
  const rows = parseTsv(path, text, ["word", "kind", "sectors"])
  return new Map(
    rows.map(({ cells }) => [
      normaliseWord(cells.word ?? ""),
      { kind: (cells.kind ?? "other") as NameKind, sectors: alternatives(cells.sectors ?? "") },
    ]),
  )
}
