import type { CountClaim, CountVerdict, Encounter, LedgerParty, Participant } from "../record/index.ts"
import { heldOf, isCalled } from "./encounter-counts.ts"
import { compareText, evidenceOf, type LedgerEntry, type LedgerReport, partyOf } from "./entry.ts"

/** Nouns that count stays abroad, and such that count any meeting; a meeting on the host's ground is counted as a stay. */
const VISITS: ReadonlySet<string> = new Set(["visit", "trip", "journey", "tour"])
const MEETINGS: ReadonlySet<string> = new Set(["meeting", "talk", "summit", "encounter"])
const YEAR = /\b(?:in|of|during|for) (\d{4})\b/
const SINCE = /\bsince (?:([A-Z]\w+) )?(\d{4})\b/
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
)
const THIS_YEAR = /\bthis year\b/i
const LAST_YEAR = /\blast year\b/i
/** "the first at that level", "in the new term": which visits are meant the record does not know. */
const LIMITED = /\b(?:at (?:that|this|such a) level|terms?|office|tenure|years|decades?|capacity)\b/i
const OPEN: ReadonlySet<string> = new Set(["planned", "expected", "promised"])
const BEGINNING = "0001-01-01"

/**
 * Counts in the texts ("second trip in 2023", "his two visits last year"), each checked against the encounters of the record:
 * as many agree; more contradict; fewer say only that the record may not hold them all.
 */
export function countClaimsOf(
  entries: readonly LedgerEntry[],
  encounters: readonly Encounter[],
  pair: readonly [string, string],
): CountClaim[] {
  const claims = entries.flatMap(({ happening, reports }) =>
    reports.flatMap((report) => claimsIn(report, happening.id, encounters, pair)),
  )
  const seen = new Set<string>()
  return claims
    .filter(({ evidence, value, unit, who }) => {
      const key = `${evidence.document} ${value} ${unit} ${who.name}`
      return seen.has(key) ? false : seen.add(key)
    })
    .sort((a, b) => compareText(claimKey(a), claimKey(b)))
}

const claimKey = ({ evidence }: CountClaim): string => `${evidence.reported ?? "9999"} ${evidence.event}`

function claimsIn(
  report: LedgerReport,
  happening: string,
  encounters: readonly Encounter[],
  pair: readonly [string, string],
): CountClaim[] {
  const { event } = report
  if (event.type !== "CONSULT") return []
  const traveller = travellerOf(report, pair)
  if (traveller === undefined) return []
  return event.quantities.flatMap((quantity): CountClaim[] => {
    const unit = quantity.unit ?? ""
    const sense = quantity.kind === "ordinal" ? "ordinal" : "total"
    const counted = quantity.kind === "ordinal" || (quantity.kind === "count" && quantity.value > 1)
    if (!counted || !(VISITS.has(unit) || MEETINGS.has(unit))) return []
    const period = periodOf(report, quantity.period, sense)
    if (period === undefined) return []
    // "It will be the first": the one at hand is not yet among those that were held.
    const coming = sense === "ordinal" && OPEN.has(event.status) ? 1 : 0
    const kinds = VISITS.has(unit) || isAtHost(report, traveller.with) ? "visits" : "all"
    const found = countWithin(encounters, { ...traveller, ...period, kinds }) + coming
    return [
      {
        ...{ value: quantity.value, unit, sense, ...period, ...traveller },
        counted: found,
        verdict:
          period.from === BEGINNING && LIMITED.test(event.evidence.text)
            ? "record too thin"
            : verdictOf(quantity.value, found),
        evidence: evidenceOf(report, happening),
      },
    ]
  })
}

/** The record never holds too few to be wrong: what it lacks may only not be in the news that it was made from. */
const verdictOf = (claimed: number, counted: number): CountVerdict =>
  counted === claimed ? "agrees" : counted > claimed ? "contradicts" : "record too thin"

/** Who travels to whom: of a visit the actor; of a meeting on one side's ground the other side. */
function travellerOf(
  { event }: LedgerReport,
  [a, b]: readonly [string, string],
): { readonly who: LedgerParty; readonly with: string } | undefined {
  const host = event.place?.country
  if (host && host !== a && host !== b) return undefined
  const guest =
    host === a
      ? b
      : host === b
        ? a
        : event.actors.find(({ country }) => country === a || country === b)?.country
  if (guest === undefined || guest === null) return undefined
  const own = [...event.actors, ...event.recipients].filter(({ country }) => country === guest)
  const who = own.find(isPerson) ?? own[0]
  return who === undefined ? undefined : { who: partyOf(who), with: guest === a ? b : a }
}

const isPerson = ({ kind }: Participant): boolean => kind === "person"
const isAtHost = ({ event }: LedgerReport, host: string): boolean => event.place?.country === host

/** The days over which a text counts: an ordinal up to the act that it speaks of, a total over the whole period. */
function periodOf(
  { event, published }: LedgerReport,
  period: string | undefined,
  sense: CountClaim["sense"],
): { readonly from: string; readonly to: string } | undefined {
  const words = event.evidence.text
  const reported = published?.slice(0, 4)
  const since = afterPeriod(SINCE.exec(words))
  const year =
    (period !== undefined && /^\d{4}/.test(period) ? period.slice(0, 4) : undefined) ??
    (THIS_YEAR.test(words) ? reported : undefined) ??
    (LAST_YEAR.test(words) && reported !== undefined ? String(Number(reported) - 1) : undefined) ??
    YEAR.exec(words)?.[1]
  const told = published?.slice(0, 10)
  // A vague date of such a sentence is that of the other visit: "the first since March".
  const day = event.date !== null && /^(?:day|time)$/.test(event.date.precision) ? event.date.end : undefined
  const act = OPEN.has(event.status) ? told : (day ?? told)
  if (since !== undefined && act !== undefined) return { from: since, to: act }
  if (year !== undefined && sense === "total") return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (act === undefined) return undefined
  if (year !== undefined) return { from: `${year}-01-01`, to: act.startsWith(year) ? act : `${year}-12-31` }
  return { from: BEGINNING, to: act }
}

/** "since December 2023", "since 2015": the day after that month or year, which is not counted itself. */
function afterPeriod(match: RegExpExecArray | null): string | undefined {
  if (match === null) return undefined
  const [, name = "", year = ""] = match
  const month = MONTHS.indexOf(name)
  const next = new Date(Date.UTC(Number(year), month < 0 ? 12 : month + 1, 1))
  return next.toISOString().slice(0, 10)
}

interface Question {
  readonly who: LedgerParty
  readonly with: string
  readonly from: string
  readonly to: string
  readonly kinds: "visits" | "all"
}

/** Visits of the traveller, or all his meetings with the other state, that began within the days. */
function countWithin(
  encounters: readonly Encounter[],
  { who, with: other, from, to, kinds }: Question,
): number {
  return heldOf(encounters).filter(
    (encounter) =>
      encounter.from >= from &&
      encounter.from <= to &&
      encounter.kind !== "call" &&
      (kinds === "visits"
        ? encounter.host === other && encounter.guests.some((guest) => isSame(guest, who))
        : [...encounter.guests, ...encounter.hosts].some((party) => isSame(party, who))),
  ).length
}

/** A person by his name; a state by any of its people. */
const isSame = (party: LedgerParty, asked: LedgerParty): boolean =>
  party.country === asked.country &&
  (isCalled(party, asked.name) || isCalled(party, asked.name.slice(asked.name.lastIndexOf(" ") + 1)))
