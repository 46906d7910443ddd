import type { Analysis } from "../../text/analysis.ts"
import { childWhere, lemmaOf, relationOf, tagOf } from "../quantity/syntax.ts"

const NO_TOKEN = -1

/** The auxiliaries and copula of a predicate, summed up. */
interface Auxiliaries {
  readonly modal: string | undefined
  /** "have", or the "did" that stands for a past form. */
  readonly perfect: boolean
  readonly did: boolean
  /** Tag of a form of "be", passive, progressive or copula. */
  readonly be: string | undefined
  readonly to: boolean
}

/** Sums up the auxiliaries among the dependents of a predicate's token. */
export function auxiliariesOf(analysis: Analysis, verb: number): Auxiliaries {
  let modal: string | undefined
  let perfect = false
  let did = false
  let be: string | undefined
  let to = false
  for (
    let child = analysis.firstChild[verb] ?? NO_TOKEN;
    child >= 0;
    child = analysis.nextSibling[child] ?? NO_TOKEN
  ) {
    const relation = analysis.deprel[child] ?? ""
    if (tagOf(analysis, child) === "TO") to = true
    if (!relation.startsWith("aux") && relation !== "cop") continue
    if (tagOf(analysis, child) === "MD")
      modal = analysis.text.slice(analysis.start[child], analysis.end[child]).toLowerCase()
    else if (lemmaOf(analysis, child) === "have") perfect = true
    else if (lemmaOf(analysis, child) === "be") be = tagOf(analysis, child)
    else if (lemmaOf(analysis, child) === "do" && tagOf(analysis, child) === "VBD")
      [perfect, did] = [true, true]
  }
  return { modal, perfect, did, be, to }
}

/** "had not called". */
export const isPastPerfect = (analysis: Analysis, verb: number): boolean =>
  childWhere(
    analysis,
    verb,
    (child) =>
      relationOf(analysis, child).startsWith("aux") &&
      lemmaOf(analysis, child) === "have" &&
      tagOf(analysis, child) === "VBD",
  ) >= 0

/** "was ready", "is president". */
export const hasCopula = (analysis: Analysis, token: number): boolean =>
  childWhere(analysis, token, (child) => analysis.deprel[child] === "cop") >= 0
