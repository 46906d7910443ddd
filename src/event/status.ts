import { DataError, type DataFiles } from "../codebook/data-files.ts"
import { alternatives, parseTsv } from "../codebook/tsv.ts"
import { STATUSES, type Status } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import {
  childBy,
  childrenBy,
  childrenOf,
  firstConjunct,
  hasUpos,
  headOf,
  headsClause,
  lemmaOf,
  relationOf,
  wordOf,
} from "./syntax.ts"

/** What governing words say of the deed below them: data/patterns/status.tsv. Keys are "pos lemma relation". */
export interface StatusCues {
  readonly byGovernor: ReadonlyMap<string, Status>
  readonly byModifier: ReadonlyMap<string, Status>
}

export interface StatusReading {
  readonly status: Status
  /** Why, for `explain`: "negated", "planned: due", "occurred: no cue". */
  readonly reason: string
}

const FILE = "patterns/status.tsv"

export function loadStatusCues(data: DataFiles): StatusCues {
  const byGovernor = new Map<string, Status>()
  const byModifier = new Map<string, Status>()
  for (const { cells, where } of parseTsv(FILE, data.text(FILE), ["governor", "pos", "relation", "status"])) {
    const status = cells.status as Status
    if (!STATUSES.includes(status))
      throw new DataError(
        `${where}: unknown status "${cells.status}". It must be one of ${STATUSES.join(", ")}.`,
      )
    const governor = cells.governor ?? ""
    if (cells.pos === "amod") byModifier.set(governor, status)
    for (const relation of alternatives(cells.relation ?? ""))
      byGovernor.set(`${cells.pos} ${governor} ${relation}`, status)
  }
  return { byGovernor, byModifier }
}

const NEGATIVES = new Set([
  "not",
  "never",
  "n't",
  "no",
  "neither",
  "nor",
  "without",
  "hardly",
  "nobody",
  "none",
  "nothing",
])
const CONDITIONAL_MARKS = new Set(["if", "unless", "whether", "lest", "should", "provided", "supposing"])
const MODALS_OF_POSSIBILITY = new Set([
  "could",
  "would",
  "might",
  "may",
  "can",
  "should",
  "must",
  "ought",
  "cannot",
])
const FUTURE_AUXILIARIES = new Set(["will", "shall", "'ll", "wo", "’ll"])
/** Adverbs by which a plain present tells a plan: "meets tomorrow". */
const FUTURE_TIMES = new Set([
  "tomorrow",
  "soon",
  "next",
  "later",
  "shortly",
  "upcoming",
  "imminently",
  "coming",
])
/** Verbs whose present progressive tells a plan rather than a deed under way: "is flying to Moscow next week". */
const PROGRESSIVE_PLANS = new Set([
  "meet",
  "visit",
  "fly",
  "travel",
  "leave",
  "arrive",
  "come",
  "go",
  "hold",
  "host",
  "attend",
])
/** Relations by which a deed hangs on the word that judges it. */
const GOVERNED = new Set([
  "xcomp",
  "ccomp",
  "obj",
  "obl",
  "advcl",
  "acl",
  "nmod",
  "nsubj",
  "csubj",
  "nsubj:pass",
])
/** Verbs of saying: what they report keeps its own status. */
const SAYING = new Set(
  "say tell report add state note announce declare claim confirm believe think know argue stress".split(" "),
)

/** How strongly a status, once found, decides: a negated plan is not a plan. */
const STRENGTH: readonly Status[] = [
  "denied",
  "not-occurred",
  "hypothetical",
  "threatened",
  "promised",
  "planned",
  "expected",
  "ongoing",
]

/**
 * Whether the deed happened, by the words between it and the root of its sentence: its own auxiliaries, negation and tense,
 * then what each governing word says of what stands below it. The strongest reading wins.
 */
