import type {
  AbsenceClaim,
  CountClaim,
  Encounter,
  EventDate,
  Evidence,
  Ledger,
  LedgerParty,
  PromiseEntry,
  Quantity,
  StandingFact,
} from "../record/index.ts"

/** One line of the ledger, for a terminal or a spreadsheet; what is unknown is empty. */
export interface LedgerRow {
  readonly section: "encounter" | "count in a text" | "promise" | "standing" | "absence"
  readonly kind: string
  readonly by: string
  readonly to: string
  readonly state: string
  readonly from: string
  readonly until: string
  readonly amounts: string
  /** What a reader needs beside it: the words, or what the record counts. */
  readonly detail: string
  readonly outlets: string
  readonly reports: number
}

/** The ledger's entries one below the other, section by section. */
export const ledgerRows = (ledger: Ledger): LedgerRow[] => [
  ...ledger.encounters.map(encounterRow),
  ...ledger.claims.map(claimRow),
  ...ledger.promises.map(promiseRow),
  ...ledger.standing.map(standingRow),
  ...ledger.absences.map(absenceRow),
]

const namesOf = (parties: readonly LedgerParty[]): string => parties.map(({ name }) => name).join(", ")

export function encounterRow(encounter: Encounter): LedgerRow {
  const { kind, guests, hosts, host, place, from, to, dayKnown, status, evidence } = encounter
  return {
    section: "encounter",
    kind: encounter.onlyRecalled ? `${kind}, recalled` : kind,
    by: namesOf(guests),
    to: hosts.length === 0 ? (host ?? "") : namesOf(hosts),
    state: status,
    from,
    until: dayKnown ? to : `about ${to.slice(0, 7)}`,
    amounts: "",
    detail: place ?? "",
    ...told(evidence),
  }
}

const claimRow = ({
  value,
  unit,
  sense,
  from,
  to,
  who,
  counted,
  verdict,
  evidence,
  ...claim
}: CountClaim): LedgerRow => ({
  section: "count in a text",
  kind: sense === "ordinal" ? `${unit} number ${value}` : `${value} ${unit}s in all`,
  by: who.name,
  to: claim.with,
  state: verdict,
  from: from === "0001-01-01" ? "" : from,
  until: to,
  amounts: "",
  detail: `the record counts ${counted}: “${evidence.words}”`,
  ...told([evidence]),
})

const promiseRow = ({ kind, by, to, state, amounts, history }: PromiseEntry): LedgerRow => ({
  section: "promise",
  kind,
  by: namesOf(by),
  to: namesOf(to),
  state,
  from: dayOf(history[0]?.date ?? null) || (history[0]?.evidence.reported ?? ""),
  until: "",
  amounts: amountWords(amounts),
  detail: history.map((step) => `${step.evidence.reported ?? "undated"} ${step.state}`).join(" → "),
  ...told(history.map(({ evidence }) => evidence)),
})

const standingRow = ({ kind, by, to, state, since, until, history }: StandingFact): LedgerRow => ({
  section: "standing",
  kind,
  by: namesOf(by),
  to: namesOf(to),
  state,
  from: dayOf(since),
  until: dayOf(until),
  amounts: "",
  detail: history.map((step) => `${dayOf(step.date) || step.evidence.reported} ${step.change}`).join(" → "),
  ...told(history.map(({ evidence }) => evidence)),
})

const absenceRow = ({ type, by, to, asOf, verdict, evidence, against }: AbsenceClaim): LedgerRow => ({
  section: "absence",
  kind: `never ${type}`,
  by: namesOf(by),
  to: namesOf(to),
  state: verdict,
  from: "",
  until: asOf ?? "",
  amounts: "",
  detail: [`“${evidence.words}”`, ...against.map(({ date, when }) => `${when}: ${date}`)].join("; "),
  ...told([evidence]),
})

const dayOf = (date: EventDate | null): string => date?.start ?? ""

const amountWords = (amounts: readonly Quantity[]): string => amounts.map(({ text }) => text).join(", ")

const told = (evidence: readonly Evidence[]): Pick<LedgerRow, "outlets" | "reports"> => ({
  outlets: [...new Set(evidence.flatMap(({ outlet }) => outlet ?? []))].sort().join(", "),
  reports: evidence.length,
})
