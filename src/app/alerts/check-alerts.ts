import { loadCodebook } from "../../codebook/codebook.ts"
import type { AlertQuery, LevelPoint, Store } from "../../store/index.ts"
import { bundledData } from "../bundled-data.ts"
import { readRelation } from "../pair-relation.ts"
import { type DeliverOptions, deliverDue } from "./deliver-due.ts"

type AlertStore = Pick<
  Store,
  | "alerts"
  | "lookForChanges"
  | "dueFirings"
  | "beginFirings"
  | "settleFirings"
  | "addAlert"
  | "removeAlert"
  | "firings"
  | "pairActs"
  | "occurredCounts"
>

/** What checking came to. */
export interface CheckOutcome {
  readonly alerts: number
  /** Changes found now. */
  readonly found: number
  readonly delivered: number
}

/** The months from which another level holds, of each pair that the query names and asks them of. */
export async function levelsOf(store: AlertStore, { kinds, pairs }: AlertQuery): Promise<LevelPoint[]> {
  if (!kinds.includes("level")) return []
  const codebook = loadCodebook(bundledData)
  const found: LevelPoint[] = []
  for (const pair of pairs) {
    const request = { pair, by: "month", weights: "plover", without: {} } as const
    const relation = await readRelation(store, request, codebook)
    found.push(...(relation?.series.changes ?? []).map((change) => ({ pair, ...change })))
  }
  return found
}

/** Writes down what changed since the last look. */
export const lookForChanges = (store: AlertStore, now: number): Promise<number> =>
  store.lookForChanges(({ query }) => levelsOf(store, query), new Date(now).toISOString())

/** Looks for what changed and delivers what is due; does nothing in a record without alerts. */
export async function checkAlerts(store: AlertStore, options: DeliverOptions): Promise<CheckOutcome> {
  const { length: alerts } = await store.alerts()
  if (alerts === 0) return { alerts, found: 0, delivered: 0 }
  const found = await lookForChanges(store, options.now())
  return { alerts, found, delivered: await deliverDue(store, options) }
}
