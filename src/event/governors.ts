import type { Status } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { negationOf } from "./negation.ts"
import type { StatusCues } from "./status.ts"
import {
  caseOf,
  childBy,
  childrenBy,
  firstConjunct,
  hasUpos,
  headOf,
  lemmaOf,
  relationOf,
  SAYING,
  wordOf,
} from "./syntax.ts"
import { isConditional, type Reading, reading, tenseReadings } from "./tense.ts"

/** What the words above a deed in the tree say of it, from the nearest up. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))

/** Farthest governor that is asked. */
const MOST_STEPS = 6
/** Marks and prepositions by which a clause or a noun is what its governor is about: "call for", "refrain from", "demand that". */
const COMPLEMENTING = words("to from for of about that against")
const NOUN_COMPLEMENTING = words("of for to")
/** Of those, the ones by which a deed is prevented or refused: "banned from playing", but "banned for playing". */
const PREVENTING = words("from to of")
/** Verbs that bring about the deed that their object names; whoever will hold talks has not held them. */
const PERFORMING = words(
  "hold conduct carry launch make have give take stage begin start open resume mount undertake pay issue impose announce sign deliver lead provide send receive attend host join face continue reach conclude do see perform grant extend",
)
/** Verbs that lead somebody into the deed: "will return to talks", "take part in". */
const ENTERING = words(
  "participate engage return go come travel arrive fly meet gather enter take sit attend",
)
/** Verbs by which a deed that is their subject takes place. */
const HAPPENING = words("take begin start happen occur continue resume follow open end last proceed ensue")
/** "a round of talks": the deed is the second noun's. */
const PARTITIVE = words(
  "round series wave start beginning resumption kind form type set string spate flurry number campaign end launch",
)
/** Words for what somebody says of others; who denies them denies what they are about. */
const CLAIMS = words("allegation claim accusation report suggestion charge assertion rumour rumor suspicion")
/** "I would like to thank": wishing to say it is saying it. */
const DESIRES = words("like want wish")
const PERFORMATIVE = words(
  "thank congratulate condemn apologise apologize express welcome praise commend denounce stress emphasize emphasise",
)
const FIRST_PERSON = words("i we")

const FINITE = words("VBD VBZ VBP")
const BARE = words("VB VBG")

export function governingReadings(analysis: Analysis, trigger: number, cues: StatusCues): Reading[] {
  const found: Reading[] = []
  let below = trigger
  for (let step = 0; step < MOST_STEPS; step++) {
    const first = firstConjunct(analysis, below)
    if (first !== below && standsAlone(analysis, below, first)) break
    below = first
    const governor = headOf(analysis, below)
    if (governor === -1 || !isGoverned(analysis, below)) break
    if (isPerformative(analysis, below, governor)) break
    const said = governorReading(analysis, governor, below, below === trigger, cues)
    if (said?.status === "occurred") break
    if (said !== undefined) found.push(said)
    const passed = passesOn(analysis, governor, below)
    if (said === undefined && passed) found.push(...inherited(analysis, governor, below))
    if (said === undefined && !passed) break
    below = governor
  }
  return found
}

/** "… denied it, and Niger signed", "did not want to go and left": a clause of its own is not what governs the first, unless both are reported. */
const standsAlone = (analysis: Analysis, conjunct: number, first: number): boolean =>
  (childBy(analysis, conjunct, "nsubj") !== -1 && relationOf(analysis, first) !== "ccomp") ||
  (FINITE.has(analysis.tag[conjunct] ?? "") && BARE.has(analysis.tag[first] ?? ""))

/** True where the governor may say whether the deed below happened; a finite relative or adverbial clause is told as fact. */
function isGoverned(analysis: Analysis, below: number): boolean {
  const relation = relationOf(analysis, below)
  switch (relation) {
    case "acl":
      // "allegations that it armed the rebels" may be taken for a relative clause.
      return analysis.deprel[below] === "acl:relcl"
        ? CLAIMS.has(lemmaOf(analysis, headOf(analysis, below)))
        : isMarked(analysis, below)
    case "advcl":
      return isMarked(analysis, below) && childBy(analysis, below, "nsubj") === -1
    case "xcomp":
      return hasUpos(analysis, below, "VERB") || childBy(analysis, below, "mark", "cop") !== -1
    case "ccomp":
    case "obj":
    case "obl":
    case "nmod":
    case "nsubj":
    case "csubj":
      return true
    default:
      return false
  }
}

const isMarked = (analysis: Analysis, clause: number): boolean =>
  childrenBy(analysis, clause, "mark", "case").some((mark) => COMPLEMENTING.has(lemmaOf(analysis, mark)))

const isPerformative = (analysis: Analysis, below: number, governor: number): boolean => {
  if (!DESIRES.has(lemmaOf(analysis, governor)) || !PERFORMATIVE.has(lemmaOf(analysis, below))) return false
  const subject = childBy(analysis, governor, "nsubj")
  return subject !== -1 && FIRST_PERSON.has(lemmaOf(analysis, subject).toLowerCase())
}

