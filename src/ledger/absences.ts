import type { AbsenceClaim, Event, Participant } from "../record/index.ts"
import {
  byDay,
  compareText,
  countriesOf,
  evidenceOf,
  type LedgerEntry,
  type LedgerReport,
  partiesOf,
} from "./entry.ts"

/** "has never condemned", "has not yet ratified", "no Belarusian leader has ever": for as long as the claim reaches back. */
const SWEEPING =
  /\b(?:never|ever|(?:has|have|had)(?: \w+){0,2} not|hasn't|haven't|not(?: \w+){0,3} (?:yet|so far))\b/i
const SINCE = /\bsince (?:[A-Z]\w+ )?(\d{4})\b/
const BEGINNING = "0001-01-01"

/** An act that took place, as one report dates it. */
interface Deed {
  readonly report: LedgerReport
  readonly happening: string
  readonly day: string
}

/**
 * Claims that something never happened, each with its day and source, and the deeds of the record that speak against it: one
 * from before the claim contradicts it, a later one only overtakes it.
 */
export function absencesOf(entries: readonly LedgerEntry[]): AbsenceClaim[] {
  const deeds = entries.flatMap(({ happening, reports }) =>
    happening.status === "occurred" || happening.status === "ongoing"
      ? reports.flatMap((report) => deedOf(report, happening.id) ?? [])
      : [],
  )
  return entries
    .flatMap(({ happening, reports }) =>
      byDay(reports)
        .filter(({ event }) => event.status === "not-occurred" && SWEEPING.test(event.evidence.text))
        .flatMap((report) => toClaim(report, happening.id, deeds) ?? []),
    )
    .sort((a, b) => compareText(claimKey(a), claimKey(b)))
}

const claimKey = ({ evidence }: AbsenceClaim): string => `${evidence.reported ?? "9999"} ${evidence.event}`

function deedOf(report: LedgerReport, happening: string): Deed | undefined {
  const { status, date } = report.event
  const day = date?.start ?? report.published?.slice(0, 10)
  return (status === "occurred" || status === "ongoing") && day !== undefined
    ? { report, happening, day }
    : undefined
}

function toClaim(report: LedgerReport, happening: string, deeds: readonly Deed[]): AbsenceClaim | undefined {
  const { event, published } = report
  if (event.type === null) return undefined
  const asOf = published?.slice(0, 10) ?? event.date?.end ?? null
  const from = reachesBackTo(event)
  const against = deeds
    .filter(
      (deed) => deed.happening !== happening && deed.day >= from && isSameKind(event, deed.report.event),
    )
    .sort((a, b) => compareText(`${a.day} ${a.report.event.id}`, `${b.day} ${b.report.event.id}`))
    .map(({ report: deed, happening: id, day }) => ({
      when: asOf !== null && day > asOf ? ("later" as const) : ("before" as const),
      evidence: evidenceOf(deed, id),
      date: day,
    }))
  return {
    type: event.type,
    by: partiesOf(event.actors),
    to: partiesOf(event.recipients),
    ...{ asOf, against },
    evidence: evidenceOf(report, happening),
    verdict: against.some(({ when }) => when === "before")
      ? "contradicted"
      : against.length > 0
        ? "overtaken"
        : "stands",
  }
}

/** "has not visited Minsk since 2015" says nothing of 2015 itself. */
function reachesBackTo({ evidence }: Event): string {
  const since = SINCE.exec(evidence.text)?.[1]
  return since === undefined ? BEGINNING : `${Number(since) + 1}-01-01`
}

/** The same act by the same side to the same side; a person who is named must be the same. */
function isSameKind(claim: Event, deed: Event): boolean {
  if (claim.type !== deed.type || (claim.mode !== null && deed.mode !== null && claim.mode !== deed.mode))
    return false
  if (claim.mode === "visit" ? !isVisitTo(deed, claim) : !isSameWord(claim, deed)) return false
  return isSameSide(claim.actors, deed.actors) && isSameSide(claim.recipients, deed.recipients)
}

/** "Has not visited": only a visit speaks against it, and only there. */
const isVisitTo = (deed: Event, claim: Event): boolean =>
  deed.mode === "visit" &&
  (deed.place === null ||
    deed.place.country === null ||
    countriesOf(claim.recipients).includes(deed.place.country))

/** Letters by which two forms of a word are one: condemn, condemned. */
const STEM = 5

/** A category holds many acts: those of one mode are one, or those that are told with one word. */
const isSameWord = (claim: Event, deed: Event): boolean =>
  (claim.mode !== null && claim.mode === deed.mode) ||
  (claim.trigger !== null &&
    deed.trigger?.text.slice(0, STEM).toLowerCase() === claim.trigger.text.slice(0, STEM).toLowerCase())

function isSameSide(claimed: readonly Participant[], done: readonly Participant[]): boolean {
  const states = countriesOf(claimed)
  if (states.length === 0 || !states.some((state) => countriesOf(done).includes(state))) return false
  const persons = claimed.filter(({ kind }) => kind === "person").map(({ name }) => lastName(name))
  const others = done.filter(({ kind }) => kind === "person").map(({ name }) => lastName(name))
  return persons.length === 0 || others.length === 0 || persons.some((name) => others.includes(name))
}

const lastName = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase()
