import { type Analysis, UPOS } from "../../text/analysis.ts"
import { formOf } from "../actor/chunks.ts"
import { type Draft, newDraft } from "../actor/draft.ts"
import type { Entities, Entity } from "./entities.ts"

const PRON = UPOS.indexOf("PRON")
const PERSONAL = new Set(["he", "she", "him", "himself", "herself"])
const POSSESSIVE = new Set(["his", "her"])
const PLURAL = new Set(["they", "them", "their", "themselves"])
const NEUTER = new Set(["it", "its", "itself"])
/** Sentences back within which a pronoun's antecedent is looked for. */
const REACH = 2

/** True for third-person pronouns that a person, a group or an organisation may be meant by. */
export const isAnaphoric = (analysis: Analysis, token: number): boolean =>
  analysis.upos[token] === PRON && kindOf(formOf(analysis, token).toLowerCase()) !== undefined

type PronounKind = "person" | "plural" | "neuter"

function kindOf(form: string): PronounKind | undefined {
  if (PERSONAL.has(form) || POSSESSIVE.has(form)) return "person"
  if (PLURAL.has(form)) return "plural"
  return NEUTER.has(form) ? "neuter" : undefined
}

/** The mention of a pronoun whose antecedent is clear: the nearest entity of its kind, subjects first. */
export function readPronoun(analysis: Analysis, token: number, entities: Entities): Draft | undefined {
  const kind = kindOf(formOf(analysis, token).toLowerCase())
  if (kind === undefined || analysis.deprel[token] === "expl") return undefined
  const antecedent = findAntecedent(analysis, token, kind, entities)
  if (antecedent === undefined) return undefined
  return newDraft({
    first: token,
    last: token + 1,
    type: antecedent.type,
    actor: antecedent.actor,
    person: antecedent.person,
    plural: kind === "plural",
    anaphor: true,
    chain: antecedent.chain,
  })
}

function findAntecedent(
  analysis: Analysis,
  token: number,
  kind: PronounKind,
  { all }: Entities,
): Entity | undefined {
  const sentence = analysis.sentence[token]!
  let best: Entity | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const entity of all) {
    if (!agrees(kind, entity)) continue
    const last = entity.lastMention
    const back = sentence - analysis.sentence[last.first]!
    if (back > REACH || last.last > token) continue
    if (kind === "neuter" && !isSubject(analysis, last)) continue
    const score = salience(analysis, entity) - back * 2 - (token - last.first) / 100
    if (score > highest) {
      highest = score
      best = entity
    }
  }
  return best
}

function agrees(kind: PronounKind, entity: Entity): boolean {
  if (kind === "person") return entity.type === "person" && !entity.plural
  if (kind === "plural") return entity.plural || entity.type === "group"
  return (
    entity.type === "organisation" ||
    entity.type === "country" ||
    (entity.type === "place" && entity.actor?.kind === "government")
  )
}

const isSubject = ({ deprel }: Analysis, { core }: Draft): boolean => (deprel[core] ?? "").startsWith("nsubj")

/** Subjects are more likely to be taken up than objects, and those spoken of more often than others. */
function salience(analysis: Analysis, { lastMention, mentions }: Entity): number {
  const relation = analysis.deprel[lastMention.core] ?? ""
  return (relation.startsWith("nsubj") ? 2 : 0) + (lastMention.nested ? -1 : 0) + Math.min(mentions, 5) / 5
}
