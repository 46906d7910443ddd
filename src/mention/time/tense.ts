import type { Analysis } from "../../text/analysis.ts"
import type { Direction } from "./context.ts"

/** Index of the token that contains an offset, the next one where none does. */
export function tokenAt(analysis: Analysis, offset: number): number {
  let low = 0
  let high = analysis.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((analysis.end[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Verbs and adjectives whose infinitive lies ahead: "is due to meet", "plans to visit". */
const AHEAD = new Set(
  "will shall 'll ’ll would due scheduled expected plan plans planned planning set slated going intend intends hope hopes expects expect expires expire upcoming tomorrow".split(
    " ",
  ),
)
const PAST_FORM =
  /(ed|said|told|met|was|were|had|did|came|went|left|took|held|gave|made|began|fell|rose|won|lost|sent|got|found|led|struck|broke|spoke|saw|shot|hit|kept|became|flew|drew|brought|bought|sold|built|fought|heard|paid|ran|signed|cut|put|set)$/
const REACH = 14

/** Without tags: the nearest telltale word on either side within the sentence. */
function directionByWords(analysis: Analysis, token: number): Direction {
  const sentence = analysis.sentences[analysis.sentence[token] ?? 0]
  if (sentence === undefined) return 0
  for (let step = 1; step <= REACH; step++)
    for (const at of [token - step, token + step]) {
      if (at < sentence.first || at >= sentence.last) continue
      const word = analysis.text.slice(analysis.start[at], analysis.end[at]).toLowerCase()
      if (AHEAD.has(word)) return 1
      if (PAST_FORM.test(word)) return -1
    }
  return 0
}

/** Whether the clause around a token looks back or ahead. */
export function directionAt(analysis: Analysis, token: number): Direction {
  return directionByWords(analysis, Math.min(token, analysis.count - 1))
}
