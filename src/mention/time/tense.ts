import type { Analysis } from "../../text/analysis.ts"
import { childWhere, headOf, lemmaOf, relationOf, tagOf } from "../quantity/syntax.ts"
import { auxiliariesOf, hasCopula, isPastPerfect } from "./auxiliaries.ts"
import type { Direction } from "./context.ts"

/** Verbs and adjectives whose complement lies ahead: "is due to meet", "plans to visit", "agreed to sign". */
const AHEAD_LEMMAS = new Set(
  "due schedule scheduled expect expected plan planned intend hope set slate slated prepare promise pledge vow agree want threaten decide urge ask order offer go likely ready aim seek invite propose arrange suppose await postpone extend delay upcoming".split(
    " ",
  ),
)
/** Verbs that put their own time modifier ahead, in whatever tense: "scheduled a vote for Friday". */
const SCHEDULING = new Set(
  "due schedule scheduled slate slated plan planned expect expected postpone reschedule set suppose upcoming".split(
    " ",
  ),
)
const CALLED_OFF = new Set("cancel scrap abandon prevent thwart foil disrupt".split(" "))
/** Verbs whose present tense speaks of the calendar: "expires on Friday", "begins in May". */
const SCHEDULED_PRESENT = new Set(
  "begin start open close meet expire leave arrive end take go come return visit travel fly run resume vote hold mark celebrate convene host".split(
    " ",
  ),
)
/** Nouns that stand for something still to come. */
const AHEAD_NOUNS = new Set("deadline expiration expiry eve runup ahead".split(" "))
const SPEECH_LEMMAS = new Set("say report tell announce add write quote state note".split(" "))
const WILL = new Set(["will", "shall", "'ll", "’ll", "wo", "would"])
/** A possibility lies ahead no more than behind: "could not be reached Wednesday". */
const ABILITY = new Set(["could"])
const UNTIL = new Set(["until", "till"])
const DAY_PARTS = new Set([
  "morning",
  "afternoon",
  "evening",
  "night",
  "a.m.",
  "p.m.",
  "a.m",
  "p.m",
  "am",
  "pm",
])
const MAX_CLIMB = 12

const isVerb = (tag: string): boolean => tag.startsWith("VB")

/** Direction of the predicate above, for infinitives, participles and conjuncts that carry no tense of their own. */
function inherited(analysis: Analysis, token: number, depth: number): Direction {
  const head = headOf(analysis, token)
  if (head < 0 || depth > MAX_CLIMB) return 0
  if (AHEAD_LEMMAS.has(lemmaOf(analysis, head))) {
    const { perfect, did } = auxiliariesOf(analysis, head)
    return perfect && !did ? -1 : 1
  }
  return predicateDirection(analysis, head, depth + 1)
}

/** "a service planned for Saturday was cancelled": the day may have passed. */
function isCalledOff(analysis: Analysis, verb: number): boolean {
  if (!relationOf(analysis, verb).startsWith("acl")) return false
  const predicate = headOf(analysis, headOf(analysis, verb))
  return predicate >= 0 && CALLED_OFF.has(lemmaOf(analysis, predicate))
}

/** Direction of a predicate by its form and its auxiliaries. */
function predicateDirection(analysis: Analysis, verb: number, depth: number): Direction {
  const tag = tagOf(analysis, verb)
  const { modal, perfect, be, to } = auxiliariesOf(analysis, verb)
  if (modal !== undefined) {
    if (perfect && !WILL.has(modal)) return -1
    return ABILITY.has(modal) ? 0 : 1
  }
  if (SCHEDULING.has(lemmaOf(analysis, verb)) && !(perfect && be !== undefined))
    return isCalledOff(analysis, verb) ? 0 : 1
  if (perfect) return -1
  // "Putin to visit China on Monday", "is due to meet": an infinitive at the head of its sentence looks ahead.
  if (to) return be !== undefined || headOf(analysis, verb) < 0 ? 1 : inherited(analysis, verb, depth)
  if (be !== undefined) return be === "VBD" ? -1 : tag === "VBG" ? 1 : 0
  if (tag === "VBD") return -1
  if (tag === "VBN") return analysis.deprel[verb] === "conj" ? inherited(analysis, verb, depth) : -1
  if (tag === "VBZ" || tag === "VBP") return SCHEDULED_PRESENT.has(lemmaOf(analysis, verb)) ? 1 : 0
  if (tag === "VBG" && SPEECH_LEMMAS.has(lemmaOf(analysis, verb))) return -1
  return inherited(analysis, verb, depth)
}

/** "until Tuesday" looks ahead whatever the tense, "by March" where the tense does not tell. */
type Preposition = "until" | "by" | undefined

