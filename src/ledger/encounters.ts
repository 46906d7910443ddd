import { outcomeOf } from "../happening/index.ts"
import type { Encounter, EventDate, LedgerParty } from "../record/index.ts"
import { sidesOf } from "./encounter-sides.ts"
import { byDay, compareText, evidenceOf, type LedgerContext, type LedgerEntry } from "./entry.ts"

const MILLISECONDS_A_DAY = 86_400_000
/** Days between two talks of one stay: a visit's arrival, its talks and its last day are often told apart. */
const STAY_GAP = 1
/** A date of more days than this is a month or a year, not a stay. */
const LONGEST_STAY = 15

/** The meetings of two states before they are joined into stays. */
interface Draft extends Encounter {
  readonly placed: boolean
  readonly owners: readonly string[]
}

/**
 * The visits, meetings and calls between two states, each once, oldest first: arrival, talks and departure are one visit, a
 * recap joins the visit that it recalls, and a report that sums up several counts nowhere.
 */
export function encountersOf(
  entries: readonly LedgerEntry[],
  pair: readonly [string, string],
  context: LedgerContext,
): Encounter[] {
  const drafts = entries.flatMap((entry) => draftOf(entry, pair, context) ?? []).sort(byCertainty)
  const joined: Draft[] = []
  for (const draft of drafts) {
    const at = joined.findIndex((other) => isSameStay(other, draft))
    if (at < 0) joined.push(draft)
    else joined[at] = join(joined[at]!, draft)
  }
  return joined
    .map(({ placed: _placed, owners: _owners, ...encounter }) => encounter)
    .sort((a, b) => compareText(`${a.from} ${a.happenings[0]}`, `${b.from} ${b.happenings[0]}`))
}

function draftOf(
  entry: LedgerEntry,
  pair: readonly [string, string],
  context: LedgerContext,
): Draft | undefined {
  const { happening, reports } = entry
  if (happening.type !== "CONSULT" || happening.date === null) return undefined
  const status = encounterStatus(entry, context)
  const sides = status === undefined ? undefined : sidesOf(entry, pair, context)
  if (status === undefined || sides === undefined || isSumOnly(entry)) return undefined
  const { guests, hosts, host, place, placed } = sides
  const { start, end } = spanOf(entry, happening.date)
  return {
    kind: happening.mode === "phone" ? "call" : host === undefined ? "meeting" : "visit",
    ...{ guests, hosts, host: host ?? null, place, placed, status },
    from: start,
    to: end,
    dayKnown: isStay(happening.date),
    onlyRecalled: happening.onlyRecalled,
    happenings: [happening.id],
    independentOwners: happening.independentOwners,
    owners: happening.owners.map(({ key }) => key),
    onlyStateMedia: happening.onlyStateMedia,
    evidence: byDay(reports).map((report) => evidenceOf(report, happening.id)),
  }
}

/** From the first to the last of the days that reports of the stay give; a month or a year adds none. */
function spanOf({ reports }: LedgerEntry, own: EventDate): Pick<EventDate, "start" | "end"> {
  if (!isStay(own)) return own
  const days = reports
    .filter(({ event }) => event.status === "occurred" || event.status === "ongoing")
    .flatMap(({ event: { date } }) => (date?.certain && isInDays(date) ? [date] : []))
  const [start = own.start] = days.map((date) => date.start).sort()
  const end =
    days
      .map((date) => date.end)
      .sort()
      .at(-1) ?? own.end
  return isStay({ ...own, start, end }) ? { start, end } : own
}

/** "His two visits last year" is no visit. */
const isSumOnly = ({ reports }: LedgerEntry): boolean =>
  reports.length > 0 &&
  reports.every(({ event }) =>
    event.quantities.some(({ kind, value, unit }) => kind === "count" && value > 1 && isActNoun(unit)),
  )
const isActNoun = (unit: string | null): boolean =>
  /^(?:visit|trip|journey|tour|meeting|talk|summit)$/.test(unit ?? "")

function encounterStatus(
  { happening }: LedgerEntry,
  { asOf }: LedgerContext,
): Encounter["status"] | undefined {
  const outcome = outcomeOf(happening, asOf)
  if (outcome === "occurred" || outcome === "ongoing" || outcome === "unknown") return outcome
  if (outcome === "pending") return "planned"
  return outcome === "cancelled" || outcome === "postponed" ? outcome : undefined
}

