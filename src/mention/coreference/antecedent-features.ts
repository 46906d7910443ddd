import { formOf } from "../actor/chunks.ts"
import type { FeatureList } from "../attribution/features.ts"
import type { AntecedentScene } from "./candidates.ts"
import { suits } from "./descriptions.ts"
import type { Entity } from "./entities.ts"
import { genderOf } from "./pronouns.ts"
import {
  codeOf,
  GOVERNANCE,
  governanceOf,
  governorCode,
  isSubject,
  magnitude,
  topOf,
  wordCode,
} from "./word-codes.ts"

const FARTHEST = 4
const MOST_COUNTED = 5

/** What is the same for all candidates of one anaphor. */
interface Around {
  readonly scene: AntecedentScene
  readonly kind: number
  readonly form: number
  readonly relation: number
  readonly gender: number
  readonly sentence: number
  readonly quoted: number
}

/** Fills `list` with the features of one candidate after the other, the last of them "nobody named before". */
export function eachAntecedent(scene: AntecedentScene, list: FeatureList, done: (at: number) => void): void {
  const around = surroundings(scene)
  let subjects = 0
  scene.candidates.forEach((entity, at) => {
    list.clear()
    pairFeatures(around, entity, list, at, subjects)
    if (scene.anaphor.draft === undefined) pronounFeatures(around, entity, list)
    else descriptionFeatures(around, entity, list)
    if (isSubject(scene.finding.analysis, topOf(scene.finding.analysis, entity.lastMention))) subjects += 1
    done(at)
  })
  list.clear()
  noneFeatures(around, list)
  done(scene.candidates.length)
}

function surroundings(scene: AntecedentScene): Around {
  const { finding, anaphor } = scene
  const { analysis } = finding
  const form = (
    anaphor.draft === undefined
      ? formOf(analysis, anaphor.first)
      : (anaphor.draft.agent?.lemma ?? formOf(analysis, anaphor.core))
  ).toLowerCase()
  return {
    scene,
    kind: codeOf(anaphor.kind),
    form: codeOf(form),
    relation: codeOf(analysis.deprel[anaphor.core] ?? ""),
    gender: genderOf(form),
    sentence: analysis.sentence[anaphor.first]!,
    quoted: finding.quoted[anaphor.first]!,
  }
}

function pairFeatures(
  around: Around,
  entity: Entity,
  list: FeatureList,
  rank: number,
  subjects: number,
): void {
  const { scene, kind, relation, quoted } = around
  const { analysis } = scene.finding
  const last = entity.lastMention
  const top = topOf(analysis, last)
  const distance = Math.min(FARTHEST, around.sentence - analysis.sentence[last.first]!)
  const itsRelation = codeOf(analysis.deprel[top] ?? "")
  const governance = governanceOf(analysis, scene.anaphor.core, top)
  const subject = isSubject(analysis, top) ? 1 : 0
  const itsQuoted = scene.finding.quoted[last.first]!
  list.add(1, kind, distance)
  list.add(2, kind, itsRelation, distance)
  list.add(3, kind, relation, itsRelation)
  list.add(4, around.form, typeCode(entity), entity.plural ? 1 : 0)
  list.add(5, kind, Math.min(MOST_COUNTED, rank))
  list.add(6, kind, subject === 1 ? Math.min(3, subjects) : 9)
  list.add(7, kind, Math.min(MOST_COUNTED, entity.mentions))
  list.add(8, kind, governance, distance)
  list.add(9, kind, quoted * 2 + itsQuoted, governance)
  list.add(10, kind, quoted * 2 + itsQuoted, distance * 2 + subject)
  list.add(11, around.form, kindCode(entity), sectorCode(entity))
  list.add(12, kind, magnitude(scene.anaphor.first - last.core))
  list.add(13, kind, last.nested ? 1 : 0, codeOf(last.type))
  list.add(14, kind, last.anaphor ? 1 : 0, distance)
  list.add(15, kind, governorCode(analysis, top), subject)
  list.add(16, kind, analysis.sentence[entity.firstMention.first] === 0 ? 1 : 0, distance)
  list.add(17, kind, governance === GOVERNANCE.above ? governorCode(analysis, top) : 0)
  list.add(18, kind, codeOf(formOf(analysis, Math.max(0, last.first - 1))), distance === 0 ? 1 : 0)
}

