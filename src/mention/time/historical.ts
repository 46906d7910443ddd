import { civilOf, type Day } from "./civil.ts"
import type { TimeReading } from "./reading.ts"

/** So many years apart, a date belongs to another time than the news. */
const FAR_YEARS = 1
const LEAST_FAR_DATES = 4
/** Share of the dates with a year that must lie far from the publication. */
const FAR_SHARE = 0.6
/** An article of news points to its own week more often than to other years. */
const FAR_PER_DEICTIC = 3

/**
 * Whether an article tells of another time than its publication's, so that "in March" means the narrative's March:
 * most of the years it writes out lie far from the publication, and it hardly speaks of yesterday or Friday.
 */
export function tellsOfOtherTimes(readings: readonly TimeReading[], reference: Day | undefined): boolean {
  if (reference === undefined) return false
  const now = civilOf(reference).year
  let far = 0
  let dated = 0
  let deictic = 0
  for (const reading of readings) {
    if (reading.deictic) deictic++
    if (reading.year === undefined) continue
    dated++
    if (Math.abs(reading.year - now) > FAR_YEARS) far++
  }
  return far >= LEAST_FAR_DATES && far >= FAR_SHARE * dated && far >= FAR_PER_DEICTIC * deictic
}
