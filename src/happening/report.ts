import type { Event, EventType, Participant, PlanChange, Publisher, Status } from "../record/index.ts"
import { dayNumber } from "./day.ts"
import { planChange } from "./plan-change.ts"
import { isActAtHand, isSum } from "./sums.ts"
import { contentWords } from "./words.ts"

/** What linking needs to know of a document beside its events. */
export interface DocumentMeta {
  readonly published?: string
  readonly publisher?: Publisher
  /** MinHash of its text (`textSignature`), by which copies of one text are known. */
  readonly signature?: string
}

/** When a report's event can have been: inclusive day numbers, and how far the text itself commits to them. */
export interface Period {
  readonly from: number
  readonly to: number
  /** 0 where the text gives days, 1 a longer stretch, 2 where the date is filled in from the publication. */
  readonly rank: 0 | 1 | 2
}

/** Persons' names in lower case by the code of the party whom they act for. */
export type Persons = ReadonlyMap<string, readonly string[]>

/** One event of one document, with what is compared worked out once. */
export interface Report {
  readonly event: Event
  /** What it is compared as: word that a meeting is put off is a report of the meeting. */
  readonly type: EventType
  readonly status: Status
  readonly change: PlanChange | undefined
  /** "two visits last year": it speaks of several acts at once. */
  readonly sum: boolean
  readonly published: number | undefined
  /** Undefined where neither the text nor the publication tells. */
  readonly period: Period | undefined
  /** A state of affairs without a date of its own ("sanctions are in force"), not an act. */
  readonly standing: boolean
  /** Everybody of one country: parties are then told apart by sector. */
  readonly domestic: boolean
  /** Sorted party codes: alpha-3, within one country with the sector, or "@name" for those without a country. */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly parties: readonly string[]
  /** Persons named on each side. */
  readonly actorPersons: Persons
  readonly recipientPersons: Persons
  /** The place, unless it is only the name of a state that takes part. */
  readonly place: Event["place"]
  readonly words: Uint32Array
}

/** Days before its report within which an undated act lies: "on Sunday" in Wednesday's paper. */
const UNDATED_BEFORE = 3
/** Days after it: papers are dated by place, acts by theirs. */
const UNDATED_AFTER = 1
/** Days ahead that an undated plan can mean. */
const PLAN_AHEAD = 45
/** Longer stretches than this are no date to link by. */
const LONGEST_PERIOD = 400
const DAY_PRECISION: ReadonlySet<string> = new Set(["time", "day"])
/** Statuses of an act that lies ahead and can come true. */
export const PLANS: ReadonlySet<string> = new Set(["planned", "expected", "promised"])
/** Acts that are announced ahead; violence and words come unannounced, or too often to say which was meant. */
const PLANNED_TYPES: ReadonlySet<string> = new Set(
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT SANCTION MOBILIZE".split(" "),
)

/** Works out what linking compares; undefined for an event without a type, which is no event. */
export function toReport(
  event: Event,
  meta: DocumentMeta = {},
  isCountry: (name: string) => boolean = () => false,
): Report | undefined {
  if (event.type === null) return undefined
  const published = dayNumber(meta.published)
  const certain = event.date?.certain === true
  const standing = event.status === "ongoing" && !certain
  const change = planChange(event)
  const place = namesParty(event, isCountry) ? null : event.place
  const code = codingOf(event)
  const actors = code.all(event.actors)
  const recipients = code.all(event.recipients)
  // "Missiles hit Odesa": whom a one-sided act befell, the country of the place tells.
  const implied = recipients.length === 0 && !event.reciprocal ? impliedRecipient(event, actors) : undefined
  const allRecipients = implied === undefined ? recipients : [implied]
  return {
    event,
    type: change === undefined ? event.type : "CONSULT",
    status: change === undefined ? event.status : STATUS_AFTER[change],
    change,
    sum: isSum(event),
    published,
    period: change !== undefined ? aheadOf(event, published) : periodOf(event, published),
    standing,
    domestic: code.domestic,
    actors,
    recipients: allRecipients,
    parties: sortedSet([...actors, ...allRecipients]),
    actorPersons: personsByParty(event.actors, code.one),
    recipientPersons: personsByParty(event.recipients, code.one),
    place,
    words: contentWords(event.evidence.text),
  }
}

/** What a plan is once it has been put off or called off. */
const STATUS_AFTER: Readonly<Record<PlanChange, Status>> = { postponed: "planned", cancelled: "not-occurred" }

