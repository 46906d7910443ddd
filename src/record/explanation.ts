import type { Event, EventType, Status } from "./event.ts"
import type { TextSpan } from "./span.ts"

/** What one thing that the coder saw adds to a class's score, in log-odds; negative where it speaks against the class. */
export interface Contribution {
  readonly feature: string
  readonly contribution: number
}

/** A class with its probability and what spoke for and against it most. */
export interface ClassReasons {
  readonly name: string
  readonly probability: number
  readonly for: readonly Contribution[]
  readonly against: readonly Contribution[]
}

/** What a weighing of features says of the class that was taken, and of the likeliest other. */
export interface Weighed {
  readonly chosen: ClassReasons
  readonly runnerUp: ClassReasons | null
}

/** One step along the syntax tree: "arrived", down by nsubj, to "Lukashenko". */
export interface PathStep {
  readonly direction: "up" | "down"
  readonly relation: string
  /** The preposition that marks the word, where it has one. */
  readonly marker: string | null
  readonly word: string
}

export interface ExplainedParticipant extends TextSpan {
  readonly side: "actor" | "recipient"
  readonly name: string
  readonly country: string | null
  /** From the trigger; null where it stands in another sentence or far away. */
  readonly path: readonly PathStep[] | null
  /** The way by which the rules of syntax reached it ("nsubj", "prep:with"); null where they did not. */
  readonly rule: string | null
  /** How probable each side is by the model of roles. */
  readonly probability: { readonly actor: number; readonly recipient: number }
}

/** Why an event was coded so, or why none was. Probabilities are from 0 to 1. */
export interface Explanation {
  readonly document: string
  /** Whoever read the article for this explanation. */
  readonly coder: string
  /** The event as it is coded now; null where the word reports none that is put on record. */
  readonly event: Event | null
  readonly evidence: TextSpan
  readonly trigger: TextSpan & { readonly lemma: string }
  readonly type: {
    readonly decided: EventType
    /** That the word reports an event of this category, after everything that was asked. */
    readonly probability: number
    /**
     * The features that are weighed here; these and a neural network that read the sentence too, or the network against
     * them; or a second opinion, where the hand-written predicates or the model of pairs were believed rather.
     */
    readonly decidedBy: "features" | "features and network" | "network" | "second opinion"
    readonly weighed: Weighed
    /** The row of the lexicon of predicates that the words fit. */
    readonly predicate: {
      readonly row: string
      readonly type: EventType
      readonly mode: string | null
    } | null
  }
  readonly mode: string | null
  readonly status: {
    readonly decided: Status
    readonly decidedBy: "rules" | "features" | "second opinion"
    /** What the rules read, and from what. */
    readonly rule: { readonly status: Status; readonly reason: string }
    readonly weighed: Weighed
  }
  readonly participants: readonly ExplainedParticipant[]
  readonly record: {
    /** That an analyst would put it on record, by the filter; what other grounds vouch for; and from where on it is kept. */
    readonly probability: number
    readonly assurance: number
    readonly threshold: number
    readonly weighed: Weighed
    /** Sure enough, but another word of the sentence tells the same more surely. */
    readonly repeated: boolean
  }
  /** What category, mode and status mean, in the codebook's words. */
  readonly definitions: readonly string[]
}