function prepositionAt(analysis: Analysis, token: number): Preposition {
  if (childWhere(analysis, token, (child) => UNTIL.has(lemmaOf(analysis, child))) >= 0) return "until"
  return childWhere(analysis, token, (child) => lemmaOf(analysis, child) === "by") >= 0 ? "by" : undefined
}

/** "as early as Friday". */
function isNotBefore(analysis: Analysis, token: number): boolean {
  return lemmaOf(analysis, token - 1) === "as" && /^(soon|early|late)$/.test(lemmaOf(analysis, token - 2))
}

/** "until 9 a.m. Tuesday": the parse of a time of day seldom hangs on its preposition. */
const isUntilClock = (analysis: Analysis, token: number): boolean =>
  UNTIL.has(lemmaOf(analysis, token - 1)) && tagOf(analysis, token) === "CD"

/** "said Friday", "arrived on Tuesday": a past form right before settles it, however the clause is attached. */
function followsPastForm(analysis: Analysis, token: number): boolean {
  const before = lemmaOf(analysis, token - 1) === "on" ? token - 2 : token - 1
  if (before < 0 || SCHEDULING.has(lemmaOf(analysis, before))) return false
  return (
    tagOf(analysis, before) === "VBD" ||
    (tagOf(analysis, before) === "VBG" && SPEECH_LEMMAS.has(lemmaOf(analysis, before)))
  )
}

/** "Wednesday's ruling", "a June agreement": a time that names an event; only a finite verb moves it. */
function isAttribute(analysis: Analysis, token: number): boolean {
  const relation = analysis.deprel[token] ?? ""
  const attributive = relation === "nmod:poss" || relation === "compound" || relation === "amod"
  return attributive && !DAY_PARTS.has(lemmaOf(analysis, headOf(analysis, token)))
}

/** Direction of the nearest finite predicate above; a modal moves what its own verb takes: "will attend Friday's talks". */
function finiteDirection(analysis: Analysis, token: number): Direction {
  let at = token
  let ownVerb = true
  for (let step = 0; step < MAX_CLIMB && at >= 0; step++, at = headOf(analysis, at)) {
    if (AHEAD_NOUNS.has(lemmaOf(analysis, at))) return 1
    const { modal, perfect } = auxiliariesOf(analysis, at)
    if (modal !== undefined && !perfect) return ownVerb ? 1 : 0
    if (tagOf(analysis, at) === "VBD" || perfect) return -1
    ownVerb &&= !isVerb(tagOf(analysis, at))
  }
  return 0
}

/** Whether the clause around a token looks back (-1) or ahead (1), by the tense of the predicate it depends on. */
export function directionAt(analysis: Analysis, token: number): Direction {
  if (token >= analysis.count) return 0
  if (followsPastForm(analysis, token)) return -1
  if (isNotBefore(analysis, token)) return 1
  if (isUntilClock(analysis, token)) return 1
  if (isAttribute(analysis, token)) return finiteDirection(analysis, token)
  let preposition: Preposition
  let at = token
  for (let step = 0; step < MAX_CLIMB; step++) {
    if (AHEAD_NOUNS.has(lemmaOf(analysis, at))) return 1
    if (isVerb(tagOf(analysis, at)) || hasCopula(analysis, at)) {
      // "until Thursday, they had not named him" looks back from there.
      if (preposition === "until") return isPastPerfect(analysis, at) ? -1 : 1
      if (isFrontedPlan(analysis, token, at)) return -1
      const direction = predicateDirection(analysis, at, 0)
      return preposition === "by" && direction === 0 ? 1 : direction
    }
    preposition ??= prepositionAt(analysis, at)
    if (headOf(analysis, at) < 0) break
    at = headOf(analysis, at)
  }
  return preposition === undefined ? nextPredicateDirection(analysis, token) : 1
}

/** "On Tuesday, the League plans to meet": where the parse hangs nothing above the time, the next verb of its sentence tells. */
function nextPredicateDirection(analysis: Analysis, token: number): Direction {
  for (let at = token + 1; at < analysis.count; at++) {
    if (analysis.sentence[at] !== analysis.sentence[token]) break
    if (isVerb(tagOf(analysis, at))) return predicateDirection(analysis, at, 0)
  }
  return 0
}

/** "In March they were expected to sign": what stands before a plan of the past is the day of the plan. */
function isFrontedPlan(analysis: Analysis, token: number, predicate: number): boolean {
  for (let at = predicate, step = 0; at >= 0 && step < MAX_CLIMB; at = headOf(analysis, at), step++) {
    if (token > at) return false
    if (AHEAD_LEMMAS.has(lemmaOf(analysis, at))) return auxiliariesOf(analysis, at).be === "VBD"
    if (!auxiliariesOf(analysis, at).to) return false
  }
  return false
}
