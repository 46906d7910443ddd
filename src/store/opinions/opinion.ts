import type { Article, Event, EventType, Status, TextSpan } from "../../record/index.ts"

/** What a second coder says of one event, or which event it would add; the words stand in the text as they are. */
export type OpinionItem =
  | {
      readonly kind: "confirm" | "doubt"
      /** The event's id. */
      readonly event: string
      readonly evidence: TextSpan
      readonly reason: string | null
    }
  | {
      readonly kind: "propose"
      readonly type: EventType
      readonly status: Status
      readonly actors: readonly TextSpan[]
      readonly recipients: readonly TextSpan[]
      readonly evidence: TextSpan
      readonly reason: string | null
    }

/** What a second coder says of one document. */
export interface Opinion {
  readonly document: string
  /** Of the document when it was read, and whose events were shown. */
  readonly contentHash: string
  readonly coder: string
  /** The second coder's name, as its endpoint knows it. */
  readonly model: string
  /** Scheme, host and port. */
  readonly endpoint: string
  /** Version of what it was asked. */
  readonly prompt: string
  /** ISO 8601 in UTC. */
  readonly time: string
  /** Parts of the answer that were thrown away: words that are not in the text, unknown codes. */
  readonly refused: number
  readonly items: readonly OpinionItem[]
}

/** A document with its events as they were coded, for a second coder to read. */
export interface DocumentToJudge {
  readonly article: Article
  readonly events: readonly Event[]
  readonly contentHash: string
  readonly coder: string
}

export interface OpinionRequest {
  readonly model: string
  readonly prompt: string
  readonly limit: number
  /** Only these documents. */
  readonly documents?: readonly string[]
}

/** The layer of second opinions within the record; nothing in it changes what was coded. */
export interface OpinionLog {
  /** Coded documents without an opinion of this model on their present content and events, latest first. */
  readonly documentsToJudge: (request: OpinionRequest) => Promise<readonly DocumentToJudge[]>
  /** Keeps an opinion in place of an earlier one of the same model on the same document. */
  readonly putOpinion: (opinion: Opinion) => Promise<void>
  /** Opinions on documents as they stand now, by document and model; those on what has changed since are left out. */
  readonly opinions: (document?: string) => Promise<readonly Opinion[]>
}
