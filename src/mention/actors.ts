import type { Mention } from "../record/index.ts"
import { type Analysis, UPOS } from "../text/analysis.ts"
import { tokenise } from "../text/tokenise.ts"
import { attachOwners, joinAppositions } from "./actor/attach.ts"
import { coverTokens, findChunks } from "./actor/chunks.ts"
import type { Draft } from "./actor/draft.ts"
import { isFamilyName, weighCountries } from "./actor/focus.ts"
import { implyCountries } from "./actor/imply.ts"
import type { Finding } from "./actor/items.ts"
import { findMatches, type Match } from "./actor/matches.ts"
import { readPhrase } from "./actor/read-phrase.ts"
import { findDescribed } from "./coreference/descriptions.ts"
import { Entities } from "./coreference/entities.ts"
import { chainName } from "./coreference/names.ts"
import { isAnaphoric, readPronoun } from "./coreference/pronouns.ts"
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
  const finding = prepare(analysis, lexicon, context)
  const drafts = findDrafts(finding)
  const entities = new Entities()
  attachOwners(finding, drafts)
  joinAppositions(finding, drafts, entities.newChain)
  const chained = chain(finding, drafts, entities)
  implyCountries(finding, chained)
  return chained.map((draft) => toMention(analysis, draft))
}

function prepare(analysis: Analysis, lexicon: ActorLexicon, { date, title }: ActorContext): Finding {
  const { givenNames } = lexicon.people
  const matches = findMatches(analysis, lexicon).filter(
    (match) => !isFamilyName(analysis, match, givenNames) && !isVerbForm(analysis, match),
  )
  const titleMatches = title === undefined ? [] : matchesOf(title, lexicon)
  return {
    analysis,
    lexicon,
    matches,
    cover: coverTokens(analysis.count, matches),
    day: date?.slice(0, 10),
    focus: weighCountries(analysis, matches, titleMatches),
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
    for (const chunk of findChunks(finding.analysis, finding.cover, sentence))
      drafts.push(...readPhrase(finding, chunk))
  return drafts.sort(byPosition)
}

const byPosition = (a: Draft, b: Draft): number => a.first - b.first || b.last - a.last

/** Goes through the article from left to right and puts every mention, pronouns included, into its chain. */
function chain(finding: Finding, drafts: readonly Draft[], entities: Entities): Draft[] {
  const { analysis } = finding
  const full = drafts.filter(({ name, type }) => type === "person" && name !== undefined)
  const all: Draft[] = []
  let token = 0
  const takePronouns = (end: number): void => {
    for (; token < end; token += 1) {
      if (!isAnaphoric(analysis, token)) continue
      const pronoun = readPronoun(analysis, token, entities)
      if (pronoun === undefined) continue
      entities.add(pronoun)
      all.push(pronoun)
    }
  }
  for (const draft of drafts) {
    takePronouns(draft.first)
    if (draft.chain < 0) chainDraft(finding, draft, entities, full)
    entities.add(draft)
    all.push(draft)
  }
  takePronouns(analysis.count)
  return all.sort(byPosition)
}

function chainDraft(finding: Finding, draft: Draft, entities: Entities, full: readonly Draft[]): void {
  const described = draft.name === undefined ? findDescribed(draft, entities) : undefined
  if (described === undefined) {
    chainName(finding, draft, entities, full)
    return
  }
  draft.chain = described.chain
  draft.anaphor = true
  draft.person = described.person
  draft.actor = described.actor ?? draft.actor
}

function toMention({ text, start, end, head }: Analysis, draft: Draft): Mention {
  const { first, last } = draft
  return {
    start: start[first]!,
    end: end[last - 1]!,
    text: text.slice(start[first], end[last - 1]),
    type: draft.type,
    first,
    last,
    head: headToken(head, draft),
    actor: draft.actor,
    chain: draft.chain,
    anaphor: draft.anaphor,
    nested: draft.nested,
    implied: draft.implied,
  }
}

/** The token whose head lies outside the mention; the noun that the phrase turns on where several do. */
function headToken(head: Int32Array, { first, last, core }: Draft): number {
  const outside = (token: number): boolean => head[token]! < first || head[token]! >= last
  if (outside(core)) return core
  for (let token = first; token < last; token += 1) if (outside(token)) return token
  return core
}
