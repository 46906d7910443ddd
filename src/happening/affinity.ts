import type { EventType, Quantity } from "../record/index.ts"
import { DAY_SLACK, PLAN_SLIP, STANDING_DAYS } from "./link-keys.ts"
import { modesFit } from "./modes.ts"
import { isMutual, partiesFit } from "./parties.ts"
import { type Cast, castsConflict, type SeenCast, type SidesThatCount, sharedPersons } from "./persons.ts"
import { placesFit, samePlace } from "./places.ts"
import { type Period, PLANS, type Report } from "./report.ts"
import { wordSimilarity } from "./words.ts"

/** Acts of words: many a day between the same parties, so that parties and day alone do not make them one. */
const SPOKEN: ReadonlySet<EventType> = new Set([
  "AGREE",
  "SUPPORT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
])
/** Statuses of a thing that may only be spoken of; it is not the same as the thing done. */
const UNREAL: ReadonlySet<string> = new Set(["threatened", "hypothetical"])
const NEGATIVE: ReadonlySet<string> = new Set(["not-occurred"])

/** Likeness of wording that two reports of words need, beside parties and day, where nobody's name speaks for them. */
const SPOKEN_LIKENESS = 0.15
/** The same, where the speaker's name agrees. */
const SPEAKER_LIKENESS = 0.08
/** Likeness that two reports need of which one at least has no date at all. */
const UNDATED_LIKENESS = 0.36
/** Likeness that makes up for a date that the text does not give, where parties meet often. */
const VAGUE_LIKENESS = 0.1
/** Likeness that two reports need that give the act different types of one family; half where two persons agree. */
const CROSS_LIKENESS = 0.12
/** Likeness that two reports need whose dates miss each other by a day; half where a person agrees. */
const SLACK_LIKENESS = 0.15
/** What it counts against a happening that its anchor gives another type. */
const TYPE_COST = 0.2
/** Smaller figures than this are in everybody's mouth: two leaders, both sides. */
const LEAST_FIGURE = 3
/** What a figure that both give adds to the likeness of their wording. */
const FIGURE_LIKENESS = 0.2
/** A plan without a date of its own comes true in the first act that fits; each day's wait counts against it. */
const DAY_COST = 0.01

/**
 * How well a report fits a happening's anchor: undefined where they cannot be one happening, else higher for more in
 * common. Whatever one of them leaves unsaid does not stand against it.
 */
export function affinity(report: Report, anchor: Report, cast: Cast): number | undefined {
  const same = report.event.document === anchor.event.document
  if (!canBeOne(report, anchor, same)) return undefined
  const sides = sidesThatCount(report, anchor)
  if (castsConflict(report, cast, sides, isMutual(report, anchor))) return undefined
  const people = sharedPersons(report, anchor)
  const likeness = wordingLikeness(report, anchor)
  if (likeness < leastLikeness(report, anchor, people, same)) return undefined
  const other = report.type === anchor.type ? 0 : TYPE_COST
  return likeness + people * 0.5 + placeBonus(report, anchor) - daysApart(report, anchor) * DAY_COST - other
}

const canBeOne = (report: Report, anchor: Report, same: boolean): boolean =>
  report.standing === anchor.standing &&
  periodsFit(report, anchor, same) &&
  partiesFit(report, anchor) &&
  statusesFit(report, anchor, same) &&
  typesFit(report, anchor) &&
  placesFit(report.place, anchor.place)

/**
 * True where `affinity` can give a number for the two, whichever of them is the anchor and whomever its other reports name.
 * Two reports of which this is false never look at each other.
 */
export const canMeet = (a: Report, b: Report): boolean => canJoin(a, b) || canJoin(b, a)

function canJoin(report: Report, anchor: Report): boolean {
  const same = report.event.document === anchor.event.document
  if (!canBeOne(report, anchor, same)) return false
  // Reports that join later add persons to both sides of a meeting; elsewhere the anchor's own stay in the way.
  const mutual = isMutual(report, anchor)
  if (!mutual && castsConflict(report, castOf(anchor), sidesThatCount(report, anchor), false)) return false
  const likeness = wordingLikeness(report, anchor)
  return likeness >= leastLikeness(report, anchor, sharedPersons(report, anchor), same)
}

const castOf = ({ actorPersons, recipientPersons }: Report): SeenCast => ({
  actors: actorPersons,
  recipients: recipientPersons,
})

/** Ranges of days that overlap; standing things within a month of each other's report; undated ones by their words. */
function periodsFit(a: Report, b: Report, same: boolean): boolean {
  if (a.standing && b.standing) {
    if (a.published === undefined || b.published === undefined) return a.published === b.published
    return Math.abs(a.published - b.published) <= STANDING_DAYS
  }
  if (a.period === undefined || b.period === undefined) return a.period === b.period || same
  const apart = daysBetween(a.period, b.period)
  return apart <= (same ? 0 : DAY_SLACK) || (apart <= PLAN_SLIP && isSlipped(a, b))
}

/**
 * A visit planned for 28 November that takes place on 3 December: the deed, or the newer plan, comes after the day of the
 * older plan, the same persons meet in the same way, or a report says that it was put off.
 */
