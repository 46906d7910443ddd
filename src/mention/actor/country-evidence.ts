import { isSubject, topOf, wordCode } from "../coreference/word-codes.ts"
import { formOf } from "./chunks.ts"
import type { Draft } from "./draft.ts"
import type { Finding } from "./items.ts"

/** A mention whose own words give a country, and how it stands in its sentence. */
export interface Naming {
  readonly draft: Draft
  /** The token that carries it in the tree. */
  readonly top: number
  readonly subject: boolean
  /** "in Chad": said to be the place. */
  readonly located: boolean
  /** The code of the word before it. */
  readonly before: number
}

/** Where an article speaks of a country: the mentions whose own words give it, from left to right. */
export interface CountryEvidence {
  readonly country: string
  readonly mentions: readonly Naming[]
  /** 0 for the country that the article speaks of most. */
  readonly rank: number
  /** Its part of all that the article says of countries. */
  readonly share: number
}

const MOST_COUNTRIES = 12
const LOCATING = new Set(["in", "at", "near", "across", "inside", "outside", "from"])

/** The countries that an article's words name, in the order of how much it speaks of them. */
export function weighEvidence(finding: Finding, drafts: readonly Draft[]): CountryEvidence[] {
  const mentions = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const country = draft.actor?.country
    if (!country || draft.implied) continue
    const there = mentions.get(country)
    if (there === undefined) mentions.set(country, [draft])
    else there.push(draft)
  }
  const weighed = [...mentions]
    .map(([country, own]) => ({
      country,
      own,
      weight: (finding.focus.get(country) ?? 0) + own.length / 1000,
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_COUNTRIES)
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return weighed.map(({ country, own, weight }, rank) => ({
    country,
    mentions: own.map((draft) => namingOf(finding, draft)),
    rank,
    share: weight / total,
  }))
}

function namingOf(finding: Finding, draft: Draft): Naming {
  const { analysis } = finding
  const top = topOf(analysis, draft)
  const before = Math.max(0, draft.first - 1)
  return {
    draft,
    top,
    subject: isSubject(analysis, top),
    located: draft.first > 0 && LOCATING.has(formOf(analysis, before).toLowerCase()),
    before: wordCode(finding, before),
  }
}

/** Tokens between two mentions; what stands behind counts as farther off. */
export const gapTo = (draft: Draft, other: Draft): number =>
  other.first < draft.first ? draft.first - other.last + 1 : 2 * (other.first - draft.last) + 3

/** The mention of a country nearest to somebody. */
export function nearestOf(draft: Draft, { mentions }: CountryEvidence): Naming {
  let nearest = mentions[0]!
  let least = gapTo(draft, nearest.draft)
  for (const mention of mentions) {
    const gap = gapTo(draft, mention.draft)
    if (mention.draft.first > draft.first && gap > least) break
    if (gap >= least) continue
    nearest = mention
    least = gap
  }
  return nearest
}

/** How much like somebody those are that the country has: 2 called by the same noun, 1 of the same sector, 0 neither. */
export function likenessTo({ agent, actor }: Draft, { mentions }: CountryEvidence): number {
  const sector = actor?.sector ?? null
  let most = 0
  for (const { draft } of mentions) {
    if (agent !== undefined && draft.agent?.lemma === agent.lemma) return 2
    if (sector !== null && draft.actor?.sector === sector && !draft.nested) most = 1
  }
  return most
}

/** How many sentences back the country last stood as a subject; `farthest` where it did not within as many. */
export const subjectBack = (
  { analysis }: Finding,
  draft: Draft,
  evidence: CountryEvidence,
  farthest: number,
): number => sentencesBack(analysis, draft, evidence, "subject", draft.first, farthest)

/** How many sentences back the country was last said to be the place, the own sentence to its end; else `farthest`. */
export const placeBack = (
  { analysis }: Finding,
  draft: Draft,
  evidence: CountryEvidence,
  farthest: number,
): number => {
  const own = analysis.sentences[analysis.sentence[draft.first]!]!
  return sentencesBack(analysis, draft, evidence, "located", own.last, farthest)
}

/** From somebody's sentence back to the last naming before the token `until` that stands so. */
function sentencesBack(
  { sentence }: Finding["analysis"],
  draft: Draft,
  { mentions }: CountryEvidence,
  standing: "subject" | "located",
  until: number,
  farthest: number,
): number {
  const own = sentence[draft.first]!
  let least = farthest
  for (const mention of mentions) {
    if (mention.draft.first >= until) break
    const back = own - sentence[mention.draft.first]!
    if (back < least && mention[standing]) least = back
  }
  return least
}
