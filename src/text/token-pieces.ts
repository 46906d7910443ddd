import { isDigit, isLetter } from "./characters.ts"

interface Spans {
  readonly start: number[]
  readonly end: number[]
}

/** Words written together that the treebank reads as two: [word, length of the first part]. */
const FUSED = new Map<string, number>([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
])
const CLITICS = ["'s", "'m", "'d", "'re", "'ve", "'ll", "n't"]
const ENDS_IN_CLITIC = /['’ʼ`](?:s|m|d|re|ve|ll|t)$/iu
const LONGEST_CLITIC = 3
/** "would n't 've" has two. */
const MOST_CLITICS = 3

/** What follows a number without a space and is a token of its own: "35mm", "10am", "5bn". Ordinals and "1980s" are not. */
const UNITS = new Set(
  "million billion trillion thousand percent am pm a.m p.m a.m. p.m. k m bn tn mn mm cm km kg g mg ml mph kph kmh kw mw gw kwh mwh gwh hz khz mhz ghz kb mb gb tb lb lbs ft in mi yd oz hr hrs h min mins sec secs yr yrs f c p x".split(
    " ",
  ),
)

function put(spans: Spans, from: number, to: number): void {
  if (to <= from) return
  spans.start.push(from)
  spans.end.push(to)
}

function cliticStart(text: string, from: number, to: number): number {
  if (to - from < 3) return to
  const tail = text.slice(Math.max(from, to - LONGEST_CLITIC), to)
  if (!ENDS_IN_CLITIC.test(tail)) return to
  const plain = tail.toLowerCase().replace(/[’ʼ`]/u, "'")
  for (const clitic of CLITICS)
    if (plain.endsWith(clitic) && to - clitic.length > from) return to - clitic.length
  return to
}

function unitStart(text: string, from: number, to: number): number {
  if (!isDigit(text.charCodeAt(from))) return to
  let at = from
  while (at < to && !isLetter(text.charCodeAt(at))) at += 1
  return at < to && UNITS.has(text.slice(at, to).toLowerCase()) ? at : to
}

/** Emits the tokens of a piece without inner punctuation: clitics, fused words, units and "US$" before a number apart. */
export function cutPiece(text: string, from: number, to: number, spans: Spans, clitics = 0): void {
  if (to <= from) return
  const clitic = clitics < MOST_CLITICS ? cliticStart(text, from, to) : to
  if (clitic < to) {
    cutPiece(text, from, clitic, spans, clitics + 1)
    put(spans, clitic, to)
    return
  }
  const dollar = to - from > 2 ? text.slice(from, from + 4).indexOf("$") : -1
  if (dollar > 0 && from + dollar + 1 < to) {
    put(spans, from, from + dollar + 1)
    cutPiece(text, from + dollar + 1, to, spans, MOST_CLITICS)
    return
  }
  const fused = to - from <= 6 ? FUSED.get(text.slice(from, to).toLowerCase()) : undefined
  const cut = fused === undefined ? unitStart(text, from, to) : from + fused
  put(spans, from, cut)
  put(spans, cut, to)
}