function isSlipped(a: Report, b: Report): boolean {
  const [early, late] = a.period!.from <= b.period!.from ? [a, b] : [b, a]
  if (!isPlan(early) || early.type !== late.type || !bothInDays(early, late)) return false
  if (early.change === "postponed" || late.change === "postponed") return true
  const people = sharedPersons(early, late)
  return people > 1 || (people > 0 && early.event.mode !== null && early.event.mode === late.event.mode)
}

const bothInDays = (a: Report, b: Report): boolean => a.period?.rank !== 1 && b.period?.rank !== 1

/** Days from the end of the earlier to the start of the later; 0 where they overlap. */
const daysBetween = (a: Period, b: Period): number => Math.max(0, a.from - b.to, b.from - a.to)

/** Of one type, modes must fit; of two, the acts that only one of the types knows ("visit", "arrest") say nothing. */
const typesFit = (a: Report, b: Report): boolean =>
  a.type !== b.type || modesFit(a.type, a.event.mode, b.event.mode)

/** A plan and its fulfilment are one; a threat, a supposition and the deed are not, nor "did" and "did not" in one text. */
function statusesFit(a: Report, b: Report, same: boolean): boolean {
  const left = a.status
  const right = b.status
  if (UNREAL.has(left) !== UNREAL.has(right)) return false
  if (NEGATIVE.has(left) === NEGATIVE.has(right)) return true
  if (PLANS.has(left) || PLANS.has(right)) return true
  return !same && a.period?.rank === 0 && b.period?.rank === 0
}

/** Other acts may be laid to a minister or to his president; a state of affairs without a date needs every hold there is. */
function sidesThatCount({ type, domestic, standing }: Report, anchor: Report): SidesThatCount {
  const meeting = type === "CONSULT" || anchor.type === "CONSULT"
  if (meeting || standing || domestic || anchor.domestic) return "all"
  return SPOKEN.has(type) ? "actors" : "none"
}

/** The likeness of wording that the two need: the most that type, dates and persons ask for. */
function leastLikeness(a: Report, b: Report, people: number, same: boolean): number {
  const apart = a.period !== undefined && b.period !== undefined ? daysBetween(a.period, b.period) : 0
  return Math.max(
    same ? 0 : likenessOfScene(a, b, people),
    a.type === b.type ? 0 : likenessAcrossTypes(a, b, people, same),
    apart > 0 && apart <= DAY_SLACK && !a.standing ? (people > 0 ? SLACK_LIKENESS / 2 : SLACK_LIKENESS) : 0,
  )
}

/** One article that gives two types mostly tells of two acts; a plan with its days and its persons is known by these. */
function likenessAcrossTypes(a: Report, b: Report, people: number, same: boolean): number {
  if (same) return 2 * CROSS_LIKENESS
  const dated = a.period !== undefined && b.period !== undefined && a.period.rank < 2 && b.period.rank < 2
  if (dated && people > 0 && (isPlan(a) || isPlan(b))) return 0
  return people > 1 || (dated && isOnePair(a, b)) ? CROSS_LIKENESS / 2 : CROSS_LIKENESS
}

const isPlan = ({ status }: Report): boolean => PLANS.has(status)
/** True where both name the same two parties and no others. */
const isOnePair = (a: Report, b: Report): boolean =>
  a.parties.length === 2 && b.parties.length === 2 && a.parties.every((party) => b.parties.includes(party))

function likenessOfScene(a: Report, b: Report, people: number): number {
  const dated = a.period !== undefined && b.period !== undefined
  if (!dated && !(a.standing && b.standing)) return people > 0 ? UNDATED_LIKENESS / 2 : UNDATED_LIKENESS
  if (SPOKEN.has(a.type) && SPOKEN.has(b.type)) return people > 0 ? SPEAKER_LIKENESS : SPOKEN_LIKENESS
  const scene = people > 0 || (a.place !== null && b.place !== null)
  return scene || (a.period?.rank === 0 && b.period?.rank === 0) ? 0 : VAGUE_LIKENESS
}

/** How much two reports' sentences have in common: words, and figures. */
export const wordingLikeness = (a: Report, b: Report): number =>
  wordSimilarity(a.words, b.words) + (sharesFigure(a, b) ? FIGURE_LIKENESS : 0)

/** True where both give the same amount of the same thing: twenty-three killed, nine billion dollars. */
const sharesFigure = (a: Report, b: Report): boolean =>
  a.event.quantities.some((left) => b.event.quantities.some((right) => isSameFigure(left, right)))
const isSameFigure = (a: Quantity, b: Quantity): boolean =>
  a.value === b.value &&
  a.value >= LEAST_FIGURE &&
  a.kind === b.kind &&
  (a.unit === b.unit || a.unit === null || b.unit === null)

const placeBonus = (a: Report, b: Report): number =>
  a.place !== null && b.place !== null && samePlace(a.place, b.place) ? 0.3 : 0

/** Days between the two, from the first day of each; a plan is measured from its report. */
function daysApart(a: Report, b: Report): number {
  const from = startOf(a)
  const to = startOf(b)
  return from === undefined || to === undefined ? 0 : Math.abs(from - to)
}

const startOf = ({ period, published }: Report): number | undefined =>
  period?.rank === 2 ? (published ?? period.from) : period?.from
