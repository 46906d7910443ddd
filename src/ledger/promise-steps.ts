import type { Event, PromiseState, PromiseStep, Quantity } from "../record/index.ts"
import { evidenceOf, type LedgerReport } from "./entry.ts"
import { matches, parsePattern, wordsOf } from "./words.ts"

/** What is agreed upon: papers that somebody signs. */
const PAPERS = parsePattern(
  "agreement*|treaty|treaties|deal|deals|contract*|accord|accords|pact|pacts|memorandum*|document*|papers|statement|statements|package|protocol*|communique*|communiqué*|declaration*|roadmap|loan|loans",
)
const SIGNING = parsePattern(
  "sign|signs|signed|signing|initial*|conclud*|adopt*|seal*|ink|inked|names|reached|finalis*|finaliz*",
)
const RATIFYING = parsePattern("ratif*|force")
const BREAKING = parsePattern(
  "broke|broken|breach*|violat*|quit*|withdr*|terminat*|renounc*|denounc*|abandon*|tore|torn|suspend*|reneg*|pulled|left|leaves|leaving",
)
/** Types of acts by which an agreement is broken. */
const BREAKING_TYPES: ReadonlySet<string> = new Set(["REJECT", "RETREAT", "SANCTION", "THREATEN", "CONCEDE"])
/** Types of what can be promised: to help, to support, to work together, to yield. Meetings stand among the encounters. */
const PROMISABLE: ReadonlySet<string> = new Set([
  "AGREE",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
])
const OPEN: Readonly<Partial<Record<Event["status"], PromiseState>>> = {
  planned: "promised",
  promised: "promised",
  expected: "expected",
}

/** Whether an event speaks of papers, by its words. */
export const speaksOfPapers = ({ evidence }: Event): boolean => matches(PAPERS, wordsOf(evidence.text))

/** Whether an event can be a step of an agreement: it speaks of papers, in a type by which they are made or broken. */
export function isAboutAgreement(event: Event): boolean {
  if (event.type === null || !speaksOfPapers(event)) return false
  const words = wordsOf(event.evidence.text)
  if (BREAKING_TYPES.has(event.type) && matches(BREAKING, words)) return true
  if (!(PROMISABLE.has(event.type) || event.type === "CONSULT")) return false
  return matches(SIGNING, words) || matches(RATIFYING, words)
}

/** Whether an event promises something that is no paper. */
export const isUndertaking = ({ type, status }: Event): boolean =>
  type !== null && PROMISABLE.has(type) && OPEN[status] !== undefined

/** What an event does to the promise: undefined where it only supposes or threatens. */
export function stateAfter(event: Event, kind: "agreement" | "undertaking"): PromiseState | undefined {
  const open = OPEN[event.status]
  if (open !== undefined) return open
  if (event.status === "not-occurred") return "not kept"
  if (event.status !== "occurred" && event.status !== "ongoing") return undefined
  if (kind === "undertaking") return "kept"
  const words = wordsOf(event.evidence.text)
  if (event.type !== null && BREAKING_TYPES.has(event.type) && matches(BREAKING, words)) return "broken"
  return matches(RATIFYING, words) && /ratif|into force|in force/i.test(event.evidence.text)
    ? "ratified"
    : "signed"
}

/** The step that one report is. */
export const stepOf = (report: LedgerReport, state: PromiseState, happening: string): PromiseStep => ({
  state,
  date: report.event.date,
  amounts: report.event.quantities.filter(isAmount),
  evidence: evidenceOf(report, happening),
})

/** Money, and how many papers: "27 agreements", "$3.5 billion". */
const isAmount = ({ kind, unit }: Quantity): boolean =>
  kind === "money" || (kind === "count" && unit !== null && matches(PAPERS, [unit]))
