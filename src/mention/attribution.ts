import type { Attribution, AttributionMention, Mention, Span, TextSpan } from "../record/index.ts"
import { contains, textSpan } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { UPOS } from "../text/analysis.ts"

/** Verbs that introduce somebody's words; data/patterns/attribution-cues.txt. */
export type AttributionCues = ReadonlySet<string>

const VERB = UPOS.indexOf("VERB")
const OPENING = new Set(['"', "“", "«", "``", "„"])
const CLOSING = new Set(['"', "”", "»", "''"])

interface Found {
  readonly source: readonly [number, number] | null
  readonly cue: readonly [number, number]
  readonly content: readonly [number, number] | null
}

/** Who says what: a verb of saying with its subject and complement, "according to", and quotations that go on without a cue. */
export function findAttributions(
  analysis: Analysis,
  mentions: readonly Mention[],
  cues: AttributionCues,
): AttributionMention[] {
  const quotes = findQuotes(analysis)
  const found = analysis.sentences.flatMap((sentence) => [
    ...saidIn(analysis, sentence, quotes, cues),
    ...accordingTo(analysis, sentence),
  ])
  return nest(analysis, continued(analysis, found, quotes), quotes, mentions)
}

/** Token ranges between quotation marks, the marks included; an opening mark without a closing one ends with its paragraph. */
function findQuotes(analysis: Analysis): [number, number][] {
  const found: [number, number][] = []
  let open = -1
  for (let token = 0; token < analysis.count; token++) {
    const word = analysis.text.slice(analysis.start[token], analysis.end[token])
    if (open !== -1 && CLOSING.has(word)) {
      found.push([open, token + 1])
      open = -1
    } else if (OPENING.has(word)) open = token
    if (open !== -1 && token > open && breaksParagraph(analysis, token)) open = -1
  }
  return found
}

const breaksParagraph = (analysis: Analysis, token: number): boolean =>
  analysis.text.slice(analysis.end[token - 1], analysis.start[token]).includes("\n\n")

function childrenOf(analysis: Analysis, token: number): number[] {
  const found: number[] = []
  for (let child = analysis.firstChild[token] ?? -1; child !== -1; child = analysis.nextSibling[child] ?? -1)
    found.push(child)
  return found
}

function range(analysis: Analysis, token: number): [number, number] {
  let first = token
  let last = token
  const stack = [token]
  while (stack.length > 0) {
    const at = stack.pop()!
    first = Math.min(first, at)
    last = Math.max(last, at)
    stack.push(...childrenOf(analysis, at))
  }
  return [first, last + 1]
}

function subjectOf(analysis: Analysis, verb: number): number {
  const own = childrenOf(analysis, verb).find((child) => analysis.deprel[child] === "nsubj")
  if (own !== undefined) return own
  const relation = analysis.deprel[verb] ?? ""
  const head = analysis.head[verb] ?? -1
  return head !== -1 && ["conj", "advcl", "xcomp"].includes(relation) ? subjectOf(analysis, head) : -1
}

function saidIn(
  analysis: Analysis,
  sentence: Sentence,
  quotes: readonly [number, number][],
  cues: AttributionCues,
): Found[] {
  const found: Found[] = []
  for (let verb = sentence.first; verb < sentence.last; verb++) {
    if (analysis.upos[verb] !== VERB || !cues.has(analysis.lemma[verb] ?? "")) continue
    const subject = subjectOf(analysis, verb)
    const source = subject === -1 ? null : range(analysis, subject)
    const content = contentOf(analysis, sentence, verb, source, quotes)
    if (content !== null) found.push({ source, cue: [verb, verb + 1], content })
  }
  return found
}

/** What is said: the complement clause, else the quotation beside the verb, else the sentence around "…, he said". */
function contentOf(
  analysis: Analysis,
  sentence: Sentence,
  verb: number,
  source: readonly [number, number] | null,
  quotes: readonly [number, number][],
): [number, number] | null {
  const clause = childrenOf(analysis, verb).find((child) => analysis.deprel[child] === "ccomp")
  const within = quotes.filter(([first, last]) => first < sentence.last && last > sentence.first)
  const outside = within.find(([first, last]) => verb < first || verb >= last)
  if (clause !== undefined) return range(analysis, clause)
  if (outside !== undefined) return outside
  const relation = analysis.deprel[verb] ?? ""
  if (relation !== "parataxis" || source === null) return null
  const before = Math.min(verb, source[0])
  return before - sentence.first > 2
    ? [sentence.first, before]
    : [Math.max(verb + 1, source[1]), sentence.last]
}

