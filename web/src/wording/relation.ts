import type { Level } from "../../../src/record/index.ts"

const WEIGHTS: Readonly<Record<string, string>> = {
  plover: "PLOVER’s scores",
  goldstein: "Goldstein’s scores",
  unit: "each alike",
}

/** A set of weights in words; the user's own are called by their file. */
export const weightsWords = (name: string): string => WEIGHTS[name] ?? name

/** "state CHN" → "media of the state CHN", "owner Thomson Reuters" → "Thomson Reuters". */
export function ownerWords(key: string): string {
  const [kind = "", ...name] = key.split(" ")
  if (kind === "state") return `media of the state ${name.join(" ")}`
  return name.length === 0 ? "publishers unknown" : name.join(" ")
}

/** "71 (40–90)"; "–" where there is none. */
export const levelWords = (level: Level | null): string =>
  level === null ? "–" : `${Math.round(level.share)} (${Math.round(level.low)}–${Math.round(level.high)})`

/** "71"; "–" where there is none. */
export const shareWords = (level: Level | null): string =>
  level === null ? "–" : String(Math.round(level.share))
