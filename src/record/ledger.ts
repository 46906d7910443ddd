import type { EventDate, EventType } from "./event.ts"
import type { Attribution, Quantity } from "./mention.ts"

/** Where an entry of the ledger comes from: the words, the document, and who says so there. */
export interface Evidence {
  readonly event: string
  readonly document: string
  readonly happening: string
  /** ISO day of publication; null where unknown. */
  readonly reported: string | null
  readonly outlet: string | null
  readonly words: string
  /** Who says so within the document, outermost first; empty where it says so in its own voice. */
  readonly attribution: readonly Attribution[]
}

/** Somebody in the ledger: a person with his country, or the country alone. */
export interface LedgerParty {
  readonly name: string
  /** Alpha-3; null for an organisation of states. */
  readonly country: string | null
}

/** How far a promise has come. */
export const PROMISE_STATES = [
  "expected",
  "promised",
  "signed",
  "ratified",
  "kept",
  "postponed",
  "cancelled",
  "not kept",
  "broken",
  "unknown",
] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

export interface PromiseStep {
  readonly state: PromiseState
  /** When it was so: the event's own date where the text gives one. */
  readonly date: EventDate | null
  readonly amounts: readonly Quantity[]
  readonly evidence: Evidence
}

/** An agreement or an undertaking: expected, promised, signed, ratified, kept or broken. */
export interface PromiseEntry {
  /** The happening that it was first seen in. */
  readonly id: string
  readonly kind: "agreement" | "undertaking"
  readonly by: readonly LedgerParty[]
  readonly to: readonly LedgerParty[]
  readonly state: PromiseState
  /** Money of the step that the state rests on, else of the latest that gives any. */
  readonly amounts: readonly Quantity[]
  readonly history: readonly PromiseStep[]
  /** All happenings that it went through. */
  readonly happenings: readonly string[]
}

/** One stay of a guest in a host's country, or one meeting elsewhere, however many reports and talks it has. */
export interface Encounter {
  readonly kind: "visit" | "meeting" | "call"
  /** The guests of a visit; of a meeting everybody. */
  readonly guests: readonly LedgerParty[]
  readonly hosts: readonly LedgerParty[]
  /** Alpha-3 of the country visited; null for meetings elsewhere. */
  readonly host: string | null
  readonly place: string | null
  readonly from: string
  readonly to: string
  /** False where only a month or a year is known. */
  readonly dayKnown: boolean
  readonly status: "occurred" | "ongoing" | "planned" | "unknown" | "cancelled" | "postponed"
  /** No report of the time is in the record. */
  readonly onlyRecalled: boolean
  readonly happenings: readonly string[]
  readonly independentOwners: number
  readonly onlyStateMedia: boolean
  readonly evidence: readonly Evidence[]
}

/** Encounters of one leader, or of one state where no leader is named, with one state in one year. */
export interface EncounterCount {
  readonly who: LedgerParty
  readonly with: string
  readonly year: string
  readonly visits: number
  readonly received: number
  readonly meetings: number
  readonly calls: number
  readonly planned: number
}

/** What the record says to a count in a text ("second trip in 2023"). */
export type CountVerdict = "agrees" | "contradicts" | "record too thin"

export interface CountClaim {
  readonly value: number
  /** "visit", "meeting". */
  readonly unit: string
  /** An ordinal speaks of the encounter at hand, a total of all in the period. */
  readonly sense: "ordinal" | "total"
  readonly from: string
  readonly to: string
  readonly who: LedgerParty
  readonly with: string
  readonly counted: number
  readonly verdict: CountVerdict
  readonly evidence: Evidence
}

/** Kinds of standing facts, as data/ledger/standing.tsv names them. */
export interface StandingStep {
  readonly change: "begins" | "extends" | "eases" | "ends" | "announced" | "denied" | "stands"
  readonly date: EventDate | null
  readonly evidence: Evidence
}

/** What holds between two states from one day to another. */
export interface StandingFact {
  readonly kind: string
  readonly by: readonly LedgerParty[]
  readonly to: readonly LedgerParty[]
  readonly state: "in force" | "eased" | "ended" | "announced" | "denied"
  /** Null where it stood before the record begins. */
  readonly since: EventDate | null
  readonly until: EventDate | null
  readonly history: readonly StandingStep[]
}

/** "Has never officially condemned": a dated claim that no such thing ever happened. */
export interface AbsenceClaim {
  readonly type: EventType
  readonly by: readonly LedgerParty[]
  readonly to: readonly LedgerParty[]
  /** The day up to which it is claimed; null where nothing tells. */
  readonly asOf: string | null
  readonly evidence: Evidence
  /** Happenings of the kind between the same parties that the record holds, with when they were. */
  readonly against: readonly {
    readonly when: "before" | "later"
    readonly evidence: Evidence
    readonly date: string
  }[]
  readonly verdict: "contradicted" | "overtaken" | "stands"
}

/** Everything that holds between two states. */
export interface Ledger {
  /** "BLR-CHN" */
  readonly pair: string
  /** The day from which plans and promises are seen. */
  readonly asOf: string | null
  readonly promises: readonly PromiseEntry[]
  readonly encounters: readonly Encounter[]
  readonly counts: readonly EncounterCount[]
  readonly claims: readonly CountClaim[]
  readonly standing: readonly StandingFact[]
  readonly absences: readonly AbsenceClaim[]
}
