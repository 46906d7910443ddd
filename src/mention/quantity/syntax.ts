import type { Analysis } from "../../text/analysis.ts"

export const lemmaOf = (analysis: Analysis, token: number): string => analysis.lemma[token] ?? ""
export const relationOf = (analysis: Analysis, token: number): string => analysis.deprel[token] ?? ""
export const tagOf = (analysis: Analysis, token: number): string => analysis.tag[token] ?? ""
export const headOf = (analysis: Analysis, token: number): number => analysis.head[token] ?? -1

/** First dependent that passes a test, -1 where none does. */
export function childWhere(analysis: Analysis, token: number, test: (child: number) => boolean): number {
  for (let child = analysis.firstChild[token] ?? -1; child >= 0; child = analysis.nextSibling[child] ?? -1)
    if (test(child)) return child
  return -1
}

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
