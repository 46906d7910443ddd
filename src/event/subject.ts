import type { Analysis } from "../text/analysis.ts"
import {
  caseOf,
  childBy,
  childrenBy,
  deprelOf,
  firstConjunct,
  hasUpos,
  headOf,
  isPassive,
  lemmaOf,
  relationOf,
} from "./syntax.ts"

const RELATIVE_PRONOUNS = new Set(["who", "which", "that", "whom"])
/** Verbs whose object does what the infinitive says: "urged Iran to stop". */
const OBJECT_CONTROL = new Set(
  "urge ask tell order call require request force allow permit enable encourage press push persuade invite instruct direct warn advise help compel oblige let make have cause want expect appeal demand lead authorize authorise forbid ban prevent get convince".split(
    " ",
  ),
)

/** The token that is understood as the subject of a verb: its own, or the one that the governing verb lends; -1 for none. */
export function subjectToken(analysis: Analysis, verb: number, depth = 0): number {
  if (depth > 8) return -1
  const own = childBy(analysis, verb, "nsubj", "nsubj:pass")
  if (own !== -1) return antecedent(analysis, verb, own)
  const relation = relationOf(analysis, verb)
  const governor = headOf(analysis, verb)
  if (governor === -1) return -1
  if (relation === "conj") {
    const strayed = strayedSubject(analysis, verb, governor)
    if (strayed !== -1) return strayed
    if (
      hasUpos(analysis, governor, "VERB", "AUX") ||
      childBy(analysis, governor, "cop") !== -1 ||
      hasUpos(analysis, governor, "ADJ")
    )
      return subjectToken(analysis, governor, depth + 1)
    return -1
  }
  if (relation === "xcomp" || relation === "ccomp" || relation === "advcl" || relation === "parataxis") {
    if (relation === "ccomp" && childBy(analysis, verb, "mark") !== -1 && !isInfinitive(analysis, verb))
      return -1
    if (relation === "parataxis") return -1
    if (relation === "xcomp" && OBJECT_CONTROL.has(lemmaOf(analysis, governor))) {
      const object = isPassive(analysis, governor)
        ? childBy(analysis, governor, "nsubj:pass", "nsubj")
        : childBy(analysis, governor, "obj", "iobj")
      if (object !== -1) return object
      const oblique = childrenBy(analysis, governor, "obl").find((child) =>
        ["on", "for", "to"].includes(caseOf(analysis, child)),
      )
      if (oblique !== undefined) return oblique
    }
    return subjectToken(analysis, governor, depth + 1)
  }
  if (relation === "acl") {
    if (deprelOf(analysis, verb) === "acl:relcl") return governor
    if (isInfinitive(analysis, verb)) return holderOf(analysis, governor, depth + 1)
    return governor
  }
  return -1
}

/** "recalled its envoy and Chile condemned it": a noun right before the verb that the parser coordinates with the object instead. */
function strayedSubject(analysis: Analysis, verb: number, governor: number): number {
  let before = verb - 1
  while (before > governor && relationOf(analysis, before) === "aux") before--
  if (before <= governor + 1 || relationOf(analysis, before) !== "conj") return -1
  if (!hasUpos(analysis, before, "NOUN", "PROPN") || !hasUpos(analysis, before - 1, "CCONJ")) return -1
  const inObject = relationOf(analysis, firstConjunct(analysis, before))
  return inObject === "obj" || inObject === "obl" || inObject === "nmod" ? before : -1
}

/** Whose plan, decision or agreement it is: the possessor of the noun, else the subject of the verb that governs it. */
function holderOf(analysis: Analysis, noun: number, depth: number): number {
  const possessor = childBy(analysis, noun, "nmod:poss")
  if (possessor !== -1) return possessor
  const governor = headOf(analysis, noun)
  if (governor === -1 || !hasUpos(analysis, governor, "VERB")) return -1
  if (relationOf(analysis, noun) === "nsubj") return -1
  return subjectToken(analysis, governor, depth)
}

const isInfinitive = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "mark").some((mark) => lemmaOf(analysis, mark) === "to")

/** "the minister, who said …": the noun that the relative pronoun stands for. */
export function antecedent(analysis: Analysis, verb: number, subject: number): number {
  if (!RELATIVE_PRONOUNS.has(lemmaOf(analysis, subject))) return subject
  let at = verb
  for (let step = 0; step < 6 && at !== -1; step++) {
    if (deprelOf(analysis, at) === "acl:relcl") return headOf(analysis, at)
    at = headOf(analysis, at)
  }
  return subject
}
