/** Which ties the network shows; kept whole in the address. */
export interface NetworkChoices {
  /** Inclusive ISO days on which a happening may begin. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly side: Side
  /** Weight below which a tie is left out. */
  readonly least: number
  /** Alpha-3 of the state whose ties are looked at. */
  readonly state: string | undefined
}

export const SIDES = ["both", "cooperation", "conflict"] as const
export type Side = (typeof SIDES)[number]

/** A tie that one deed makes, reported by one owner, weighs about this much. */
export const DEFAULT_LEAST = 0.5
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const WEIGHT = /^\d{1,4}(\.\d{1,2})?$/

const dayOf = (text: string | null): string | undefined =>
  text !== null && ISO_DAY.test(text) ? text : undefined

/** Reads the query of an address; values that mean nothing are as if absent. */
export function readNetworkChoices(query: URLSearchParams): NetworkChoices {
  const least = query.get("least") ?? ""
  return {
    from: dayOf(query.get("from")),
    to: dayOf(query.get("to")),
    side: SIDES.find((side) => side === query.get("side")) ?? "both",
    least: WEIGHT.test(least) ? Number(least) : DEFAULT_LEAST,
    state: query.get("state") || undefined,
  }
}

export function writeNetworkChoices({ from, to, side, least, state }: NetworkChoices): string {
  const query = new URLSearchParams()
  if (from !== undefined) query.set("from", from)
  if (to !== undefined) query.set("to", to)
  if (side !== "both") query.set("side", side)
  if (least !== DEFAULT_LEAST) query.set("least", String(least))
  if (state !== undefined) query.set("state", state)
  return query.size === 0 ? "" : `?${query}`
}

/** What the server is asked for. */
export function periodQuery({ from, to }: NetworkChoices): URLSearchParams {
  const query = new URLSearchParams()
  if (from !== undefined) query.set("from", from)
  if (to !== undefined) query.set("to", to)
  return query
}
