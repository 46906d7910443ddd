import type { Analysis, Sentence } from "./analysis.ts"
import { raiseHeadlineInfinitive } from "./headline.ts"
import type { TextModels } from "./models.ts"
import { splitSentences } from "./sentences.ts"
import { type TokenSpans, tokenise } from "./tokenise.ts"

/** Sentences are given to the network together until they have this many tokens. */
const BATCH_TOKENS = 256
/** A given sentence longer than this is parsed in parts; the later parts' roots hang from the first one's. */
const LONGEST_PARSED = 400

/** Splits a text into sentences and tokens and gives each token its tags, lemma, head and relation. */
export function analyse(text: string, models: TextModels): Analysis {
  const tokens = tokenise(text)
  return analyseSpans(text, tokens, splitSentences(text, tokens), models)
}

/** One sentence whose tokens are given; `spaceAfter[i]` is false where token i touches the next. */
export interface PretokenisedSentence {
  readonly forms: readonly string[]
  readonly spaceAfter: readonly boolean[]
}

/** Analyses sentences whose tokens are given. The text is theirs, joined by spaces where they do not touch. */
export function analyseTokens(input: readonly PretokenisedSentence[], models: TextModels): Analysis {
  const tokens: TokenSpans = { start: [], end: [] }
  const sentences: Sentence[] = []
  let text = ""
  for (const { forms, spaceAfter } of input) {
    const first = tokens.start.length
    const start = text.length
    let end = start
    forms.forEach((form, at) => {
      tokens.start.push(text.length)
      text += form
      end = text.length
      tokens.end.push(end)
      if (spaceAfter[at] !== false || at === forms.length - 1) text += " "
    })
    sentences.push({ index: sentences.length, start, end, first, last: tokens.start.length })
  }
  return analyseSpans(text, tokens, sentences, models)
}

function analyseSpans(
  text: string,
  tokens: TokenSpans,
  sentences: readonly Sentence[],
  models: TextModels,
): Analysis {
  const count = tokens.start.length
  const analysis = {
    text,
    sentences,
    count,
    start: Int32Array.from(tokens.start),
    end: Int32Array.from(tokens.end),
    upos: new Uint8Array(count),
    tag: new Array<string>(count).fill(""),
    lemma: new Array<string>(count).fill(""),
    head: new Int32Array(count),
    deprel: new Array<string>(count).fill(""),
    firstChild: new Int32Array(count).fill(-1),
    nextSibling: new Int32Array(count).fill(-1),
    sentence: new Int32Array(count),
  }
  for (const { index, first, last } of sentences) analysis.sentence.fill(index, first, last)
  for (const batch of batchRanges(sentences.flatMap(toRanges))) parseBatch(analysis, batch, models)
  for (const sentence of sentences) {
    joinParts(analysis, sentence)
    raiseHeadlineInfinitive(analysis, sentence)
  }
  linkChildren(analysis)
  return analysis
}

interface Range {
  readonly first: number
  readonly last: number
}

function toRanges({ first, last }: Sentence): Range[] {
  const ranges: Range[] = []
  for (let from = first; from < last; from += LONGEST_PARSED)
    ranges.push({ first: from, last: Math.min(last, from + LONGEST_PARSED) })
  return ranges
}

function batchRanges(ranges: readonly Range[]): Range[][] {
  const batches: Range[][] = []
  let size = BATCH_TOKENS
  for (const range of ranges) {
    const length = range.last - range.first
    if (size + length > BATCH_TOKENS) {
      batches.push([])
      size = 0
    }
    batches.at(-1)!.push(range)
    size += length
  }
  return batches
}

/** Hangs the roots of a sentence's later parts from its first root. */
function joinParts({ head, deprel }: Draft, { first, last }: Sentence): void {
  if (last - first <= LONGEST_PARSED) return
  const root = head.indexOf(-1, first)
  for (let token = root + 1; token < last; token += 1) {
    if (head[token]! >= 0) continue
    head[token] = root
    deprel[token] = "parataxis"
  }
}

interface Draft extends Analysis {
  readonly tag: string[]
  readonly lemma: string[]
  readonly deprel: string[]
}

function parseBatch(analysis: Draft, batch: readonly Range[], models: TextModels): void {
  const offset = batch[0]!.first
  const end = batch.at(-1)!.last
  const forms: string[] = []
  for (let token = offset; token < end; token += 1)
    forms.push(analysis.text.slice(analysis.start[token]!, analysis.end[token]!))
  const ranges = batch.map(({ first, last }) => ({ first: first - offset, last: last - offset }))
  const { tag, head, relation } = models.network.run(forms, ranges)
  for (let at = 0; at < forms.length; at += 1) {
    const token = offset + at
    const penn = models.penn[tag[at]!]!
    analysis.upos[token] = models.upos[tag[at]!]!
    analysis.tag[token] = penn
    analysis.lemma[token] = models.lemmatiser.lemma(forms[at]!, penn)
    analysis.head[token] = head[at]! < 0 ? -1 : offset + head[at]!
    analysis.deprel[token] = models.relations[relation[at]!]!
  }
}

function linkChildren({ count, head, firstChild, nextSibling }: Draft): void {
  for (let token = count - 1; token >= 0; token -= 1) {
    const above = head[token]!
    if (above < 0) continue
    nextSibling[token] = firstChild[above]!
    firstChild[above] = token
  }
}
