import { DataError, type DataFiles } from "../codebook/data-files.ts"
import { alternatives, parseTsv } from "../codebook/tsv.ts"
import { STATUSES, type Status } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { governingReadings } from "./governors.ts"
import { negationOf } from "./negation.ts"
import { childrenBy, hasUpos, headOf, headsClause, lemmaOf, wordOf } from "./syntax.ts"
import { isConditional, type Reading, reading, tenseReadings } from "./tense.ts"

/** What governing words say of the deed below them: data/patterns/status.tsv. Keys are "pos lemma relation". */
export interface StatusCues {
  readonly byGovernor: ReadonlyMap<string, Status>
  readonly byModifier: ReadonlyMap<string, Status>
}

export type StatusReading = Reading

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
    const found = readings.find((candidate) => candidate.status === status)
    if (found !== undefined) return found
  }
  return { status: "occurred", reason: "occurred: told as fact" }
}

/** What the deed's own words tell. */
function ownReadings(analysis: Analysis, trigger: number, cues: StatusCues): Reading[] {
  const found: Reading[] = []
  const negation = negationOf(analysis, trigger)
  if (negation !== undefined) found.push(reading("not-occurred", negation))
  if (headsClause(analysis, trigger)) found.push(...tenseReadings(analysis, trigger))
  else found.push(...modifierReadings(analysis, trigger, cues))
  if (isConditional(analysis, trigger)) found.push(reading("hypothetical", "conditional"))
  // "is due to meet" with "due" hung below "meet", as the parser sometimes has it.
  for (const child of childrenBy(analysis, trigger, "mark", "advmod"))
    if (hasUpos(analysis, child, "ADJ") && child < trigger) {
      const ahead = cues.byGovernor.get(`adj ${lemmaOf(analysis, child)} xcomp`)
      if (ahead !== undefined) found.push(reading(ahead, lemmaOf(analysis, child)))
    }
  // "are scheduled for Monday": the word itself tells that what it reports lies ahead.
  const lemma = lemmaOf(analysis, trigger)
  const self = cues.byGovernor.get(
    `${hasUpos(analysis, trigger, "VERB") ? "verb" : hasUpos(analysis, trigger, "ADJ") ? "adj" : "noun"} ${lemma} self`,
  )
  if (self !== undefined) found.push(reading(self, lemma))
  return found
}

/** "planned talks", "an alleged attack"; the word just before the noun counts wherever the parser hangs it. */
function modifierReadings(analysis: Analysis, noun: number, cues: StatusCues): Reading[] {
  const modifiers = childrenBy(analysis, noun, "amod", "compound")
  const before = noun - 1
  if (before >= 0 && headOf(analysis, noun) === headOf(analysis, before)) modifiers.push(before)
  return modifiers.flatMap((child) => {
    const status =
      cues.byModifier.get(lemmaOf(analysis, child)) ??
      cues.byModifier.get(wordOf(analysis, child).toLowerCase())
    return status === undefined ? [] : [reading(status, wordOf(analysis, child))]
  })
}
