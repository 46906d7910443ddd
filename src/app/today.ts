import { outcomeOf } from "../happening/index.ts"
import { levelMoves, type SplitTallies, type Tally } from "../relation/index.ts"
import type { SplitTally, Store } from "../store/index.ts"
import { duePlan, happeningRow, movedPair, type Names, silentOutlets, type TodayPage } from "../view/index.ts"
import { brokenFeeds } from "./watch/broken-feeds.ts"

const MILLISECONDS_A_DAY = 86_400_000
/** Days of news that are looked at where no first one is given. */
const DEFAULT_DAYS = 7
/** What pairs are compared with: the year before. */
const DAYS_BEFORE = 365
/** A happening that lasts more days stands on neither side of the first day. */
const LONGEST_SPAN = 30
const MOST_HAPPENINGS = 60
const MOST_PAIRS = 40

/**
 * What the news from a day on changed in the record. The last day is the newest in the record, the first by default a week's:
 * the clock is not asked, because a record may be old.
 */
export async function readToday(store: Store, names: Names, asked: string | undefined): Promise<TodayPage> {
  const { first: earliest, last: until } = await store.newsDays()
  const feeds = brokenFeeds(store.path)
  if (until === null)
    return {
      from: asked ?? null,
      until,
      earliest,
      fresh: { total: 0, happenings: [] },
      moved: { daysBefore: DAYS_BEFORE, pairs: [] },
      due: { total: 0, plans: [] },
      feeds,
      silent: [],
    }
  const window = { from: asked ?? daysBefore(until, DEFAULT_DAYS - 1), until }
  const news = await store.news({
    ...window,
    limit: MOST_HAPPENINGS,
    daysBefore: DAYS_BEFORE,
    longestSpan: LONGEST_SPAN,
  })
  return {
    ...window,
    earliest,
    fresh: { total: news.total, happenings: news.happenings.map((row) => happeningRow(row, names)) },
    moved: {
      daysBefore: DAYS_BEFORE,
      pairs: levelMoves(splitByPair(news.tallies))
        .flatMap((move) => movedPair(move, names) ?? [])
        .slice(0, MOST_PAIRS),
    },
    due: {
      total: news.due.total,
      plans: news.due.plans.map((row) => duePlan(row, outcomeOf(row.happening, until), names)),
    },
    feeds,
    silent: silentOutlets(news.outlets, window, names),
  }
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

function splitByPair(tallies: readonly SplitTally[]): SplitTallies[] {
  const byPair = new Map<string, { before: Tally[]; since: Tally[] }>()
  for (const { pair, since, owners, ...tally } of tallies) {
    const own = byPair.get(pair) ?? { before: [], since: [] }
    byPair.set(pair, own)
    // Neither side is cut into periods, so it matters on which it stands and not when.
    own[since ? "since" : "before"].push({ ...tally, voices: owners, start: null, end: null })
  }
  return [...byPair].map(([pair, split]) => ({ pair, ...split }))
}