/** "According to the ministry, …": the rest of the sentence. */
function accordingTo(analysis: Analysis, sentence: Sentence): Found[] {
  const found: Found[] = []
  for (let token = sentence.first; token + 1 < sentence.last; token++) {
    if (analysis.lemma[token] !== "accord" || analysis.lemma[token + 1] !== "to") continue
    const head = analysis.head[token] ?? -1
    if (head === -1) continue
    const whole = range(analysis, head)
    const source: [number, number] = [token + 2, whole[1]]
    const content: [number, number] =
      whole[0] - sentence.first > sentence.last - whole[1]
        ? [sentence.first, whole[0]]
        : [whole[1], sentence.last]
    if (source[0] < source[1] && content[0] < content[1])
      found.push({ source, cue: [token, token + 2], content })
  }
  return found
}

/** A quotation with no cue of its own goes on from the last one in its paragraph. */
function continued(
  analysis: Analysis,
  found: readonly Found[],
  quotes: readonly [number, number][],
): Found[] {
  const all = [...found]
  for (const quote of quotes) {
    if (
      quote[1] - quote[0] < 6 ||
      found.some(({ content }) => content !== null && content[0] < quote[1] && quote[0] < content[1])
    )
      continue
    const previous = found
      .filter(({ content, source }) => content !== null && source !== null && content[1] <= quote[0])
      .at(-1)
    if (previous === undefined) continue
    const between = analysis.text.slice(analysis.end[previous.content![1] - 1], analysis.start[quote[0]])
    if (!between.includes("\n\n")) all.push({ source: previous.source, cue: previous.cue, content: quote })
  }
  return all
}

function nest(
  analysis: Analysis,
  found: readonly Found[],
  quotes: readonly [number, number][],
  mentions: readonly Mention[],
): AttributionMention[] {
  const spans = found.map(({ source, cue, content }) => ({
    source: toSpan(analysis, source),
    cue: toSpan(analysis, cue),
    content: trimmed(analysis, content),
    direct: content !== null && quotes.some(([first, last]) => first <= content[0] && content[1] <= last + 1),
  }))
  return spans.map((span) => {
    const outer = spans
      .filter(
        (other) =>
          other !== span && other.content !== null && span.cue !== null && contains(other.content, span.cue),
      )
      .sort((a, b) => b.content!.end - b.content!.start - (a.content!.end - a.content!.start))
    const links = [...outer, span].flatMap(({ source }) =>
      source === null ? [] : [linkOf(source, mentions)],
    )
    return { ...span, chain: links.filter((link, at) => link.name !== links[at - 1]?.name) }
  })
}

const toSpan = (analysis: Analysis, tokens: readonly [number, number] | null): TextSpan | null =>
  tokens === null ? null : textSpan(analysis.text, analysis.start[tokens[0]]!, analysis.end[tokens[1] - 1]!)

function trimmed(analysis: Analysis, tokens: readonly [number, number] | null): TextSpan | null {
  if (tokens === null) return null
  let [first, last] = tokens
  const isMark = (token: number) => analysis.upos[token] === UPOS.indexOf("PUNCT")
  while (
    first < last - 1 &&
    isMark(first) &&
    !OPENING.has(analysis.text.slice(analysis.start[first], analysis.end[first]))
  )
    first++
  while (
    last - 1 > first &&
    isMark(last - 1) &&
    !CLOSING.has(analysis.text.slice(analysis.start[last - 1], analysis.end[last - 1]))
  )
    last--
  return toSpan(analysis, [first, last])
}

const KINDS = {
  person: "person",
  state: "government",
  government: "government",
  organization: "organization",
  group: "group",
  nationals: "group",
} as const

function linkOf(source: Span & { readonly text: string }, mentions: readonly Mention[]): Attribution {
  const mention = mentions.find(
    ({ start, end, actor }) => actor !== null && source.start <= start && end <= source.end,
  )
  const actor = mention?.actor
  if (actor == null) return { name: source.text, kind: "unnamed" }
  const kind = actor.sectors.includes("MED") ? "media" : KINDS[actor.kind]
  return { name: actor.name, kind, ...(actor.country === null ? {} : { country: actor.country }) }
}
