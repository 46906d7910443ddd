import type { EventType, Quad, Status } from "./event.ts"
import type { Owner, Teller } from "./telling.ts"

/** A directed dyad's (or a pair's) cooperation and conflict in one period; method in docs: relation index. */
export interface RelationPoint {
  /** First day of the period, ISO. */
  readonly period: string
  readonly happenings: number
  /** Sums of weights over cooperative and conflictual happenings that occurred or are under way. */
  readonly cooperation: number
  readonly conflict: number
  /** Share C/(C+F) from 0 to 100 through the logit level θ, with its 95 % band; null in a period without data. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  /** Planned, expected, promised and threatened acts, apart. */
  readonly intentCooperation: number
  readonly intentConflict: number
}

/** Who acts within a pair whose codes stand in alphabetical order: the first, the second, or each upon the other. */
export type PairDirection = "forward" | "backward" | "both"

/** What the index asks of a happening between two states. */
export interface PairAct {
  readonly id: string
  /** Inclusive ISO days; null where undated. */
  readonly start: string | null
  readonly end: string | null
  readonly type: EventType
  readonly mode: string | null
  readonly quad: Quad
  readonly status: Status
  /** PLOVER's score of type and mode, −10 to 10. */
  readonly score: number
  /** The closest CAMEO code; null where none is coded. */
  readonly cameo: string | null
  readonly direction: PairDirection
  readonly reports: number
  /** How many independent owners report it, and which; null for what an older version linked. */
  readonly voices: number
  readonly owners: readonly Owner[] | null
  readonly onlyStateMedia: boolean
  /** On whose word alone it is known; empty where an outlet tells it in its own voice. */
  readonly toldOnlyBy: readonly Teller[]
}

/** So many happenings of the whole record occurred between these inclusive days. */
export interface OccurredCount {
  readonly start: string
  readonly end: string
  readonly happenings: number
}

/** Lengths of time that a series can be cut into. Weeks begin on Monday. */
export const PERIODS = ["day", "week", "month", "quarter", "year"] as const
export type Period = (typeof PERIODS)[number]

/** A share of cooperation from 0 to 100 with its 95 % band. */
export interface Level {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** One part of what occurred, by weight, with its own level. */
export interface LanePoint {
  readonly happenings: number
  readonly cooperation: number
  readonly conflict: number
  readonly level: Level | null
}

/** A level without the owner whose absence moves it most. */
export interface OwnerlessLevel {
  readonly owner: string
  /** Null where nothing is left. */
  readonly level: Level | null
}

/** One period of a pair with everything the index says of it. */
export interface PairPeriod extends RelationPoint {
  /** Logit level θ and its standard error; null in a period without data. */
  readonly theta: number | null
  readonly thetaError: number | null
  /** Level by all periods, by those up to this one: the smoothed and the filtered random walk. Wider where data are missing. */
  readonly smoothed: Level | null
  readonly filtered: Level | null
  /** The same happenings under each of the standing weights. */
  readonly byWeights: Readonly<Record<"plover" | "goldstein" | "unit", Level | null>>
  /** Material and verbal acts. */
  readonly deeds: LanePoint
  readonly words: LanePoint
  /** Acts that are known on the word of third parties alone: how others read the pair. Never in the level. */
  readonly readings: LanePoint
  readonly intents: number
  /** Happenings that occurred, by quad class, and the reports that tell of them. */
  readonly byQuad: Readonly<Record<Quad, number>>
  readonly reports: number
  /** Attention: what occurred as a percentage of all that occurred in the corpus; null where the corpus is silent or unknown. */
  readonly volume: number | null
  readonly corpus: number | null
  /** Distinct owners that report anything that occurred. */
  readonly owners: number
  /** Happenings that only state media report. */
  readonly stateOnly: number
  readonly withoutStateMedia: Level | null
  readonly withoutLargest: Level | null
  /** Null where fewer than two owners are known. */
  readonly withoutOneOwner: OwnerlessLevel | null
  /** Probability that a level that lasts begins here, 0 to 1; null in a period without data. */
  readonly changeProbability: number | null
}

/** A period from which another level holds. */
export interface LevelChange {
  readonly period: string
  /** C/(C+F) of the stretch before and of the one from here, as percentages. */
  readonly before: number
  readonly after: number
}

/** By how many points a share rose or fell, with the 95 % band of that difference. */
export interface ShareChange {
  readonly points: number
  readonly low: number
  readonly high: number
}

/** Where a pair stood before a day and where it has stood since. */
export interface LevelMove {
  readonly pair: string
  /** Null where nothing occurred. */
  readonly before: Level | null
  readonly since: Level | null
  /** How many occurred. */
  readonly happeningsBefore: number
  readonly happeningsSince: number
  /** Null where one of the levels is unknown. */
  readonly change: ShareChange | null
  /** The band of the change leaves out zero: it moved, as far as the record can tell. */
  readonly clear: boolean
}

/** What is left out of a series to see how far it rests on it. */
export interface Without {
  readonly stateMedia?: boolean
  /** Key of an owner, as happenings list them. */
  readonly owner?: string
  /** The happening that weighs most, of each period. */
  readonly largest?: boolean
}

/** The relation of a pair in periods. */
export interface PairSeries {
  readonly by: Period
  /** "plover", "goldstein", "unit", or the user's file with a fingerprint. */
  readonly weights: string
  readonly doubt: number
  readonly without: Without
  readonly points: readonly PairPeriod[]
  /** Periods from which another level, or another volume, holds. */
  readonly changes: readonly LevelChange[]
  readonly volumeChanges: readonly LevelChange[]
  /** Estimated drift of the level: standard deviation of a period's step on the logit scale. */
  readonly drift: number
  /** How much more the shares vary than independent happenings would; 1 is none. */
  readonly dispersion: number
  /** Counted in no period: undated, or dated too vaguely for one. */
  readonly undated: number
}
