import type { EventType, Status } from "./event.ts"
import type { Span, TextSpan } from "./span.ts"

/**
 * What an analyst can say of an event: it is right, it should read so, it is none; take back what was said before; or that
 * there is one that the coder missed.
 */
export const CORRECTION_KINDS = ["confirm", "fix", "reject", "undo", "add"] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/** Who coded an event that an analyst added. */
export const ANALYST = "analyst"

/** A participant as an analyst gives it; `span` null where the words of the article were not pointed to. */
export interface JudgedParty {
  readonly name: string
  /** Alpha-3, null where it belongs to none. */
  readonly country: string | null
  readonly sector: string | null
  readonly span: Span | null
}

/** The fields of an event that an analyst judges. Days are inclusive and ISO. */
export interface JudgedFields {
  readonly type: EventType | null
  readonly mode: string | null
  readonly status: Status
  readonly background: boolean
  readonly actors: readonly JudgedParty[]
  readonly recipients: readonly JudgedParty[]
  readonly date: { readonly start: string; readonly end: string } | null
  readonly place: { readonly name: string; readonly country: string | null } | null
}
export type JudgedField = keyof JudgedFields

/** In the order in which they are shown. */
export const JUDGED_FIELDS = [
  "type",
  "mode",
  "status",
  "actors",
  "recipients",
  "date",
  "place",
  "background",
] as const satisfies readonly JudgedField[]

/** By which a corrected event is known again after its article was coded anew: its words, not its id alone. */
export interface CorrectionTarget {
  readonly document: string
  /** SHA-256 of the document's content when it was corrected. */
  readonly contentHash: string
  /** The event's id at that time. */
  readonly event: string
  readonly evidence: TextSpan
  readonly trigger: TextSpan | null
  /** Of an added event: index of its sentence in the article, from 0. */
  readonly sentence?: number
}

/** One thing that one analyst said of one event. Corrections are added, never changed. */
export interface Correction {
  /** Digest of everything else. */
  readonly id: string
  readonly kind: CorrectionKind
  readonly author: string
  /** ISO 8601 in UTC. */
  readonly time: string
  readonly note: string | null
  readonly target: CorrectionTarget
  /** Who coded the event that was judged. */
  readonly coder: string
  /** The fields as they stood before the analyst; of an addition, as the analyst gives them. */
  readonly seen: JudgedFields
  /** Of a fix: the fields that should read otherwise. */
  readonly changes: Partial<JudgedFields>
  /** Of an undo: the correction that it takes back. */
  readonly undoes: string | null
}

/** What an event carries of the corrections that it stands by. */
export interface EventCorrection {
  readonly kind: Exclude<CorrectionKind, "undo">
  readonly author: string
  readonly time: string
  readonly note: string | null
  /** Fields that read otherwise than they were coded. */
  readonly changed: readonly JudgedField[]
}

/** Where an analyst's own judgement differs from the one that stands. */
export interface Dissent {
  readonly author: string
  readonly time: string
  /** True where the analyst holds that it is no event. */
  readonly rejected: boolean
  /** What the analyst vouches for, where it reads otherwise. */
  readonly fields: Partial<JudgedFields>
}

/** Everything that was said of one event. */
export interface Review {
  /** What stands; null where nothing was said, or all was taken back. */
  readonly standing: (EventCorrection & { readonly id: string; readonly rejected: boolean }) | null
  /** The fields as they were coded, or as they were added where nobody coded them. */
  readonly coded: JudgedFields
  readonly dissent: readonly Dissent[]
  /** Oldest first. */
  readonly history: readonly (Correction & { readonly undone: boolean })[]
}