/** A capital that stands for its government is spoken of as its country is. */
const isSeat = ({ type, actor }: Entity): boolean => type === "place" && actor?.kind === "government"

const typeCode = (entity: Entity): number => codeOf(isSeat(entity) ? "country" : entity.type)

const kindCode = (entity: Entity): number => codeOf(isSeat(entity) ? "state" : (entity.actor?.kind ?? ""))

const sectorCode = (entity: Entity): number => codeOf(isSeat(entity) ? "" : (entity.actor?.sector ?? ""))

function pronounFeatures({ scene, kind, form, gender }: Around, entity: Entity, list: FeatureList): void {
  const { analysis } = scene.finding
  const governor = governorCode(analysis, scene.anaphor.core)
  list.add(20, governor, typeCode(entity), kind)
  list.add(21, governor, sectorCode(entity), kind)
  if (gender === 0) return
  list.add(22, gender, entity.gender)
  list.add(23, gender, codeOf(entity.name[0] ?? ""), entity.name.length > 1 ? 1 : 0)
  list.add(24, form, codeOf(entity.lastMention.agent?.lemma ?? ""))
}

function descriptionFeatures({ scene, form, kind }: Around, entity: Entity, list: FeatureList): void {
  const draft = scene.anaphor.draft!
  const sentence = scene.finding.analysis.sentence
  const distance = Math.min(FARTHEST, sentence[draft.first]! - sentence[entity.lastMention.first]!)
  const suited = suits(draft, entity) ? 1 : 0
  const repeated = entity.roles.has(draft.agent?.lemma.toLowerCase() ?? "") ? 1 : 0
  const country = countryAgreement(draft.actor?.country ?? null, entity.actor?.country ?? null)
  const number = draft.plural === entity.plural ? 1 : 0
  list.add(30, suited, distance)
  list.add(31, form, typeCode(entity), kindCode(entity))
  list.add(32, codeOf(draft.agent?.kind ?? ""), typeCode(entity), number)
  list.add(33, repeated, suited, country)
  list.add(34, repeated, distance, codeOf(draft.agent?.kind ?? ""))
  list.add(35, form, sectorCode(entity))
  list.add(36, codeOf(draft.agent?.sectors[0] ?? ""), sectorCode(entity), number)
  list.add(37, country, suited, entity.name.length > 0 ? 1 : 0)
  list.add(38, determinerCode(scene), suited, repeated)
  list.add(39, form, suited)
  list.add(40, kind, draft.type === "person" ? 1 : 0, suited * 2 + repeated)
  list.add(41, draft.former ? 1 : 0, suited)
}

const countryAgreement = (own: string | null, other: string | null): number =>
  own === null ? (other === null ? 0 : 1) : other === null ? 2 : 3

const determinerCode = ({ finding, anaphor }: AntecedentScene): number => wordCode(finding, anaphor.first)

function noneFeatures({ scene, kind, form, relation, quoted }: Around, list: FeatureList): void {
  const { analysis } = scene.finding
  const { draft, core } = scene.anaphor
  list.add(60, kind)
  list.add(61, form, relation)
  list.add(62, form)
  list.add(63, kind, Math.min(FARTHEST, scene.candidates.length))
  list.add(64, governorCode(analysis, core), kind)
  list.add(65, kind, quoted)
  if (draft === undefined) return
  list.add(66, determinerCode(scene), form)
  list.add(67, determinerCode(scene), draft.plural ? 1 : 0, codeOf(draft.agent?.kind ?? ""))
  list.add(68, form, draft.actor?.country == null ? 0 : 1)
  list.add(69, draft.last - draft.first > 2 ? 1 : 0, draft.core + 1 < draft.last ? 1 : 0)
  list.add(70, codeOf(draft.agent?.sectors[0] ?? ""), draft.plural ? 1 : 0)
}
