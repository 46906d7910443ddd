import type { FeatureList } from "../attribution/features.ts"
import { codeOf, governanceOf, governorCode, magnitude, topOf, wordCode } from "../coreference/word-codes.ts"
import { formOf } from "./chunks.ts"
import {
  type CountryEvidence,
  gapTo,
  likenessTo,
  type Naming,
  nearestOf,
  placeBack,
  subjectBack,
} from "./country-evidence.ts"
import type { Draft } from "./draft.ts"
import type { Finding } from "./items.ts"

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

/** Fills `list` with the features of one country after the other, the last of them "no country of these". */
export function eachCountry(scene: CountryScene, list: FeatureList, done: (at: number) => void): void {
  const around = surroundings(scene)
  for (let at = 0; at < scene.candidates.length; at += 1) {
    list.clear()
    countryFeatures(around, at, list)
    done(at)
  }
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
  /** Each candidate's nearest mention, and how many tokens lie between. */
  readonly nearest: readonly Naming[]
  readonly gaps: readonly number[]
  /** How many of the countries the sentence names. */
  readonly inSentence: number
}

function surroundings(scene: CountryScene): Around {
  const { finding, draft, candidates } = scene
  const { agent, name, type, plural } = draft
  const what = name === undefined ? `${agent?.kind} ${plural}` : type
  const nearest = candidates.map((evidence) => nearestOf(draft, evidence))
  const { sentence } = finding.analysis
  return {
    scene,
    what: codeOf(what),
    noun: codeOf(agent?.lemma ?? name?.at(-1) ?? ""),
    sector: codeOf(draft.actor?.sector ?? ""),
    relation: codeOf(finding.analysis.deprel[topOf(finding.analysis, draft)] ?? ""),
    inSentence: nearest.filter((mention) => sentence[mention.draft.first] === sentence[draft.first]).length,
    nearest,
    gaps: nearest.map((mention) => gapTo(draft, mention.draft)),
  }
}

/** How many candidates are nearer than one: 0 for the nearest. */
function nearerThan({ gaps }: Around, at: number): number {
  let nearer = 0
  for (let other = 0; other < gaps.length; other += 1)
    if (gaps[other]! < gaps[at]! || (gaps[other] === gaps[at] && other < at)) nearer += 1
  return nearer
}

function countryFeatures(around: Around, at: number, list: FeatureList): void {
  const evidence = around.scene.candidates[at]!
  const { scene, what, noun, sector, relation } = around
  const { finding, draft } = scene
  const { analysis } = finding
  const { draft: nearest, top, subject: asSubject, before } = around.nearest[at]!
  const own = topOf(analysis, draft)
  const back = analysis.sentence[draft.first]! - analysis.sentence[nearest.first]!
  const distance = back < 0 ? 8 + Math.min(2, -back) : Math.min(FARTHEST, back)
  const side = back === 0 && nearest.first > draft.first ? 1 : 0
  const nearness = Math.min(4, nearerThan(around, at))
  const itsRelation = codeOf(analysis.deprel[top] ?? "")
  const governance = back === 0 ? governanceOf(analysis, own, top) : 9
  const subject = asSubject ? 1 : 0
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
  list.add(118, magnitude(around.gaps[at]!), what)
  list.add(119, evidence.mentions[0]!.draft.first < LEAD_TOKENS ? 1 : 0, what)
  list.add(120, codeOf(nearest.actor?.kind ?? ""), distance, what)
  list.add(121, magnitude(evidence.mentions.length), what)
  list.add(122, country, sector)
  list.add(123, governorCode(analysis, own), governance, subject)
  if (draft.name === undefined && draft.first < draft.core)
    list.add(124, country, wordCode(finding, draft.first), noun)
  if (draft.agent !== undefined) list.add(125, country, codeOf(draft.agent.role ?? ""))
  const after = nearest.first - draft.last
  list.add(127, after > 0 && after <= APPOSED && formOf(analysis, draft.last) === "," ? after : 0, type, what)
  list.add(128, back === 0 ? around.inSentence : 9, rank, what)
  const alike = likenessTo(draft, evidence)
  list.add(129, alike, what)
  list.add(130, alike, noun)
  list.add(131, placeBack(finding, draft, evidence, FARTHEST), what)
  list.add(126, subjectBack(finding, draft, evidence, FARTHEST), what)
}

function noneFeatures({ scene, what, noun, sector, relation }: Around, list: FeatureList): void {
  const { draft, candidates, finding } = scene
  const determiner = wordCode(finding, draft.first)
  list.add(160, what)
  list.add(161, noun)
  list.add(162, sector, what)
  list.add(163, Math.min(6, candidates.length), what)
  list.add(164, relation, what)
  list.add(165, determiner, draft.plural ? 1 : 0)
  list.add(166, what, Math.round((candidates[0]?.share ?? 0) * 4))
  list.add(167, governorCode(finding.analysis, topOf(finding.analysis, draft)))
}