interface PartyCoding {
  readonly domestic: boolean
  readonly one: (participant: Participant) => string
  readonly all: (participants: readonly Participant[]) => string[]
}

/** How an event's participants are named for comparison. "Several civilians" are nobody beside a party that is somebody. */
function codingOf({ actors, recipients }: Event): PartyCoding {
  const everybody = [...actors, ...recipients].filter(isIdentified)
  const domestic =
    everybody.length > 1 &&
    everybody.every(({ country }) => country !== null && country === everybody[0]?.country)
  const one = ({ country, sector, name }: Participant): string => {
    if (country === null) return `@${(sector === null && familyName(name)) || name.toLowerCase()}`
    return domestic && sector !== null ? `${country} ${sector}` : country
  }
  const known = everybody.length > 0
  const all = (participants: readonly Participant[]): string[] =>
    sortedSet((known ? participants.filter(isIdentified) : participants).map(one))
  return { domestic, one, all }
}

const isIdentified = ({ country, sector, name }: Participant): boolean =>
  country !== null || sector !== null || familyName(name) !== ""

/** The last capitalised word of a name in lower case; empty for "several civilians". */
function familyName(name: string): string {
  const words = name.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => /^\p{Lu}/u.test(word))
  return (words.at(-1) ?? "").toLowerCase()
}
const sortedSet = (codes: readonly string[]): string[] => [...new Set(codes)].sort()

const impliedRecipient = ({ place }: Event, actors: readonly string[]): string | undefined =>
  place?.country && actors.length > 0 && !actors.includes(place.country) ? place.country : undefined

/** "in Ukraine", where Ukraine takes part, tells no more than the participants do. */
function namesParty({ place, actors, recipients }: Event, isCountry: (name: string) => boolean): boolean {
  if (place === null) return false
  const name = place.name.toLowerCase()
  const country = isCountry(name) ? place.country : undefined
  return [...actors, ...recipients].some(
    (participant) =>
      (country !== undefined && participant.country === country) ||
      (participant.kind !== "person" && participant.name.toLowerCase() === name),
  )
}

function personsByParty(participants: readonly Participant[], code: PartyCoding["one"]): Persons {
  const persons = new Map<string, string[]>()
  for (const participant of participants) {
    if (participant.kind !== "person" || !isPersonName(participant.name)) continue
    const party = code(participant)
    persons.set(party, sortedSet([...(persons.get(party) ?? []), participant.name.toLowerCase()]))
  }
  return persons
}

/** "Yevgeny Prigozhin", not "the head of the company" nor "The presidents of both states". */
const isPersonName = (name: string): boolean =>
  /^\p{Lu}/u.test(name) && !/^The\s/.test(name) && /(?:^|\s)\p{Lu}[^\s]*$/u.test(name)

function periodOf(event: Event, published: number | undefined): Period | undefined {
  const { date, type, status, background } = event
  const from = dayNumber(date?.start)
  const to = dayNumber(date?.end) ?? from
  if (date?.certain && from !== undefined && to !== undefined && !isPastPlan(status, to, published)) {
    const inDays = DAY_PRECISION.has(date.precision)
    // "Her first visit to China since March": the month is that of another visit.
    if (inDays || published === undefined || !isActAtHand(event)) {
      if (to < from || to - from > LONGEST_PERIOD) return undefined
      return { from, to, rank: inDays ? 0 : 1 }
    }
  } else if (background) return undefined // A recap that gives no date may speak of any year.
  const elsewhere = date?.certain === true
  const day = elsewhere ? published : (from ?? published)
  if (day === undefined) return undefined
  return PLANS.has(status) && PLANNED_TYPES.has(type ?? "")
    ? { from: day - UNDATED_AFTER, to: day + PLAN_AHEAD, rank: 2 }
    : { from: day - UNDATED_BEFORE, to: day + UNDATED_AFTER, rank: 2 }
}

/** "It will be his first visit since March 2023": a date that lies behind the news is not the plan's. */
const isPastPlan = (status: Status, to: number | undefined, published: number | undefined): boolean =>
  PLANS.has(status) && to !== undefined && published !== undefined && to < published - UNDATED_BEFORE

/** A plan that is put off lay ahead of the day on which that was said. */
function aheadOf({ date }: Event, published: number | undefined): Period | undefined {
  const day = dayNumber(date?.start) ?? published
  if (day === undefined) return undefined
  const to = Math.max(day + PLAN_AHEAD, dayNumber(date?.end) ?? day)
  return { from: day - UNDATED_AFTER, to, rank: 2 }
}
