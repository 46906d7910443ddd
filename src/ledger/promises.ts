import { outcomeOf } from "../happening/index.ts"
import type {
  Happening,
  LedgerParty,
  PromiseEntry,
  PromiseState,
  PromiseStep,
  Quantity,
} from "../record/index.ts"
import {
  byDay,
  compareText,
  countriesOf,
  type LedgerContext,
  type LedgerEntry,
  type LedgerReport,
  partiesOf,
  statesOf,
} from "./entry.ts"
import { isAboutAgreement, isUndertaking, stateAfter, stepOf } from "./promise-steps.ts"

const MILLISECONDS_A_DAY = 86_400_000
/** Days by which the signing may lie from the day that was foretold, and still be what was expected. */
const FULFILMENT_DAYS = 45
/** Shares by which two amounts of one package may differ: rounding, and a contract more. */
const AMOUNT_SHARE = 0.2
/** Of two steps of one day, the one that goes further is the later. */
const PROGRESS: readonly PromiseState[] = [
  "expected",
  "promised",
  "postponed",
  "unknown",
  "cancelled",
  "not kept",
  "signed",
  "kept",
  "ratified",
  "broken",
]

interface Draft {
  readonly kind: PromiseEntry["kind"]
  readonly by: readonly LedgerParty[]
  readonly to: readonly LedgerParty[]
  readonly states: readonly string[]
  readonly happenings: readonly string[]
  readonly history: readonly PromiseStep[]
  /** Days between which it was to be, or was, as far as anything tells. */
  readonly from: string | undefined
  readonly until: string | undefined
  readonly open: boolean
  /** Told where a visit is told: "during a state visit he and Xi signed a statement". */
  readonly inPassing: boolean
  readonly outcome: PromiseState | undefined
}

/**
 * Agreements and undertakings between two states with all that was said of each, oldest first. What was expected and what
 * was signed are one entry where the parties, the days and the amounts fit; what nobody reported again is unknown.
 */
export function promisesOf(entries: readonly LedgerEntry[], context: LedgerContext): PromiseEntry[] {
  const drafts = entries.flatMap((entry) => draftOf(entry, context) ?? [])
  const open = drafts.filter((draft) => draft.open).sort(byFirstStep)
  const settled = drafts.filter((draft) => !draft.open).sort(byFirstStep)
  const joined = settled.filter(({ inPassing }) => !inPassing)
  for (const told of settled.filter(({ inPassing }) => inPassing)) {
    const at = joined.findIndex((other) => isSameSigning(told, other))
    if (at < 0) joined.push(told)
    else joined[at] = join(joined[at]!, told)
  }
  for (const promise of open) {
    const at = joined.findIndex((other) => isFulfilment(promise, other))
    if (at < 0) joined.push(promise)
    else joined[at] = join(joined[at]!, promise)
  }
  return joined.map(toEntry).sort((a, b) => compareText(entryKey(a), entryKey(b)))
}

const entryKey = ({ history, id }: PromiseEntry): string => `${stepDay(history[0])} ${id}`
const stepDay = (step: PromiseStep | undefined): string =>
  step?.evidence.reported ?? (step?.date?.certain ? step.date.start : undefined) ?? "9999"
const byFirstStep = (a: Draft, b: Draft): number =>
  compareText(`${stepDay(a.history[0])} ${a.happenings[0]}`, `${stepDay(b.history[0])} ${b.happenings[0]}`)

function draftOf({ happening, reports }: LedgerEntry, context: LedgerContext): Draft | undefined {
  const about = reports.filter(({ event }) => isAboutAgreement(event))
  const kind = about.length > 0 ? "agreement" : "undertaking"
  // What was foretold of a meeting stands among the encounters.
  if (kind === "undertaking" && happening.type === "CONSULT") return undefined
  const telling = about.length > 0 ? about : byDay(reports)
  if (kind === "undertaking" && !(telling[0] && isUndertaking(telling[0].event))) return undefined
  const history = byDay(telling).flatMap((report) => {
    const state = stateAfter(report.event, kind)
    return state === undefined ? [] : [stepOf(report, state, happening.id)]
  })
  if (history.length === 0) return undefined
  const date = telling.find(({ event }) => event.date?.certain)?.event.date ?? happening.date
  const outcome = outcomeOf(happening, context.asOf)
  return {
    kind,
    ...sidesOf(telling, happening),
    states: statesOf([...partiesOf(happening.actors), ...partiesOf(happening.recipients)]),
    happenings: [happening.id],
    history,
    from: date?.start,
    until: date?.end,
    open: history.every(({ state }) => state === "expected" || state === "promised"),
    inPassing: happening.type === "CONSULT",
    outcome:
      outcome === "unknown" || outcome === "postponed" || outcome === "cancelled" ? outcome : undefined,
  }
}

