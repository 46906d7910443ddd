import { readOneOf, readScore } from "../codebook/cells.ts"
import { DataError } from "../codebook/data-files.ts"
import { parseTable } from "../codebook/tsv.ts"
import { EVENT_TYPES } from "../record/index.ts"
import { isCooperative } from "./act.ts"
import type { Weighing } from "./weights.ts"

/**
 * Reads a user's scores from a TSV with the columns `type`, `score` and, if wanted, `mode`: −10 (conflict) to 10 (cooperation),
 * an empty mode for all modes that have no row of their own. The sign names the side. Every one of the sixteen types needs a
 * row; 0 leaves one out. `name` stands in messages, `id` in what is computed. Throws DataError where a row cannot be used.
 */
export function parseWeights(name: string, text: string, id: string): Weighing {
  const scores = new Map<string, number>()
  for (const row of parseTable(name, text, ["type", "score"])) {
    const key = keyOf(readOneOf(row, "type", EVENT_TYPES), row.cells.mode ?? "")
    if (scores.has(key))
      throw new DataError(`${row.where}: "${key}" has a score already. Keep one row a type and mode.`)
    scores.set(key, readScore(row, "score"))
  }
  const lacking = EVENT_TYPES.filter((type) => !scores.has(keyOf(type, "")))
  if (lacking.length > 0)
    throw new DataError(
      `${name}: there is no row for ${lacking.join(", ")}. Add one without a mode; the score 0 leaves a type out.`,
    )
  return {
    id,
    scoreOf: ({ type, mode, quad }) => {
      const score = scores.get(keyOf(type, mode ?? "")) ?? scores.get(keyOf(type, ""))!
      return { size: Math.abs(score), cooperative: score === 0 ? isCooperative(quad) : score > 0 }
    },
  }
}

const keyOf = (type: string, mode: string): string => (mode === "" ? type : `${type} ${mode}`)
