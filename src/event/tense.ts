import type { Status } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { perToken } from "../text/per-analysis.ts"
import { childBy, childrenBy, firstConjunct, headOf, lemmaOf, relationOf, SAYING, wordOf } from "./syntax.ts"

/** A status with the words that tell it. */
export interface Reading {
  readonly status: Status
  /** Why, for `explain`: "negated", "planned: due", "occurred: no cue". */
  readonly reason: string
}

export const reading = (status: Status, cue: string): Reading => ({ status, reason: `${status}: ${cue}` })

const CONDITIONAL_MARKS = new Set(["if", "unless", "whether", "lest", "should", "provided", "supposing"])
const MODALS_OF_POSSIBILITY = new Set("could would might may can should must ought cannot".split(" "))
const FUTURE_AUXILIARIES = new Set(["will", "shall", "'ll", "wo", "’ll"])
const PRESENT_BE = new Set(["is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"])
/** Adverbs by which a plain present tells a plan: "meets tomorrow". */
const FUTURE_TIMES = new Set(
  "tomorrow soon next later shortly upcoming imminently coming forthcoming".split(" "),
)
const AWAITING = new Set(["until", "till", "before", "after", "once"])
/** Verbs whose present progressive tells a plan rather than a deed under way: "is flying to Moscow next week". */
const PROGRESSIVE_PLANS = new Set(
  "meet visit fly travel leave arrive come go hold host attend return sign".split(" "),
)

/** What a verb's own auxiliaries and tense tell of it. */
export const tenseReadings = perToken((analysis: Analysis, trigger: number): readonly Reading[] => {
  const verb = tensed(analysis, trigger)
  const auxiliaries = childrenBy(analysis, verb, "aux").map((child) => wordOf(analysis, child).toLowerCase())
  const found: Reading[] = []
  const future = auxiliaries.find((word) => FUTURE_AUXILIARIES.has(word))
  const conditioned = hasCondition(analysis, verb)
  if (future !== undefined)
    found.push(conditioned ? reading("hypothetical", `if … ${future}`) : reading("planned", future))
  const possible = auxiliaries.find((word) => MODALS_OF_POSSIBILITY.has(word))
  if (possible !== undefined && !auxiliaries.includes("have"))
    found.push(
      possible === "would" && !conditioned && isReported(analysis, verb)
        ? reading("planned", "would, in reported speech")
        : reading("hypothetical", possible),
    )
  if (isToBe(analysis, verb)) found.push(reading("planned", "is to"))
  const time = timeReading(analysis, verb, auxiliaries)
  return time === undefined ? found : [...found, time]
})

/** The verb whose auxiliaries tell the tense: its own, or the first of the coordination where it has none. */
function tensed(analysis: Analysis, verb: number): number {
  if (childBy(analysis, verb, "aux", "aux:pass", "nsubj", "nsubj:pass") !== -1) return verb
  if (relationOf(analysis, verb) !== "conj") return verb
  const first = firstConjunct(analysis, verb)
  return analysis.tag[verb] === analysis.tag[first] ? first : verb
}

/** "is flying to Moscow next week", "meets tomorrow", "has been shelling". */
function timeReading(analysis: Analysis, verb: number, auxiliaries: readonly string[]): Reading | undefined {
  const tag = analysis.tag[verb]
  if (tag === "VBG" && auxiliaries.some((word) => PRESENT_BE.has(word)))
    return PROGRESSIVE_PLANS.has(lemmaOf(analysis, verb)) && hasFutureTime(analysis, verb)
      ? reading("planned", "present progressive with a future time")
      : reading("ongoing", "present progressive")
  if (tag === "VBG" && auxiliaries.includes("been") && !auxiliaries.includes("had"))
    return reading("ongoing", "present perfect progressive")
  const plainPresent = (tag === "VBZ" || tag === "VBP") && auxiliaries.length === 0
  if (!plainPresent) return undefined
  if (isAwaited(analysis, verb)) return reading("planned", "present tense after until, before, after, once")
  return hasFutureTime(analysis, verb) ? reading("planned", "present tense with a future time") : undefined
}

/** "until it hears the envoys": what a clause of time tells in the present is still to come. */
const isAwaited = (analysis: Analysis, verb: number): boolean =>
  relationOf(analysis, verb) === "advcl" &&
  childrenBy(analysis, verb, "mark", "case").some((mark) => AWAITING.has(lemmaOf(analysis, mark)))

const hasFutureTime = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "obl", "advmod").some(
    (child) =>
      FUTURE_TIMES.has(lemmaOf(analysis, child)) ||
      childrenBy(analysis, child, "amod").some((modifier) => FUTURE_TIMES.has(lemmaOf(analysis, modifier))),
  )

/** "is to join", "were to meet": a form of be and an infinitive. */
const isToBe = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "cop", "aux").some((child) => lemmaOf(analysis, child) === "be") &&
  childrenBy(analysis, verb, "mark").some((mark) => lemmaOf(analysis, mark) === "to")

/** "said he would return": the future as seen from the past. */
function isReported(analysis: Analysis, verb: number): boolean {
  const first = firstConjunct(analysis, verb)
  const governor = headOf(analysis, first)
  if (governor === -1 || relationOf(analysis, first) !== "ccomp") return false
  const tag = analysis.tag[governor]
  return SAYING.has(lemmaOf(analysis, governor)) && (tag === "VBD" || tag === "VBN")
}

/** "if the rebels fire, the army will respond". */
const hasCondition = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "advcl").some((clause) => isConditional(analysis, clause))

/** True where the token heads a conditional clause: "if they attack", "should they attack". */
export function isConditional(analysis: Analysis, token: number): boolean {
  return childrenBy(analysis, token, "mark", "aux").some(
    (child) =>
      CONDITIONAL_MARKS.has(wordOf(analysis, child).toLowerCase()) &&
      (relationOf(analysis, child) === "mark" || child < token) &&
      !(relationOf(analysis, child) === "aux" && childBy(analysis, token, "nsubj") < child),
  )
}
