import type { FeatureList } from "../attribution/features.ts"
import { codeOf, governanceOf, governorCode, isSubject, magnitude, topOf } from "../coreference/word-codes.ts"
import { formOf } from "./chunks.ts"
import type { Draft } from "./draft.ts"
import type { Finding } from "./items.ts"

/** Where an article speaks of a country: the mentions whose own words give it, from left to right. */
export interface CountryEvidence {
  readonly country: string
  readonly mentions: readonly Draft[]
  /** 0 for the country that the article speaks of most. */
  readonly rank: number
  /** Its part of all that the article says of countries. */
  readonly share: number
}

/** Somebody without a country, and the countries of the article. */
export interface CountryScene {
  readonly finding: Finding
  readonly draft: Draft
  readonly candidates: readonly CountryEvidence[]
}

/** "Colonel Axel Schneider, the German": tokens from a mention to the country in its apposition. */
const APPOSED = 3
const LEAD_TOKENS = 6
const FARTHEST = 4
const MOST_COUNTRIES = 12

/** The countries that an article's words name, in the order of how much it speaks of them. */
export function weighEvidence(finding: Finding, drafts: readonly Draft[]): Map<string, CountryEvidence> {
  const mentions = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const country = draft.actor?.country
    if (!country || draft.implied) continue
    const there = mentions.get(country)
    if (there === undefined) mentions.set(country, [draft])
    else there.push(draft)
  }
  const weight = (country: string): number =>
    (finding.focus.get(country) ?? 0) + mentions.get(country)!.length / 1000
  const order = [...mentions.keys()].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_COUNTRIES)
  const total = order.reduce((sum, country) => sum + weight(country), 0)
  return new Map(
    order.map((country, rank) => [
      country,
      { country, mentions: mentions.get(country)!, rank, share: weight(country) / total },
    ]),
  )
}

/** Fills `list` with the features of one country after the other, the last of them "no country of these". */
export function eachCountry(scene: CountryScene, list: FeatureList, done: (at: number) => void): void {
  const around = surroundings(scene)
  scene.candidates.forEach((evidence, at) => {
    list.clear()
    countryFeatures(around, evidence, list)
    done(at)
  })
  list.clear()
  noneFeatures(around, list)
  done(scene.candidates.length)
}

interface Around {
  readonly scene: CountryScene
  /** What the mention is: a name of a person or a body, or which kind of description. */
  readonly what: number
  readonly noun: number
  readonly sector: number
  readonly relation: number
  /** How near each candidate's nearest mention is, as an order: 0 for the nearest. */
  readonly nearness: ReadonlyMap<string, number>
  /** How many of the countries the sentence names. */
  readonly inSentence: number
}

function surroundings(scene: CountryScene): Around {
  const { finding, draft, candidates } = scene
  const { agent, name, type, plural } = draft
  const what = name === undefined ? `${agent?.kind} ${plural}` : type
  const order = candidates
    .map((evidence) => ({ country: evidence.country, gap: gapTo(draft, nearestOf(scene, evidence)) }))
    .sort((a, b) => a.gap - b.gap)
  return {
    scene,
    what: codeOf(what),
    noun: codeOf(agent?.lemma ?? name?.at(-1) ?? ""),
    sector: codeOf(draft.actor?.sector ?? ""),
    relation: codeOf(finding.analysis.deprel[topOf(finding.analysis, draft)] ?? ""),
    inSentence: candidates.filter((evidence) => isInSentence(scene, evidence)).length,
    nearness: new Map(order.map(({ country }, at) => [country, at])),
  }
}

const isInSentence = (scene: CountryScene, evidence: CountryEvidence): boolean => {
  const { sentence } = scene.finding.analysis
  return sentence[nearestOf(scene, evidence).first] === sentence[scene.draft.first]
}

/** Tokens between two mentions; what stands behind counts as farther off. */
const gapTo = (draft: Draft, other: Draft): number =>
  other.first < draft.first ? draft.first - other.last + 1 : 2 * (other.first - draft.last) + 3

function nearestOf({ draft }: CountryScene, { mentions }: CountryEvidence): Draft {
  let nearest = mentions[0]!
  for (const mention of mentions) {
    if (mention.first > draft.first && gapTo(draft, mention) > gapTo(draft, nearest)) break
    if (gapTo(draft, mention) < gapTo(draft, nearest)) nearest = mention
  }
  return nearest
}

