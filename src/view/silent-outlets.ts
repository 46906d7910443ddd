import type { Publisher } from "../record/index.ts"
import { type Names, outletLabel } from "./names.ts"
import type { SilentOutlet } from "./today-page.ts"

/** The year of an outlet that ends with its last article. */
interface Presence {
  readonly publisher: Publisher
  /** Inclusive ISO days. */
  readonly first: string
  readonly last: string
  readonly articles: number
}

const MILLISECONDS_A_DAY = 86_400_000
/** Fewer articles tell no rhythm. */
const FEWEST_ARTICLES = 5
/** At its own pace an outlet is silent for so many mean gaps but one time in twenty (−ln 0.05). */
const GAPS_OF_SILENCE = 3

/**
 * Outlets whose silence became too long for chance within the window: at the pace of the year before its last article (taken as
 * random in time), a stretch without any would have come about less than one time in twenty. Longest silence last.
 */
export function silentOutlets(
  outlets: readonly Presence[],
  { from, until }: { readonly from: string; readonly until: string },
  names: Pick<Names, "outlets">,
): SilentOutlet[] {
  return outlets
    .flatMap(({ publisher, first, last, articles }) => {
      if (articles < FEWEST_ARTICLES) return []
      const gap = daysBetween(first, last) / (articles - 1)
      const noticed = dayAfter(last, Math.max(1, Math.ceil(GAPS_OF_SILENCE * gap)))
      if (noticed < from || noticed > until) return []
      const outlet = outletLabel(publisher, last, names)
      return outlet === null
        ? []
        : [{ outlet, last, articles, daysBetween: gap, silent: daysBetween(last, until) }]
    })
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.outlet.name < b.outlet.name ? -1 : 1))
}

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / MILLISECONDS_A_DAY
const dayAfter = (day: string, days: number): string =>
  new Date(timeOf(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