const lengthOf = ({ start, end }: Pick<EventDate, "start" | "end">): number =>
  (Date.parse(end) - Date.parse(start)) / MILLISECONDS_A_DAY
const isInDays = ({ precision }: EventDate): boolean => precision === "day" || precision === "time"
const isStay = (date: EventDate): boolean => lengthOf(date) <= LONGEST_STAY

/** Called off or put off: it is not the one that took place, or not yet. */
const isOff = ({ status }: Encounter): boolean => status === "cancelled" || status === "postponed"
const held = ({ status }: Encounter): boolean => status === "occurred" || status === "ongoing"

/** What is certain comes first, so that what is vague can join it: held, of known host, of known days, news. */
const byCertainty = (a: Draft, b: Draft): number =>
  Number(held(b)) - Number(held(a)) ||
  Number(b.dayKnown) - Number(a.dayKnown) ||
  Number(a.host === null) - Number(b.host === null) ||
  Number(a.onlyRecalled) - Number(b.onlyRecalled) ||
  compareText(`${a.from} ${a.happenings[0]}`, `${b.from} ${b.happenings[0]}`)

/** True where two drafts can be one stay, or one meeting. */
function isSameStay(a: Draft, b: Draft): boolean {
  if ((a.kind === "call") !== (b.kind === "call") || isOff(a) !== isOff(b)) return false
  if (a.host !== null && b.host !== null ? a.host !== b.host : a.placed && b.placed && a.place !== b.place)
    return false
  const vague = !a.dayKnown || !b.dayKnown
  if (daysApart(a, b) > (vague ? 0 : STAY_GAP)) return false
  return shareGuest(a, b)
}

function daysApart(a: Encounter, b: Encounter): number {
  const gap = Math.max(Date.parse(a.from) - Date.parse(b.to), Date.parse(b.from) - Date.parse(a.to))
  return Math.max(0, gap / MILLISECONDS_A_DAY)
}

/** The same person travels; where one of them names nobody, the same state. */
const shareGuest = (a: Encounter, b: Encounter): boolean =>
  a.guests.some((guest) => b.guests.some((other) => isSameParty(guest, other)))

const isSameParty = (a: LedgerParty, b: LedgerParty): boolean =>
  a.country === b.country && (lastWord(a.name) === lastWord(b.name) || !isPerson(a) || !isPerson(b))
const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase()
/** A person has a first and a last name; "China" and "Government of China" are the state. */
const isPerson = ({ name }: LedgerParty): boolean => / /.test(name) && !/\bof\b/.test(name)

/** The draft taken first with what the other adds; vague dates add none. */
function join(a: Draft, b: Draft): Draft {
  const precise = b.dayKnown === a.dayKnown
  const owners = [...new Set([...a.owners, ...b.owners])]
  return {
    ...a,
    kind: a.kind === "meeting" && b.kind === "visit" ? "visit" : a.kind,
    guests:
      a.host === null && b.host !== null
        ? b.guests
        : mergeParties(a.guests, b.host === a.host ? b.guests : []),
    hosts:
      a.host === null && b.host !== null ? b.hosts : mergeParties(a.hosts, b.host === a.host ? b.hosts : []),
    host: a.host ?? b.host,
    place: a.place ?? b.place,
    placed: a.placed || b.placed,
    from: precise && b.from < a.from ? b.from : a.from,
    to: precise && b.to > a.to ? b.to : a.to,
    onlyRecalled: a.onlyRecalled && b.onlyRecalled,
    happenings: [...a.happenings, ...b.happenings],
    owners,
    independentOwners: owners.length,
    onlyStateMedia: a.onlyStateMedia && b.onlyStateMedia,
    evidence: [...a.evidence, ...b.evidence].sort((x, y) =>
      compareText(`${x.reported ?? "9999"} ${x.event}`, `${y.reported ?? "9999"} ${y.event}`),
    ),
  }
}

function mergeParties(a: readonly LedgerParty[], b: readonly LedgerParty[]): LedgerParty[] {
  const persons = [...a, ...b].filter(isPerson)
  const chosen = persons.length > 0 ? persons : [...a, ...b]
  return [...new Map(chosen.map((party) => [`${party.country} ${lastWord(party.name)}`, party])).values()]
}