function countryFeatures(around: Around, evidence: CountryEvidence, list: FeatureList): void {
  const { scene, what, noun, sector, relation } = around
  const { finding, draft } = scene
  const { analysis } = finding
  const nearest = nearestOf(scene, evidence)
  const top = topOf(analysis, nearest)
  const own = topOf(analysis, draft)
  const back = analysis.sentence[draft.first]! - analysis.sentence[nearest.first]!
  const distance = back < 0 ? 8 + Math.min(2, -back) : Math.min(FARTHEST, back)
  const side = back === 0 && nearest.first > draft.first ? 1 : 0
  const nearness = Math.min(4, around.nearness.get(evidence.country)!)
  const itsRelation = codeOf(analysis.deprel[top] ?? "")
  const governance = back === 0 ? governanceOf(analysis, own, top) : 9
  const subject = isSubject(analysis, top) ? 1 : 0
  const before = codeOf(formOf(analysis, Math.max(0, nearest.first - 1)).toLowerCase())
  const type = codeOf(nearest.type)
  const rank = Math.min(4, evidence.rank)
  const share = Math.round(evidence.share * 8)
  const country = codeOf(evidence.country)
  list.add(101, distance, side, nearness)
  list.add(102, what, distance, rank)
  list.add(103, what, nearness, rank)
  list.add(104, what, governance, side)
  list.add(105, relation, governance, itsRelation)
  list.add(106, type, distance, subject)
  list.add(107, before, distance === 0 ? side : 3, nearness)
  list.add(108, what, rank)
  list.add(109, what, share)
  list.add(110, country, noun)
  list.add(111, country, what)
  list.add(112, sector, distance, nearness)
  list.add(113, sector, rank)
  list.add(114, sector, governance, itsRelation)
  list.add(115, noun, rank, distance)
  list.add(116, noun, nearness)
  list.add(117, nearest.nested ? 1 : 0, type, side)
  list.add(118, magnitude(gapTo(draft, nearest)), what)
  list.add(119, evidence.mentions[0]!.first < LEAD_TOKENS ? 1 : 0, what)
  list.add(120, codeOf(nearest.actor?.kind ?? ""), distance, what)
  list.add(121, magnitude(evidence.mentions.length), what)
  list.add(122, country, sector)
  list.add(123, governorCode(analysis, own), governance, subject)
  if (draft.name === undefined && draft.first < draft.core)
    list.add(124, country, codeOf(formOf(analysis, draft.first).toLowerCase()), noun)
  if (draft.agent !== undefined) list.add(125, country, codeOf(draft.agent.role ?? ""))
  const after = nearest.first - draft.last
  list.add(127, after > 0 && after <= APPOSED && formOf(analysis, draft.last) === "," ? after : 0, type, what)
  list.add(128, back === 0 ? around.inSentence : 9, rank, what)
  const alike = alikeBefore(scene, evidence)
  list.add(129, alike, what)
  list.add(130, alike, noun)
  list.add(131, locatedBefore(scene, evidence), what)
  list.add(126, subjectBefore(scene, evidence), what)
}

/** How much like the mention those are that the country has: 2 called by the same noun, 1 of the same sector, 0 neither. */
function alikeBefore({ draft }: CountryScene, { mentions }: CountryEvidence): number {
  const { agent } = draft
  const sector = draft.actor?.sector ?? null
  let most = 0
  for (const mention of mentions) {
    if (agent !== undefined && mention.agent?.lemma === agent.lemma) return 2
    if (sector !== null && mention.actor?.sector === sector && !mention.nested) most = 1
  }
  return most
}

const LOCATING = new Set(["in", "at", "near", "across", "inside", "outside", "from"])

/** How many sentences back the country was last said to be the place; 4 where it was not within three. */
function locatedBefore({ finding, draft }: CountryScene, { mentions }: CountryEvidence): number {
  const { analysis } = finding
  let least = FARTHEST
  for (const mention of mentions) {
    const back = analysis.sentence[draft.first]! - analysis.sentence[mention.first]!
    if (back < 0) break
    if (back >= least || mention.first === 0) continue
    if (LOCATING.has(formOf(analysis, mention.first - 1).toLowerCase())) least = back
  }
  return least
}

/** How many sentences back the country last stood as a subject; 4 where it did not within three. */
function subjectBefore({ finding, draft }: CountryScene, { mentions }: CountryEvidence): number {
  const { sentence } = finding.analysis
  let least = FARTHEST
  for (const mention of mentions) {
    if (mention.first >= draft.first) break
    const back = sentence[draft.first]! - sentence[mention.first]!
    if (back < least && isSubject(finding.analysis, topOf(finding.analysis, mention))) least = back
  }
  return least
}

function noneFeatures({ scene, what, noun, sector, relation }: Around, list: FeatureList): void {
  const { draft, candidates, finding } = scene
  const determiner = codeOf(formOf(finding.analysis, draft.first).toLowerCase())
  list.add(160, what)
  list.add(161, noun)
  list.add(162, sector, what)
  list.add(163, Math.min(6, candidates.length), what)
  list.add(164, relation, what)
  list.add(165, determiner, draft.plural ? 1 : 0)
  list.add(166, what, Math.round((candidates[0]?.share ?? 0) * 4))
  list.add(167, governorCode(finding.analysis, topOf(finding.analysis, draft)))
}
