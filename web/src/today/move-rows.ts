import type { MovedPair } from "../../../src/view/today-page.ts"
import type { ChartRow } from "../export/table-text.ts"

/** What the chart of moves shows, one line a pair. */
export const moveRows = (pairs: readonly MovedPair[], from: string, until: string): ChartRow[] =>
  pairs.map(({ pair, a, b, before, since, change, clear, happeningsBefore, happeningsSince }) => ({
    pair,
    country_a: a.name,
    country_b: b.name,
    from,
    until,
    share_before: before?.share ?? null,
    share_before_low: before?.low ?? null,
    share_before_high: before?.high ?? null,
    happenings_before: happeningsBefore,
    share_since: since?.share ?? null,
    share_since_low: since?.low ?? null,
    share_since_high: since?.high ?? null,
    happenings_since: happeningsSince,
    change: change?.points ?? null,
    change_low: change?.low ?? null,
    change_high: change?.high ?? null,
    clear,
  }))
