import type { PathStep } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import { caseOf, deprelOf, headOf, pathToRoot, wordOf } from "../syntax.ts"

/** A longer way says nothing any more. */
const LONGEST = 12

/** The way along the syntax tree from one token to another; null where they stand in different sentences or far apart. */
export function treePath(analysis: Analysis, from: number, to: number): PathStep[] | null {
  const rising = pathToRoot(analysis, from)
  const falling: number[] = []
  let at = to
  while (at !== -1 && !rising.includes(at) && falling.length <= LONGEST) {
    falling.push(at)
    at = headOf(analysis, at)
  }
  const meeting = rising.indexOf(at)
  if (meeting === -1 || meeting + falling.length > LONGEST) return null
  const up = rising.slice(0, meeting).map((token): PathStep => step(analysis, token, headOf(analysis, token)))
  return [...up, ...falling.reverse().map((token): PathStep => step(analysis, token, token))]
}

/** The step over the edge above `token`, which ends at `end`: at the token itself, or at its head. */
function step(analysis: Analysis, token: number, end: number): PathStep {
  const direction = end === token ? "down" : "up"
  const marker = direction === "down" ? caseOf(analysis, token) : ""
  return {
    direction,
    relation: deprelOf(analysis, token),
    marker: marker === "" ? null : marker,
    word: wordOf(analysis, end),
  }
}
