import type { StandingRule } from "../codebook/standing.ts"
import type { Event, EventDate, LedgerParty, StandingFact, StandingStep } from "../record/index.ts"
import {
  byDay,
  compareText,
  evidenceOf,
  type LedgerEntry,
  type LedgerReport,
  partiesOf,
  statesOf,
} from "./entry.ts"
import { matches, parsePattern, type WordPattern, wordsOf } from "./words.ts"

interface Rule extends Omit<StandingRule, "words" | "without"> {
  readonly words: WordPattern
  readonly without: WordPattern
}

/** What a status makes of the words: a plan announces, a denial denies. */
const FACTS: ReadonlySet<Event["status"]> = new Set(["occurred", "ongoing"])
const PLANS: ReadonlySet<Event["status"]> = new Set(["planned", "expected", "promised"])
/** Kinds that both sides share, whoever the sentence makes its subject. */
const MUTUAL: ReadonlySet<string> = new Set(["alliance", "treaty"])

interface Line {
  readonly kind: string
  readonly by: readonly LedgerParty[]
  readonly to: readonly LedgerParty[]
  readonly steps: StandingStep[]
}

/**
 * Sanctions, alliances, treaties, recognitions, military access and levels of ambassadors between states: since when, until
 * when, by whom, with every report that bears on it. One line a kind and direction; further packages extend it.
 */
export function standingOf(entries: readonly LedgerEntry[], rules: readonly StandingRule[]): StandingFact[] {
  const compiled = rules.map((rule) => ({
    ...rule,
    words: parsePattern(rule.words),
    without: parsePattern(rule.without),
  }))
  const lines = new Map<string, Line>()
  for (const { happening, reports } of entries)
    for (const report of byDay(reports)) {
      const rule = ruleFor(report.event, compiled)
      const step = rule && stepOf(report, rule, happening.id)
      if (rule === undefined || step === undefined) continue
      const by = partiesOf(report.event.actors)
      const to = partiesOf(report.event.recipients)
      const key = lineKey(rule.kind, by, to)
      const line = lines.get(key) ?? { kind: rule.kind, by, to, steps: [] }
      lines.set(key, line)
      line.steps.push(step)
    }
  return [...lines.values()].map(toFact).sort((a, b) => compareText(factKey(a), factKey(b)))
}

const factKey = ({ kind, since, history }: StandingFact): string =>
  `${kind} ${since?.start ?? ""} ${history[0]?.evidence.event}`

function lineKey(kind: string, by: readonly LedgerParty[], to: readonly LedgerParty[]): string {
  const sides = [statesOf(by).join("+"), statesOf(to).join("+")]
  return `${kind}\n${(MUTUAL.has(kind) ? sides.sort() : sides).join("\n")}`
}

function ruleFor(event: Event, rules: readonly Rule[]): Rule | undefined {
  const { type } = event
  if (type === null) return undefined
  const words = wordsOf(event.evidence.text)
  return rules.find(
    (rule) =>
      rule.types.has(type) &&
      matches(rule.words, words) &&
      !(rule.without.length > 0 && matches(rule.without, words)),
  )
}

function stepOf(report: LedgerReport, { change }: Rule, happening: string): StandingStep | undefined {
  const { status, date } = report.event
  const evidence = evidenceOf(report, happening)
  if (status === "denied" || status === "not-occurred") return { change: "denied", date, evidence }
  if (PLANS.has(status)) return { change: "announced", date, evidence }
  if (!FACTS.has(status)) return undefined
  return { change: status === "ongoing" && date?.certain !== true ? "stands" : change, date, evidence }
}

/** A step's own day: the text's, else that of the report. */
const dayOf = ({ date, evidence }: StandingStep): string => date?.start ?? evidence.reported ?? "9999"

function toFact({ kind, by, to, steps }: Line): StandingFact {
  const history = extended([...steps].sort((a, b) => compareText(stepKey(a), stepKey(b))))
  const begun = history.filter(({ change }) => change === "begins" || change === "extends")
  const ended = history.findLast(({ change }) => change === "ends")
  const last = history.findLast(({ change }) => change !== "denied" && change !== "announced")
  const state = stateOf(history, last)
  return {
    ...{ kind, by, to, state, history },
    since: begun[0]?.date ?? null,
    until: state === "ended" ? dateOf(ended) : null,
  }
}

const stepKey = (step: StandingStep): string =>
  `${dayOf(step)} ${step.evidence.reported} ${step.evidence.event}`
const dateOf = (step: StandingStep | undefined): EventDate | null => step?.date ?? null

/** What begins again before it has ended is extended; another report of the same beginning says only that it stands. */
function extended(steps: readonly StandingStep[]): StandingStep[] {
  let inForce = false
  const told = new Set<string>()
  return steps.map((step) => {
    const again = step.change === "begins" && inForce
    const known =
      told.has(step.evidence.happening) || (step.date?.certain === true && told.has(step.date.start))
    if (again && known) return { ...step, change: "stands" }
    if (step.change === "begins") {
      told.add(step.evidence.happening)
      if (step.date?.certain) told.add(step.date.start)
    }
    if (step.change === "begins" || step.change === "stands") inForce = true
    if (step.change === "ends") inForce = false
    return again ? { ...step, change: "extends" } : step
  })
}

function stateOf(history: readonly StandingStep[], last: StandingStep | undefined): StandingFact["state"] {
  if (last === undefined) return history.at(-1)?.change === "denied" ? "denied" : "announced"
  if (last.change === "ends") return "ended"
  return last.change === "eases" ? "eased" : "in force"
}
