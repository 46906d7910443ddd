import type { Quad, RelationPoint, Status } from "../record/index.ts"
import { QUADS } from "../record/index.ts"
import type { PairRow } from "./api.ts"
import { type Names, pairCountries } from "./names.ts"

/** A pair's totals, as the store counts them. */
interface PairTotals {
  readonly pair: string
  readonly happenings: number
  readonly reports: number
  readonly documents: number
  readonly first: string | null
  readonly last: string | null
}

/** Happenings of one quad class and status. */
interface QuadTally {
  readonly quad: Quad
  readonly status: Status
  readonly happenings: number
}

/** The pair's level over its whole record, where anything occurred. */
interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** One row of the list of pairs: totals, quad classes, level and a sparkline from the pair's own series. */
export function pairRow(
  totals: PairTotals,
  figures: {
    readonly tallies: readonly QuadTally[]
    readonly series: readonly RelationPoint[]
    readonly level: Share | undefined
  },
  names: Names,
): PairRow | undefined {
  const countries = pairCountries(totals.pair, names)
  if (countries === undefined) return undefined
  const [a, b] = countries
  const { tallies, series, level } = figures
  const count = (keep: (tally: QuadTally) => boolean): number =>
    tallies.reduce((sum, tally) => sum + (keep(tally) ? tally.happenings : 0), 0)
  return {
    ...totals,
    a,
    b,
    planned: count(({ status }) => status === "planned"),
    byQuad: Object.fromEntries(QUADS.map((quad) => [quad, count((tally) => tally.quad === quad)])) as Record<
      Quad,
      number
    >,
    share: level?.share ?? null,
    low: level?.low ?? null,
    high: level?.high ?? null,
    months: series.flatMap(({ period, cooperation, conflict }) =>
      cooperation + conflict > 0 ? [{ month: period.slice(0, 7), cooperation, conflict }] : [],
    ),
  }
}
