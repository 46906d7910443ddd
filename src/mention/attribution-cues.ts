import type { DataFiles } from "../codebook/data-files.ts"
import type { AttributionCues } from "./attribution.ts"

const FILE = "patterns/attribution-cues.txt"

/** Reads the verbs of saying, one lemma a line. */
export function loadAttributionCues(data: DataFiles): AttributionCues {
  const lines = data
    .text(FILE)
    .split("\n")
    .map((line) => line.trim())
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")))
}
