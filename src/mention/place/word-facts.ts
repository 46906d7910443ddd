import type { DataFiles } from "../../codebook/data-files.ts"

/** What is known of a word beyond its spelling: how often texts write it in lower case, and whether it names people. */
export interface WordFacts {
  /** Share of lower case in running text, in quarters from 0 to 4; -1 where the word is unknown. */
  readonly lowerCase: number
  readonly givenName: boolean
  readonly familyName: boolean
}

export const UNKNOWN_WORD: WordFacts = { lowerCase: -1, givenName: false, familyName: false }
export type WordTable = ReadonlyMap<string, WordFacts>
export const WORD_FILE = "models/place-words.txt"

/**
 * Reads data/models/place-words.txt, one word a line: the word in lower case, a space, a digit for the share of lower case ("-"
 * where unknown), then "g" for a given name and "f" for a family name.
 */
export function loadWordFacts(data: DataFiles): WordTable {
  const table = new Map<string, WordFacts>()
  for (const line of data.text(WORD_FILE).split("\n")) {
    const gap = line.indexOf(" ")
    if (gap <= 0 || line.startsWith("#")) continue
    const code = line.slice(gap + 1)
    table.set(line.slice(0, gap), {
      lowerCase: code.startsWith("-") ? -1 : Number(code[0]),
      givenName: code.includes("g"),
      familyName: code.includes("f"),
    })
  }
  return table
}