function governorReading(
  analysis: Analysis,
  governor: number,
  below: number,
  isTrigger: boolean,
  cues: StatusCues,
): Reading | undefined {
  const pos = hasUpos(analysis, governor, "VERB", "AUX")
    ? "verb"
    : hasUpos(analysis, governor, "ADJ")
      ? "adj"
      : "noun"
  const key = withParticle(analysis, governor)
  const relation = cueRelation(analysis, below, isTrigger)
  if (relation === undefined) return undefined
  if (relation === "advcl" && markOf(analysis, below) === "to") {
    const noun = nounReading(analysis, governor, below, cues)
    if (noun !== undefined) return noun
  }
  const status =
    cues.byGovernor.get(`${pos} ${key} ${relation}`) ??
    (pos === "verb" && relation === "xcomp"
      ? cues.byGovernor.get(`adj ${wordOf(analysis, governor).toLowerCase()} xcomp`)
      : undefined)
  if (status === undefined || !isFitting(analysis, below, relation, status)) return undefined
  if (status !== "occurred" && negationOf(analysis, governor) !== undefined)
    return status === "not-occurred" || status === "denied"
      ? undefined
      : reading("not-occurred", `not ${key}`)
  return reading(status, key)
}

/** "repeated its threat to expel": the infinitive after an object belongs to it, wherever the parser hangs it. */
function nounReading(
  analysis: Analysis,
  governor: number,
  clause: number,
  cues: StatusCues,
): Reading | undefined {
  const object = childBy(analysis, governor, "obj")
  if (object === -1 || object + 1 !== childBy(analysis, clause, "mark")) return undefined
  const status = cues.byGovernor.get(`noun ${lemmaOf(analysis, object)} acl`)
  return status === undefined ? undefined : reading(status, lemmaOf(analysis, object))
}

function withParticle(analysis: Analysis, governor: number): string {
  const particle = childBy(analysis, governor, "compound:prt")
  const lemma = lemmaOf(analysis, governor)
  return particle === -1 ? lemma : `${lemma} ${lemmaOf(analysis, particle)}`
}

/** The relation as status.tsv names it: "subjunctive" for "insisted that it stop", "claim" for what a denied claim is about. */
function cueRelation(analysis: Analysis, below: number, isTrigger: boolean): string | undefined {
  const relation = analysis.deprel[below] === "nsubj:pass" ? "nsubj:pass" : relationOf(analysis, below)
  if ((relation === "obj" || relation === "nsubj:pass") && CLAIMS.has(lemmaOf(analysis, below)))
    return isTrigger ? undefined : "claim"
  return relation === "ccomp" && isSubjunctive(analysis, below) ? "subjunctive" : relation
}

/** "that it stop": a bare form, though its subject is singular. */
function isSubjunctive(analysis: Analysis, verb: number): boolean {
  if (childBy(analysis, verb, "aux") !== -1) return false
  if (childrenBy(analysis, verb, "mark").some((mark) => lemmaOf(analysis, mark) === "to")) return false
  const tag = analysis.tag[verb]
  if (tag !== "VBP") return tag === "VB"
  const subject = childBy(analysis, verb, "nsubj")
  const form = subject === -1 ? "" : analysis.tag[subject]
  return (form === "NN" || form === "NNP") && childBy(analysis, subject, "conj") === -1
}

/** Whether the preposition suits: "call for talks", not "call with the minister"; "banned from", not "banned for". */
function isFitting(analysis: Analysis, below: number, relation: string, status: Status): boolean {
  if (relation === "nmod") return NOUN_COMPLEMENTING.has(caseOf(analysis, below))
  if (relation !== "obl" && relation !== "advcl") return true
  const link = relation === "obl" ? caseOf(analysis, below) : markOf(analysis, below)
  return status === "not-occurred" ? PREVENTING.has(link) : COMPLEMENTING.has(link) || link === "on"
}

const markOf = (analysis: Analysis, clause: number): string => {
  const mark = childBy(analysis, clause, "mark", "case")
  return mark === -1 ? "" : lemmaOf(analysis, mark)
}

/** True where what holds of the governor holds of the deed below. */
function passesOn(analysis: Analysis, governor: number, below: number): boolean {
  const lemma = lemmaOf(analysis, governor)
  switch (relationOf(analysis, below)) {
    case "xcomp":
    case "csubj":
    case "acl":
      return true
    case "ccomp":
      return !SAYING.has(lemma)
    case "obj":
      return PERFORMING.has(lemma)
    case "obl":
      return ENTERING.has(lemma) && ["in", "to", "for", "at"].includes(caseOf(analysis, below))
    case "nmod":
      return PARTITIVE.has(lemma) || CLAIMS.has(lemma)
    case "nsubj":
      return (
        HAPPENING.has(lemma) ||
        analysis.deprel[below] === "nsubj:pass" ||
        childBy(analysis, governor, "expl") !== -1
      )
    default:
      return false
  }
}

/** A governor that is itself negated, conditional or in the future passes that on to what it brings about. */
function inherited(analysis: Analysis, governor: number, below: number): Reading[] {
  const relation = relationOf(analysis, below)
  if (relation === "acl" || relation === "nmod" || relation === "csubj") return []
  if (!hasUpos(analysis, governor, "VERB", "AUX") && childBy(analysis, governor, "cop") === -1) return []
  const found = tenseReadings(analysis, governor).filter(
    (own) => own.status !== "ongoing" || relation !== "ccomp",
  )
  const negation = negationOf(analysis, governor)
  if (negation !== undefined && relation !== "ccomp")
    found.push(reading("not-occurred", `${negation} ${lemmaOf(analysis, governor)}`))
  if (isConditional(analysis, governor)) found.push(reading("hypothetical", "conditional"))
  return found
}
