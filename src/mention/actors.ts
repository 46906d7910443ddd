import type { Mention } from "../record/index.ts"
import { type Analysis, UPOS } from "../text/analysis.ts"
import { tokenise } from "../text/tokenise.ts"
import { attachOwners, joinAppositions } from "./actor/attach.ts"
import { coverTokens, findChunks } from "./actor/chunks.ts"
import { spreadPlural } from "./actor/coordinate.ts"
import { isCurrency } from "./actor/currency.ts"
import type { Draft } from "./actor/draft.ts"
import { isFamilyName, weighCountries } from "./actor/focus.ts"
import { implyCountries } from "./actor/imply.ts"
import type { Finding } from "./actor/items.ts"
import { joinNamesAtAnd } from "./actor/joined-names.ts"
import { findMatches, type Match } from "./actor/matches.ts"
import { readPhrase } from "./actor/read-phrase.ts"
import { chainMentions } from "./coreference/chain.ts"
import { Entities } from "./coreference/entities.ts"
import { type Judge, judgeBy, UNDECIDED } from "./coreference/judge.ts"
import { findQuoted, topOf } from "./coreference/word-codes.ts"
import type { ActorLexicon } from "./lexicon.ts"

export interface ActorContext {
  /** ISO date of the article; offices are those of that day. */
  readonly date?: string | undefined
  readonly title?: string | undefined
}

/**
 * All who can act in an article, and the names and adjectives of countries: found, resolved, and chained.
 * Mentions come in order of their first token, larger before smaller. A mention inside a larger one is `nested`;
 * a country that only the article's context gives is `implied`.
 */
export function findActors(analysis: Analysis, lexicon: ActorLexicon, context: ActorContext = {}): Mention[] {
  const { referents } = lexicon
  return findActorsBy(referents === undefined ? UNDECIDED : judgeBy(referents), analysis, lexicon, context)
}

/** As findActors, with somebody else to decide whom a mention means: training looks on there. */
export function findActorsBy(
  judge: Judge,
  analysis: Analysis,
  lexicon: ActorLexicon,
  context: ActorContext = {},
): Mention[] {
  const finding = prepare(analysis, lexicon, context)
  const drafts = findDrafts(finding)
  const entities = new Entities()
  spreadPlural(finding, drafts)
  attachOwners(finding, drafts)
  joinAppositions(finding, drafts, entities.newChain)
  const chained = chainMentions(finding, drafts, entities, judge).sort(byPosition)
  implyCountries(finding, chained, judge)
  return chained.map((draft) => toMention(analysis, draft))
}

function prepare(analysis: Analysis, lexicon: ActorLexicon, { date, title }: ActorContext): Finding {
  const { givenNames } = lexicon.people
  const matches = findMatches(analysis, lexicon).filter(
    (match) =>
      !isFamilyName(analysis, match, givenNames) &&
      !isVerbForm(analysis, match) &&
      !isCurrency(analysis, match),
  )
  const titleMatches = title === undefined ? [] : matchesOf(title, lexicon)
  return {
    analysis,
    lexicon,
    matches,
    cover: coverTokens(analysis.count, matches),
    day: date?.slice(0, 10),
    focus: weighCountries(analysis, matches, titleMatches),
    quoted: findQuoted(analysis),
    wordCodes: new Int32Array(analysis.count),
  }
}

const VERB = UPOS.indexOf("VERB")

/** "Japan accused Chile": a word that also names people ("the accused") is no mention where it is the verb. */
const isVerbForm = (analysis: Analysis, { first, last }: Match): boolean =>
  last - first === 1 && analysis.upos[first] === VERB && analysis.deprel[first] !== "amod"

function matchesOf(text: string, lexicon: ActorLexicon): Match[] {
  const { start, end } = tokenise(text)
  return findMatches({ text, count: start.length, start, end }, lexicon)
}

function findDrafts(finding: Finding): Draft[] {
  const drafts: Draft[] = []
  for (const sentence of finding.analysis.sentences)
    for (const chunk of joinNamesAtAnd(finding, findChunks(finding.analysis, finding.cover, sentence)))
      drafts.push(...readPhrase(finding, chunk))
  return drafts.sort(byPosition)
}

const byPosition = (a: Draft, b: Draft): number => a.first - b.first || b.last - a.last

function toMention(analysis: Analysis, draft: Draft): Mention {
  const { text, start, end } = analysis
  const { first, last } = draft
  return {
    start: start[first]!,
    end: end[last - 1]!,
    text: text.slice(start[first], end[last - 1]),
    type: draft.type,
    first,
    last,
    head: topOf(analysis, draft),
    actor: draft.actor,
    chain: draft.chain,
    anaphor: draft.anaphor,
    nested: draft.nested,
    implied: draft.implied,
  }
}