export function statusOf(analysis: Analysis, trigger: number, cues: StatusCues): StatusReading {
  const readings = [...ownReadings(analysis, trigger, cues), ...governingReadings(analysis, trigger, cues)]
  for (const status of STRENGTH) {
    const reading = readings.find((candidate) => candidate.status === status)
    if (reading !== undefined) return reading
  }
  return { status: "occurred", reason: "occurred: told as fact" }
}

const reading = (status: Status, cue: string): StatusReading => ({ status, reason: `${status}: ${cue}` })

// ---- the deed's own words ------------------------------------------------------------------------------------------

function ownReadings(analysis: Analysis, trigger: number, cues: StatusCues): StatusReading[] {
  const found: StatusReading[] = []
  const negation = negationOf(analysis, trigger)
  if (negation !== undefined) found.push(reading("not-occurred", negation))
  if (headsClause(analysis, trigger)) found.push(...auxiliaryReadings(analysis, trigger))
  else found.push(...modifierReadings(analysis, trigger, cues))
  if (isConditional(analysis, trigger)) found.push(reading("hypothetical", "conditional"))
  return found
}

/** "did not", "never", "no talks", "without attacking"; also "has yet to". */
export function negationOf(analysis: Analysis, token: number): string | undefined {
  for (const child of childrenOf(analysis, token)) {
    const lemma = lemmaOf(analysis, child)
    const word = wordOf(analysis, child).toLowerCase()
    const relation = relationOf(analysis, child)
    if (
      relation === "advmod" ||
      relation === "det" ||
      relation === "mark" ||
      relation === "case" ||
      relation === "aux"
    )
      if (NEGATIVES.has(lemma) || NEGATIVES.has(word) || word === "n’t") return word
    if (
      relation === "nsubj" &&
      (lemma === "nobody" || lemma === "none" || negationOf(analysis, child) === "no")
    )
      return `${word} as subject`
  }
  return undefined
}

/** The verb whose auxiliaries tell the tense: its own, or the first of the coordination where it has none. */
function tensed(analysis: Analysis, verb: number): number {
  if (childBy(analysis, verb, "aux", "aux:pass", "nsubj", "nsubj:pass") !== -1) return verb
  if (relationOf(analysis, verb) !== "conj") return verb
  const first = firstConjunct(analysis, verb)
  return analysis.tag[verb] === analysis.tag[first] ? first : verb
}

function auxiliaryReadings(analysis: Analysis, trigger: number): StatusReading[] {
  const verb = tensed(analysis, trigger)
  const auxiliaries = childrenBy(analysis, verb, "aux").map((child) => wordOf(analysis, child).toLowerCase())
  const found: StatusReading[] = []
  const future = auxiliaries.find((word) => FUTURE_AUXILIARIES.has(word))
  if (future !== undefined) found.push(reading("planned", future))
  const possible = auxiliaries.find((word) => MODALS_OF_POSSIBILITY.has(word))
  if (possible !== undefined && !auxiliaries.includes("have")) found.push(reading("hypothetical", possible))
  if (
    analysis.tag[verb] === "VBG" &&
    auxiliaries.some((word) => ["is", "are", "'s", "’s", "'re", "am"].includes(word))
  )
    found.push(
      PROGRESSIVE_PLANS.has(lemmaOf(analysis, verb)) && hasFutureTime(analysis, verb)
        ? reading("planned", "present progressive with a future time")
        : reading("ongoing", "present progressive"),
    )
  if (analysis.tag[verb] === "VBG" && auxiliaries.includes("been") && !auxiliaries.includes("had"))
    found.push(reading("ongoing", "present perfect progressive"))
  const present = analysis.tag[verb] === "VBZ" || analysis.tag[verb] === "VBP"
  if (present && auxiliaries.length === 0 && hasFutureTime(analysis, verb))
    found.push(reading("planned", "present tense with a future time"))
  return found
}

const hasFutureTime = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "obl", "advmod").some(
    (child) =>
      FUTURE_TIMES.has(lemmaOf(analysis, child)) ||
      childrenBy(analysis, child, "amod").some((modifier) => FUTURE_TIMES.has(lemmaOf(analysis, modifier))),
  )

