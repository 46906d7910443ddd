import type { DocumentView } from "./document-view.ts"
import type { NameMatch } from "./matches.ts"
import type { NameSpan } from "./tagger.ts"
import { CAPITAL, MIXED, UPPER } from "./word-facts.ts"

/**
 * Adds the mentions that the tagger missed of names that it recognised elsewhere in the article: same name, no capitalised word
 * before or after, no given name or title before.
 */
export function addSameNames(
  spans: readonly NameSpan[],
  matches: readonly NameMatch[],
  view: DocumentView,
): NameSpan[] {
  const taken = new Uint8Array(view.analysis.count)
  for (const { first, last } of spans) taken.fill(1, first, last)
  const recognised = new Set(spans.map((span) => wordsOf(view, span)))
  const added: NameSpan[] = []
  for (const match of longestFirst(matches)) {
    if (taken.subarray(match.first, match.last).includes(1)) continue
    if (!recognised.has(wordsOf(view, match)) || isPartOfName(view, match)) continue
    taken.fill(1, match.first, match.last)
    added.push({ first: match.first, last: match.last })
  }
  return [...spans, ...added].sort((a, b) => a.first - b.first)
}

const longestFirst = (matches: readonly NameMatch[]): NameMatch[] =>
  [...matches].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)

const wordsOf = ({ word }: DocumentView, { first, last }: NameSpan): string =>
  word.slice(first, last).join(" ")

function isPartOfName(view: DocumentView, { first, last }: NameSpan): boolean {
  const sentence = view.analysis.sentences[view.analysis.sentence[first] ?? 0]
  const before = first > (sentence?.first ?? 0) && isCapitalised(view, first - 1)
  const after = last < (sentence?.last ?? 0) && isCapitalised(view, last)
  return before || after
}

const isCapitalised = ({ shape }: DocumentView, at: number): boolean =>
  shape[at] === CAPITAL || shape[at] === UPPER || shape[at] === MIXED
