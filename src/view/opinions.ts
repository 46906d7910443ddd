import type { EventType, Status, TextSpan } from "../record/index.ts"

/** What a second coder says of an event of an article, or which event it would add. */
export interface OpinionEntry {
  readonly kind: "confirm" | "doubt" | "propose"
  /** The event that is confirmed or doubted; null for a proposal. */
  readonly event: string | null
  /** What is proposed, and between whom, in the words of the article; null and empty otherwise. */
  readonly type: EventType | null
  readonly status: Status | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly evidence: TextSpan
  readonly reason: string | null
}

/** One second coder's opinion of an article. */
export interface ArticleOpinion {
  readonly model: string
  /** ISO 8601 in UTC. */
  readonly time: string
  /** Parts of its answer that were thrown away. */
  readonly refused: number
  readonly entries: readonly OpinionEntry[]
}
