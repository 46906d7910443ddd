import type { EventType, Status } from "../../record/index.ts"

/** A happening that was not there, one whose status is another, and a month from which another level of a pair holds. */
export const ALERT_KINDS = ["new", "status", "level"] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** Which changes are told: those that pass every list that is not empty. */
export interface AlertQuery {
  readonly kinds: readonly AlertKind[]
  /** "BLR-CHN" */
  readonly pairs: readonly string[]
  readonly types: readonly EventType[]
  /** The status as it is now. */
  readonly statuses: readonly Status[]
  /** Names or domains of publishers, one of which reports it. */
  readonly outlets: readonly string[]
  /** ISO day: what is dated wholly before is passed over. */
  readonly from?: string
}

export type AlertDelivery =
  | {
      readonly to: "webhook"
      readonly url: string
      /** Hosts that may be asked though their address is not on the public internet. */
      readonly allowedHosts: readonly string[]
      /** Variable of the environment that holds the secret; without it the store does. */
      readonly secretName?: string
    }
  /** A line of JSON is added for each firing. */
  | { readonly to: "file"; readonly path: string }
  | { readonly to: "desktop" }

export interface Alert {
  readonly id: string
  readonly name: string
  /** ISO 8601 in UTC. */
  readonly made: string
  readonly query: AlertQuery
  readonly delivery: AlertDelivery
  readonly secret: string | null
}

/** An alert with how many of its firings wait, were delivered or given up, and what went wrong last. */
export interface AlertEntry extends Alert {
  readonly waiting: number
  readonly delivered: number
  readonly givenUp: number
  readonly problem: string | null
}

/** A month from which another level of a pair's relation holds; shares of cooperation before and after, 0 to 100. */
export interface LevelPoint {
  readonly pair: string
  /** First day of the month. */
  readonly period: string
  readonly before: number
  readonly after: number
}

export type FiringState = "waiting" | "delivered" | "given up"

/** One change that an alert tells, written down until it is delivered. */
export interface Firing {
  /** Never used again: receivers know by it what they have already. */
  readonly id: string
  readonly alert: string
  readonly made: string
  /** JSON, as it is delivered. */
  readonly message: string
  readonly state: FiringState
  /** Attempts so far, the one that was under way when a process ended included. */
  readonly tries: number
  readonly problem: string | null
}

/** What became of an attempt. */
export type FiringOutcome =
  | { readonly state: "delivered" }
  | { readonly state: "waiting"; readonly next: string; readonly problem: string }
  | { readonly state: "given up"; readonly problem: string }

/** Alerts and their firings within the record. Times are ISO 8601 in UTC. */
export interface AlertLog {
  readonly alerts: () => Promise<readonly AlertEntry[]>
  /** Keeps an alert that tells what changes from now on; `levels` are the changes of its pairs that are known already. */
  readonly addAlert: (alert: Alert, levels: readonly LevelPoint[]) => Promise<void>
  /** Takes an alert out with its firings; false where there is none of this id. */
  readonly removeAlert: (id: string) => Promise<boolean>
  /**
   * Writes a firing for everything that changed since the last look, in one transaction; gives their number. `levelsOf` gives
   * the changes of level of an alert's pairs, and is only called where anything moved.
   */
  readonly lookForChanges: (
    levelsOf: (alert: Alert) => Promise<readonly LevelPoint[]>,
    time: string,
  ) => Promise<number>
  /** What waits and may be tried now, in the order in which it was made. */
  readonly dueFirings: (time: string) => Promise<readonly Firing[]>
  /** Notes that an attempt begins, before anything leaves this machine. */
  readonly beginFirings: (ids: readonly string[]) => Promise<void>
  readonly settleFirings: (ids: readonly string[], outcome: FiringOutcome, time: string) => Promise<void>
  /** Every firing, or those of one alert, in the order in which they were made. */
  readonly firings: (alert?: string) => AsyncIterable<Firing>
}