function modifierReadings(analysis: Analysis, noun: number, cues: StatusCues): StatusReading[] {
  return childrenBy(analysis, noun, "amod", "compound").flatMap((child) => {
    const status =
      cues.byModifier.get(lemmaOf(analysis, child)) ??
      cues.byModifier.get(wordOf(analysis, child).toLowerCase())
    return status === undefined ? [] : [reading(status, wordOf(analysis, child))]
  })
}

function isConditional(analysis: Analysis, token: number): boolean {
  return childrenBy(analysis, token, "mark", "aux").some(
    (child) =>
      CONDITIONAL_MARKS.has(wordOf(analysis, child).toLowerCase()) &&
      (relationOf(analysis, child) === "mark" || child < token) &&
      !(relationOf(analysis, child) === "aux" && childBy(analysis, token, "nsubj") < child),
  )
}

// ---- the words above it ----------------------------------------------------------------------------------------------

function governingReadings(analysis: Analysis, trigger: number, cues: StatusCues): StatusReading[] {
  const found: StatusReading[] = []
  let below = firstConjunct(analysis, trigger)
  for (let step = 0; step < 6; step++) {
    const governor = headOf(analysis, below)
    const relation = analysis.deprel[below] === "nsubj:pass" ? "nsubj:pass" : relationOf(analysis, below)
    if (governor === -1 || !GOVERNED.has(relation)) break
    const said = governorReading(analysis, governor, relation, cues)
    if (said !== undefined) found.push(said)
    found.push(...inherited(analysis, governor, relation, said !== undefined))
    if (SAYING.has(lemmaOf(analysis, governor)) && relation === "ccomp") break
    if (relation === "advcl" || relation === "nsubj") break
    below = firstConjunct(analysis, governor)
  }
  return found
}

function governorReading(
  analysis: Analysis,
  governor: number,
  relation: string,
  cues: StatusCues,
): StatusReading | undefined {
  const pos = hasUpos(analysis, governor, "VERB", "AUX")
    ? "verb"
    : hasUpos(analysis, governor, "ADJ")
      ? "adj"
      : "noun"
  const particle = childBy(analysis, governor, "compound:prt")
  const lemma = lemmaOf(analysis, governor)
  const key = particle === -1 ? lemma : `${lemma} ${lemmaOf(analysis, particle)}`
  const status =
    cues.byGovernor.get(`${pos} ${key} ${relation}`) ??
    (pos === "verb" && relation === "xcomp"
      ? cues.byGovernor.get(`adj ${wordOf(analysis, governor).toLowerCase()} xcomp`)
      : undefined)
  if (status === undefined) return undefined
  if (negationOf(analysis, governor) !== undefined)
    return status === "not-occurred" || status === "denied"
      ? undefined
      : reading("not-occurred", `not ${key}`)
  return reading(status, key)
}

/** A governor that is itself negated, conditional or in the future passes that on to what it brings about. */
function inherited(analysis: Analysis, governor: number, relation: string, judged: boolean): StatusReading[] {
  if (relation !== "xcomp" && relation !== "obj" && relation !== "nsubj:pass" && relation !== "ccomp")
    return []
  if (judged || (relation === "ccomp" && SAYING.has(lemmaOf(analysis, governor)))) return []
  if (!hasUpos(analysis, governor, "VERB") && childBy(analysis, governor, "cop") === -1) return []
  const found = auxiliaryReadings(analysis, governor).filter(
    (own) => own.status !== "ongoing" || relation !== "ccomp",
  )
  const negation = negationOf(analysis, governor)
  if (negation !== undefined && relation !== "ccomp")
    found.push(reading("not-occurred", `${negation} ${lemmaOf(analysis, governor)}`))
  if (isConditional(analysis, governor)) found.push(reading("hypothetical", "conditional"))
  return found
}
