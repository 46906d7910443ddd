import { type Analysis, UPOS } from "../../text/analysis.ts"
import { formOf } from "../actor/chunks.ts"
import { type Draft, newDraft } from "../actor/draft.ts"
import type { Entities, Entity } from "./entities.ts"

const PRON = UPOS.indexOf("PRON")
const VERB = UPOS.indexOf("VERB")
/** How far up the tree the verb of a pronoun's clause is looked for. */
const CLIMB = 6
const PERSONAL = new Set(["he", "she", "him", "himself", "herself"])
const POSSESSIVE = new Set(["his", "her"])
const PLURAL = new Set(["they", "them", "their", "themselves"])
const NEUTER = new Set(["it", "its", "itself"])
/** Sentences back within which a pronoun's antecedent is looked for. */
const REACH = 2

/** True for third-person pronouns that a person, a group or an organisation may be meant by. */
export const isAnaphoric = (analysis: Analysis, token: number): boolean =>
  analysis.upos[token] === PRON && kindOf(formOf(analysis, token).toLowerCase()) !== undefined

type PronounKind = "person" | "plural" | "neuter" | "agency"

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
  const subjectOf = (clearly: boolean) => search(analysis, token, kind, all, clearly)
  if (kind === "neuter") return subjectOf(true) ?? subjectOf(false)
  // "BelTA called it a working visit. They also recalled …": an agency speaks in the plural where no group was named.
  return subjectOf(true) ?? (kind === "plural" ? search(analysis, token, "agency", all, false) : undefined)
}

function search(
  analysis: Analysis,
  token: number,
  kind: PronounKind,
  all: readonly Entity[],
  subjectsOnly: boolean,
): Entity | undefined {
  const sentence = analysis.sentence[token]!
  let best: Entity | undefined
  let highest = Number.NEGATIVE_INFINITY
  for (const entity of all) {
    if (!agrees(kind, entity)) continue
    const last = entity.lastMention
    const back = sentence - analysis.sentence[last.first]!
    if (back > REACH || last.last > token) continue
    if (kind === "neuter" && subjectsOnly && !isSubject(analysis, last)) continue
    if (isOwnSubject(analysis, token, last)) continue
    const score = salience(analysis, entity) - back * 2 - (token - last.first) / 100
    if (score > highest) {
      highest = score
      best = entity
    }
  }
  return best
}

/** "The Union imposed sanctions on it": an object is not its own clause's subject, unless reflexive or possessive. */
function isOwnSubject(analysis: Analysis, token: number, { core }: Draft): boolean {
  const form = formOf(analysis, token).toLowerCase()
  const relation = analysis.deprel[token] ?? ""
  if (
    form.endsWith("self") ||
    form.endsWith("selves") ||
    relation === "nmod:poss" ||
    relation.startsWith("nsubj")
  )
    return false
  const subject = firstConjunct(analysis, core)
  if (!(analysis.deprel[subject] ?? "").startsWith("nsubj")) return false
  const verb = analysis.head[subject]!
  for (let at = analysis.head[token]!, step = 0; at >= 0 && step < CLIMB; at = analysis.head[at]!, step++) {
    if (at === verb) return true
    if (analysis.upos[at] === VERB) return false
  }
  return false
}

function firstConjunct(analysis: Analysis, token: number): number {
  let at = token
  while (analysis.deprel[at] === "conj" && analysis.head[at]! >= 0) at = analysis.head[at]!
  return at
}

function agrees(kind: PronounKind, entity: Entity): boolean {
  if (kind === "person") return entity.type === "person" && !entity.plural
  if (kind === "plural") return entity.plural || entity.type === "group"
  if (kind === "agency") return entity.type === "organisation"
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
