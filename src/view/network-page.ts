import type { Country } from "./api.ts"
import type { PlacePoint } from "./leaders-page.ts"

/** GET /network: the states of a period and what took place between them, strongest ties first. */
export interface NetworkPage {
  readonly from: string | null
  readonly to: string | null
  /** The states of the ties below. */
  readonly states: readonly NetworkState[]
  readonly ties: readonly NetworkTie[]
  /** How many pairs of states have any weight in the period; the weakest are left out where these are too many. */
  readonly total: number
}

export interface NetworkState extends Country {
  /** Where its government sits; a drawing may begin there. */
  readonly capital: PlacePoint | null
  /** Sums over all its ties in the period, also those left out. */
  readonly cooperation: number
  readonly conflict: number
}

/** Weights as the relation index has them: |score|/5 × (1 − 0.4ᵏ), k independent owners. */
export interface NetworkTie {
  /** "BLR-CHN" */
  readonly pair: string
  readonly cooperation: number
  readonly conflict: number
  readonly happenings: number
}

/** Happenings of a pair that are alike, counted, with what one of them weighs. */
interface WeighedTally {
  readonly pair: string
  readonly cooperative: boolean
  readonly weight: number
  readonly happenings: number
}

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Ties that are given at most. */
  readonly most: number
}

interface Gazette {
  readonly countryName: (code: string) => string
  readonly capitalOf: (country: string) => PlacePoint | null
}

export function networkPage(
  tallies: readonly WeighedTally[],
  { from, to, most }: Asked,
  { countryName, capitalOf }: Gazette,
): NetworkPage {
  const ties = tiesOf(tallies)
  const sums = new Map<string, { cooperation: number; conflict: number }>()
  for (const { pair, cooperation, conflict } of ties)
    for (const code of pair.split("-")) {
      const sum = sums.get(code) ?? { cooperation: 0, conflict: 0 }
      sums.set(code, sum)
      sum.cooperation += cooperation
      sum.conflict += conflict
    }
  const shown = ties.slice(0, most)
  const codes = [...new Set(shown.flatMap(({ pair }) => pair.split("-")))].sort()
  return {
    from: from ?? null,
    to: to ?? null,
    states: codes.map((code) => ({
      code,
      name: countryName(code),
      capital: capitalOf(code),
      ...(sums.get(code) ?? { cooperation: 0, conflict: 0 }),
    })),
    ties: shown,
    total: ties.length,
  }
}

/** One tie a pair, heaviest first, then by name. Pairs in which nothing weighs are none. */
function tiesOf(tallies: readonly WeighedTally[]): NetworkTie[] {
  const ties = new Map<string, { pair: string; cooperation: number; conflict: number; happenings: number }>()
  for (const { pair, cooperative, weight, happenings } of tallies) {
    const tie = ties.get(pair) ?? { pair, cooperation: 0, conflict: 0, happenings: 0 }
    ties.set(pair, tie)
    tie[cooperative ? "cooperation" : "conflict"] += weight * happenings
    tie.happenings += happenings
  }
  return [...ties.values()]
    .filter((tie) => weightOf(tie) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.pair < b.pair ? -1 : 1))
}

const weightOf = ({ cooperation, conflict }: NetworkTie): number => cooperation + conflict
