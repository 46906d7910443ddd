import type { NetworkPage, NetworkState, NetworkTie } from "../../../src/view/network-page.ts"
import type { NetworkChoices, Side } from "./choices.ts"

/** The ties that a choice leaves, and the states between which they hold. */
export interface ShownNetwork {
  readonly states: readonly NetworkState[]
  readonly ties: readonly NetworkTie[]
}

/** A tie's weight on the sides that are looked at. */
export const weightOn = (
  side: Side,
  { cooperation, conflict }: Pick<NetworkTie, "cooperation" | "conflict">,
) => (side === "both" ? cooperation + conflict : side === "cooperation" ? cooperation : conflict)

/** Ties of at least the weight asked for, heaviest first. */
export function shownOf(
  { states, ties }: Pick<NetworkPage, "states" | "ties">,
  { side, least }: Pick<NetworkChoices, "side" | "least">,
): ShownNetwork {
  const kept = ties
    .filter((tie) => weightOn(side, tie) > 0 && weightOn(side, tie) >= least)
    .sort((a, b) => weightOn(side, b) - weightOn(side, a) || (a.pair < b.pair ? -1 : 1))
  const codes = new Set(kept.flatMap(({ pair }) => pair.split("-")))
  return { states: states.filter(({ code }) => codes.has(code)), ties: kept }
}

export const statesOf = ({ pair }: NetworkTie): readonly [string, string] => {
  const [a = "", b = ""] = pair.split("-")
  return [a, b]
}
