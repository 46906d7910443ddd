import { type Analysis, UPOS } from "../../text/analysis.ts"
import { formOf } from "../actor/chunks.ts"
import type { Draft } from "../actor/draft.ts"
import type { Entity } from "./entities.ts"
import { firstConjunct, isSubject, topOf } from "./word-codes.ts"

const PRON = UPOS.indexOf("PRON")
const VERB = UPOS.indexOf("VERB")
/** How far up the tree the verb of a pronoun's clause is looked for. */
const CLIMB = 6

/** What a pronoun can stand for: one person, several or a body spoken of in the plural, a body, who speaks, for whom one speaks. */
export type PronounKind = "person" | "plural" | "neuter" | "speaker" | "speakers"

const FORMS: Readonly<Record<PronounKind, string>> = {
  person: "he she him himself herself his her hers",
  plural: "they them their theirs themselves",
  neuter: "it its itself",
  speaker: "i me my myself",
  speakers: "we us our ours ourselves",
}
const KINDS: ReadonlyMap<string, PronounKind> = new Map(
  (Object.keys(FORMS) as PronounKind[]).flatMap((kind) => FORMS[kind].split(" ").map((form) => [form, kind])),
)
const FEMININE = new Set("she her hers herself".split(" "))

/** What kind of pronoun a token is; undefined where it is none that an actor may be meant by. */
export function pronounKind(analysis: Analysis, token: number, quoted: Uint8Array): PronounKind | undefined {
  if (analysis.upos[token] !== PRON || analysis.deprel[token] === "expl") return undefined
  const kind = KINDS.get(formOf(analysis, token).toLowerCase())
  // Outside quotations it is the author who speaks.
  return (kind === "speaker" || kind === "speakers") && quoted[token] === 0 ? undefined : kind
}

/** 1 for feminine, 2 for masculine, 0 for pronouns that say nothing of sex. */
export function genderOf(form: string): 0 | 1 | 2 {
  if (KINDS.get(form) !== "person") return 0
  return FEMININE.has(form) ? 1 : 2
}

/** Whether number and kind allow a pronoun to mean an entity. */
export function agrees(kind: PronounKind, entity: Entity): boolean {
  const { type, actor, plural } = entity
  if (kind === "person" || kind === "speaker") return type === "person" && !plural
  if (type === "other") return false
  const placeless = type !== "place" || actor?.kind === "government"
  if (kind === "plural") return placeless && (plural || type !== "person")
  if (kind === "neuter") return placeless && type !== "person" && !plural
  return placeless
}

/** "The Union imposed sanctions on it": an object is not its own clause's subject, unless reflexive or possessive. */
export function isOwnSubject(analysis: Analysis, token: number, mention: Draft): boolean {
  const form = formOf(analysis, token).toLowerCase()
  const relation = analysis.deprel[token] ?? ""
  if (
    form.endsWith("self") ||
    form.endsWith("selves") ||
    relation === "nmod:poss" ||
    relation.startsWith("nsubj")
  )
    return false
  const subject = firstConjunct(analysis, topOf(analysis, mention))
  if (!isSubject(analysis, subject)) return false
  const verb = analysis.head[subject]!
  for (let at = analysis.head[token]!, step = 0; at >= 0 && step < CLIMB; at = analysis.head[at]!, step++) {
    if (at === verb) return true
    if (analysis.upos[at] === VERB) return false
  }
  return false
}
