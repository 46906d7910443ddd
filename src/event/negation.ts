import type { Analysis } from "../text/analysis.ts"
import { childrenBy, childrenOf, lemmaOf, relationOf, wordOf } from "./syntax.ts"

const NEGATIVES = new Set(
  "not never n't n’t no neither nor without hardly nobody none nothing scarcely barely".split(" "),
)
const NEGATIVE_PRONOUNS = new Set(["nobody", "none", "nothing", "neither"])
/** Relations in which a negative word negates what it hangs on. */
const NEGATING = new Set(["advmod", "det", "mark", "case", "aux", "cc"])
/** "not only attacked": the deed stands, and more. */
const MERELY = new Set(["only", "just", "merely", "simply", "solely"])

/** The word that negates a token: "did not", "never", "nor has", "no talks", "without attacking", "is yet to"; undefined for none. */
export function negationOf(analysis: Analysis, token: number): string | undefined {
  for (const child of childrenOf(analysis, token)) {
    const relation = relationOf(analysis, child)
    const word = NEGATING.has(relation)
      ? negative(analysis, child)
      : relation === "nsubj" || relation === "obj"
        ? negativeNominal(analysis, child)
        : undefined
    if (word !== undefined) return word
    // "Never has Peru condemned", "have not been any talks": the negative may hang on the auxiliary.
    if (relation === "aux" || relation === "cop")
      for (const below of childrenBy(analysis, child, "advmod")) {
        const lower = negative(analysis, below)
        if (lower !== undefined) return lower
      }
  }
  return isYetTo(analysis, token) ? "yet to" : undefined
}

function negative(analysis: Analysis, token: number): string | undefined {
  const word = wordOf(analysis, token).toLowerCase()
  if (relationOf(analysis, token) === "advmod" && childrenBy(analysis, token, "advmod", "det").length > 0) {
    const inner = childrenBy(analysis, token, "advmod", "det").map((child) => wordOf(analysis, child))
    if (word === "longer" && inner.some((lower) => lower.toLowerCase() === "no")) return "no longer"
  }
  if (!NEGATIVES.has(word) && !NEGATIVES.has(lemmaOf(analysis, token))) return undefined
  return token + 1 < analysis.count && MERELY.has(lemmaOf(analysis, token + 1)) ? undefined : word
}

/** "no country", "neither Chad nor Niger", "none of them" as what acts or is acted upon. */
function negativeNominal(analysis: Analysis, noun: number): string | undefined {
  if (NEGATIVE_PRONOUNS.has(lemmaOf(analysis, noun))) return wordOf(analysis, noun).toLowerCase()
  for (const child of childrenBy(analysis, noun, "det", "cc")) {
    const word = wordOf(analysis, child).toLowerCase()
    if ((word === "no" || word === "neither") && child < noun) return `${word} ${lemmaOf(analysis, noun)}`
  }
  return undefined
}

/** "has yet to sign", "is yet to respond". */
const isYetTo = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "mark").some((mark) => lemmaOf(analysis, mark) === "to") &&
  childrenBy(analysis, verb, "advmod").some((adverb) => lemmaOf(analysis, adverb) === "yet")
