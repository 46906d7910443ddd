import type { Actor } from "../../record/actor.ts"
import { formOf } from "./chunks.ts"
import { stateActor } from "./compose.ts"
import type { Finding, Item } from "./items.ts"

/** Countries that were one, as an article on either calls them: "the North", "the South". */
const HALVES: readonly Readonly<Record<string, string>>[] = [
  { North: "PRK", South: "KOR" },
  { South: "SSD", North: "SDN" },
]

/** True for "the North", "the South" that no place follows ("the North of England"). */
export function isHalf({ analysis }: Finding, { first, last }: Item): boolean {
  const form = formOf(analysis, first)
  return (
    last - first === 1 &&
    (form === "North" || form === "South") &&
    first > 0 &&
    formOf(analysis, first - 1).toLowerCase() === "the" &&
    (last >= analysis.count || formOf(analysis, last) !== "of")
  )
}

/** The state that "the North" or "the South" means in an article that speaks of both halves or mostly of one. */
export function findHalf(finding: Finding, head: Item): Actor | undefined {
  if (!isHalf(finding, head)) return undefined
  const form = formOf(finding.analysis, head.first)
  let best: string | undefined
  let highest = 0
  for (const pair of HALVES) {
    const weight = Object.values(pair).reduce((sum, code) => sum + (finding.focus.get(code) ?? 0), 0)
    if (weight <= highest) continue
    highest = weight
    best = pair[form]
  }
  const country = best === undefined ? undefined : finding.lexicon.countries.get(best)
  return country === undefined ? undefined : stateActor(country)
}
