import type { MovedPair } from "../../../src/view/today-page.ts"
import { counted } from "../wording/numbers.ts"
import { levelWords } from "../wording/relation.ts"

/** "Belarus – Poland". */
export const pairWords = ({ a, b }: Pick<MovedPair, "a" | "b">): string => `${a.name} – ${b.name}`

/** "62 → 24"; "– → 24" where nothing was known before. */
export const sharesWords = ({ before, since }: MovedPair): string =>
  `${before === null ? "–" : Math.round(before.share)} → ${since === null ? "–" : Math.round(since.share)}`

/** Everything about a move, for a tip and for whoever hears the chart. */
export function moveWords(move: MovedPair): string {
  const { before, since, change, clear, happeningsBefore, happeningsSince } = move
  const told = `${counted(happeningsSince, "happening")} now, ${happeningsBefore} in the year before`
  const levels = `Cooperative share ${levelWords(before)} before, ${levelWords(since)} since; 95 % bands in brackets`
  return [pairWords(move), levels, changeWords(change, clear), told].filter((line) => line !== "").join("\n")
}

function changeWords(change: MovedPair["change"], clear: boolean): string {
  if (change === null) return "Nothing occurred in the year before, so no change can be told"
  const { points, low, high } = change
  const band = `${signed(points)} points (${signed(low)} to ${signed(high)})`
  return clear ? `Moved by ${band}` : `${band}: may be chance`
}

const MINUS = "−"
const signed = (points: number): string => {
  const rounded = Math.round(points)
  return rounded === 0 ? "0" : rounded > 0 ? `+${rounded}` : `${MINUS}${-rounded}`
}
