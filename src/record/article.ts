import type { Span } from "./span.ts"

/** Who published an article. */
export interface Publisher {
  readonly name: string
  readonly domain?: string
}

/** Two spans between which the coder is asked to classify the relation; null where the text leaves one unsaid. */
export interface ParticipantPair {
  readonly actor: Span | null
  readonly recipient: Span | null
}

/** Why a document is kept and not coded: it is in a language that the coder does not read, or shows only its beginning. */
export type Uncoded = "language" | "paywall"

/** One document, as it comes in. Only `text` must be known; the id is derived from the content where none is given. */
export interface Article {
  readonly id: string
  readonly text: string
  readonly title?: string
  /** ISO 8601 date or date-time; anchors every relative date. */
  readonly published?: string
  readonly url?: string
  readonly publisher?: Publisher
  readonly authors?: readonly string[]
  /** ISO 639-1 code. */
  readonly language?: string
  readonly uncoded?: Uncoded
  readonly participants?: readonly ParticipantPair[]
}