/** Who promises whom, as the first report says that names most states; else all who stand in the happening. */
function sidesOf(
  reports: readonly LedgerReport[],
  { actors, recipients }: Happening,
): Pick<Draft, "by" | "to"> {
  const [first] = [...reports].sort((a, b) => statesNamed(b) - statesNamed(a))
  if (first === undefined || statesNamed(first) < 2)
    return { by: partiesOf(actors), to: partiesOf(recipients) }
  return { by: partiesOf(first.event.actors), to: partiesOf(first.event.recipients) }
}

/** Two states are a pair; more are a misreading as often as a treaty of three. */
const statesNamed = ({ event }: LedgerReport): number =>
  Math.min(2, countriesOf([...event.actors, ...event.recipients]).length)

/** True where the settled entry is what the open one foretold. */
function isFulfilment(open: Draft, settled: Draft): boolean {
  if (open.kind !== settled.kind || open.kind !== "agreement") return false
  const shared = countriesOf([...open.by, ...open.to]).filter((state) => settled.states.includes(state))
  if (shared.length < 2 || open.from === undefined || settled.from === undefined) return false
  const apart = Math.max(
    daysBetween(open.until ?? open.from, settled.from),
    daysBetween(settled.until ?? settled.from, open.from),
  )
  if (apart > FULFILMENT_DAYS || daysBetween(settled.until ?? settled.from, open.from) > 0) return false
  return amountsFit(open.history, settled.history)
}

/** True where what a visit's report tells of a signing is the signing that another report tells by itself. */
const isSameSigning = (told: Draft, other: Draft): boolean =>
  told.kind === other.kind &&
  told.states.filter((state) => other.states.includes(state)).length > 1 &&
  told.from !== undefined &&
  other.from !== undefined &&
  daysBetween(told.until ?? told.from, other.from) <= 0 &&
  daysBetween(other.until ?? other.from, told.from) <= 0 &&
  amountsFit(told.history, other.history)

const daysBetween = (earlier: string, later: string): number =>
  (Date.parse(later) - Date.parse(earlier)) / MILLISECONDS_A_DAY

/** Sums of one currency must be about the same; where one of them names none, nothing stands against it. */
function amountsFit(a: readonly PromiseStep[], b: readonly PromiseStep[]): boolean {
  const left = moneyOf(a)
  const right = moneyOf(b)
  return (
    left.length === 0 || right.length === 0 || left.some((one) => right.some((other) => isAbout(one, other)))
  )
}
const moneyOf = (steps: readonly PromiseStep[]): Quantity[] =>
  steps.flatMap(({ amounts }) => amounts.filter(({ kind }) => kind === "money"))
const isAbout = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && Math.abs(a.value - b.value) <= AMOUNT_SHARE * Math.max(a.value, b.value)

const join = (settled: Draft, open: Draft): Draft => ({
  ...settled,
  by: settled.by.length > 0 ? settled.by : open.by,
  to: settled.to.length > 0 ? settled.to : open.to,
  happenings: [...open.happenings, ...settled.happenings],
  history: [...open.history, ...settled.history].sort(
    (a, b) => compareText(stepDay(a), stepDay(b)) || PROGRESS.indexOf(a.state) - PROGRESS.indexOf(b.state),
  ),
})

function toEntry(draft: Draft): PromiseEntry {
  const state = stateOf(draft)
  const telling = draft.history.findLast((step) => step.state === state && step.amounts.length > 0)
  const amounts = telling ?? draft.history.findLast((step) => step.amounts.length > 0)
  return {
    id: draft.happenings[0]!,
    ...{ kind: draft.kind, by: draft.by, to: draft.to, state },
    amounts: amounts?.amounts ?? [],
    history: draft.history,
    happenings: draft.happenings,
  }
}

/** The furthest that any report says it came; a plan whose day has passed with no further word is unknown. */
function stateOf({ history, open, outcome }: Draft): PromiseState {
  if (open) return outcome ?? history.at(-1)!.state
  return history.reduce(
    (best, { state }) => (PROGRESS.indexOf(state) > PROGRESS.indexOf(best) ? state : best),
    history[0]!.state,
  )
}
