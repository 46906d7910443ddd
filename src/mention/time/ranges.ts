import type { TimeMention } from "../../record/index.ts"

const LINK = /^\s?(?:-|–|—|to|through|until|till)\s?$/
const AND = /^ and $/
const LONGEST_LINK = 9
const BEFORE_BETWEEN = 8

/** Whether the words between two dates make a range of them: "28-March 2", "from 2020 to 2022", "between May and July". */
function isRange(text: string, from: TimeMention, to: TimeMention): boolean {
  if (to.start - from.end > LONGEST_LINK) return false
  const link = text.slice(from.end, to.start)
  if (LINK.test(link)) return true
  return (
    AND.test(link) &&
    text.slice(Math.max(0, from.start - BEFORE_BETWEEN), from.start).toLowerCase() === "between "
  )
}

/** Gives both ends of a range the interval of the whole, so that either tells when; their values stay their own. */
export function spanRanges(text: string, times: readonly TimeMention[]): TimeMention[] {
  const spanned = [...times]
  for (let at = 1; at < times.length; at++) {
    const [from, to] = [times[at - 1], times[at]]
    if (from?.interval == null || to?.interval == null || from.interval.start > to.interval.end) continue
    if (!isRange(text, from, to)) continue
    const interval = { start: from.interval.start, end: to.interval.end, precision: to.interval.precision }
    spanned[at - 1] = { ...from, interval }
    spanned[at] = { ...to, interval }
  }
  return spanned
}
