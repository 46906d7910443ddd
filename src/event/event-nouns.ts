import type { DataFiles } from "../codebook/data-files.ts"

/** Lemmas of nouns that may report an event by themselves ("talks", "attack"). */
export type EventNouns = ReadonlySet<string>

const FILE = "patterns/event-nouns.txt"

export function loadEventNouns(data: DataFiles): EventNouns {
  const lines = data
    .text(FILE)
    .split("\n")
    .map((line) => line.trim())
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")))
}
