import type { Event } from "../record/index.ts"
import { familyOf } from "./families.ts"
import type { DocumentMeta, Report } from "./report.ts"
import { PLANS, toReport } from "./report.ts"

/** Meetings of more parties than this are looked for by each party, not by each pair. */
const MOST_PAIRED_PARTIES = 6
/** From this many parties on, a meeting is also looked for by each party, to meet the larger ones. */
const FEWEST_LISTED_PARTIES = 4
/** Days for which a standing thing's reports are taken together. */
export const STANDING_DAYS = 30
/** Days by which the dates of two reports of one act may miss each other: a dateline here, the act's own day there. */
export const DAY_SLACK = 1
/** Days by which a planned act may come late and still be the one that was planned. */
export const PLAN_SLIP = 7
/** Types whose reports often leave a side unsaid but name the place. */
const PLACED_TYPES: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"])

/**
 * The blocks in which an event's other reports stand: stretches of days, type and parties. Two events that share no key are never
 * one happening and never influence each other, so a corpus can be linked in parts that share no key. The time stands first: who
 * goes through the keys in their order needs the events of a few weeks at a time.
 */
export function linkKeys(
  event: Event,
  meta: DocumentMeta = {},
  isCountry?: (name: string) => boolean,
): string[] {
  const report = toReport(event, meta, isCountry)
  return report === undefined ? [] : reportKeys(report)
}

/** The keys of a report that is worked out already. */
export function reportKeys(report: Report): string[] {
  const { event, type } = report
  const family = familyOf(type)
  const times = timeKeys(report)
  const blocks = [...partyKeys(report), ...placeKeys(report)]
  const keys = blocks.flatMap((block) => times.map((time) => `${time}|${family}|${block}`))
  // Repetitions within one document meet here, whatever they leave unsaid.
  for (const party of report.parties) keys.push(`#${event.document}|${family}|${party}`)
  return [...new Set(keys)]
}

/** Stretches of days: what a dense record holds of one pair in a week is little enough to be compared one by one. */
const STRETCH_DAYS = 7

/** The numbers of the stretches from one day to another. */
function stretches(from: number, to: number): string[] {
  const keys: string[] = []
  for (let at = Math.floor(from / STRETCH_DAYS); at <= Math.floor(to / STRETCH_DAYS); at++) keys.push(`${at}`)
  return keys
}

function timeKeys({ period, standing, published, status }: Report): string[] {
  if (standing && published !== undefined)
    return stretches(published, published + STANDING_DAYS).map((stretch) => `standing ${stretch}`)
  if (period === undefined) return ["undated"]
  // A plan is looked for after its day, too; what it becomes need not look back.
  return stretches(period.from - DAY_SLACK, period.to + (PLANS.has(status) ? PLAN_SLIP : DAY_SLACK))
}

function partyKeys({ event, parties, actors, recipients }: Report): string[] {
  if (parties.length === 0) return []
  if (parties.length === 1) return [`${parties[0]}-`]
  const keys: string[] = []
  const oneSided = actors.length === 0 || recipients.length === 0
  if (!event.reciprocal && !oneSided) {
    for (const actor of actors) for (const recipient of recipients) keys.push(pairKey(actor, recipient))
    return keys
  }
  if (parties.length <= MOST_PAIRED_PARTIES)
    parties.forEach((party, at) => {
      for (const other of parties.slice(at + 1)) keys.push(pairKey(party, other))
    })
  if (parties.length >= FEWEST_LISTED_PARTIES) for (const party of parties) keys.push(`${party}+`)
  return keys
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}-${b}` : `${b}-${a}`)

const placeKeys = ({ type, place }: Report): string[] =>
  place !== null && place.latitude !== null && PLACED_TYPES.has(type)
    ? [`in ${place.name.toLowerCase()}`]
    : []
