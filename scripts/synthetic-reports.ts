import type { DocumentMeta } from "../src/happening/index.ts"
import type { Event, EventType, Participant, Status } from "../src/record/index.ts"
import { seeded } from "./bench/seeded.ts"

/** Made-up reports with the spread of news: few pairs make most of it, each happening has a handful of reports. */
export interface SyntheticCorpus {
  readonly events: readonly Event[]
  readonly documents: ReadonlyMap<string, DocumentMeta>
  /** How many happenings the reports were made from. */
  readonly happenings: number
}

const COUNTRIES =
  "USA CHN RUS UKR BLR POL LTU DEU FRA GBR TUR IRN ISR SYR IND PAK JPN KOR PRK TWN SAU EGY BRA ARG MEX CUB VEN AUS CAN ITA".split(
    " ",
  )
const TYPES: readonly EventType[] = ["CONSULT", "AGREE", "ACCUSE", "ASSAULT", "SANCTION", "AID", "SUPPORT"]
const STATUSES: readonly Status[] = ["occurred", "occurred", "occurred", "planned", "denied"]
const DAYS = 3650
const REPORTS_A_HAPPENING = 4
const WORDS =
  "envoy harbour border treaty convoy pipeline minister quarry summit ferry embassy refinery".split(" ")

/** The same corpus for the same count and seed. */
export function syntheticReports(count: number, seed = 1): SyntheticCorpus {
  const random = seeded(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  // Squaring makes the first countries take part far more often than the last.
  const country = (): string => COUNTRIES[Math.floor(random() ** 2 * COUNTRIES.length)] ?? "USA"
  const events: Event[] = []
  const documents = new Map<string, DocumentMeta>()
  let happenings = 0
  while (events.length < count) {
    happenings++
    const template = {
      type: TYPES[below(TYPES.length)] ?? "CONSULT",
      actor: country(),
      recipient: country(),
      day: below(DAYS),
      words: Array.from({ length: 5 }, () => WORDS[below(WORDS.length)]).join(" "),
    }
    const reports = 1 + below(2 * REPORTS_A_HAPPENING - 1)
    for (let n = 0; n < reports && events.length < count; n++) {
      const document = `document ${events.length}`
      const published = isoDay(template.day + below(3))
      documents.set(document, { published, publisher: { name: `Paper ${below(200)}` } })
      events.push(report(`event ${events.length}`, document, template, STATUSES[below(STATUSES.length)]))
    }
  }
  return { events, documents, happenings }
}

interface Template {
  readonly type: EventType
  readonly actor: string
  readonly recipient: string
  readonly day: number
  readonly words: string
}

function report(
  id: string,
  document: string,
  { type, actor, recipient, day, words }: Template,
  status: Status = "occurred",
): Event {
  const text = `${actor} and ${recipient}: ${words}.`
  return {
    ...{ id, document, sentence: 0, type, plover: type, status, coder: "synthetic" },
    evidence: { start: 0, end: text.length, text },
    ...{ mode: null, contexts: [], cameo: null, quad: "verbal cooperation", score: 2.5, background: false },
    actors: [state(actor)],
    recipients: [state(recipient)],
    reciprocal: false,
    date: { start: isoDay(day), end: isoDay(day), precision: "day", text: "that day", certain: true },
    ...{ place: null, attribution: [], quote: null, quantities: [], topics: [], confidence: 0.9 },
    ...{ trigger: null, reasons: [] },
  }
}

const state = (code: string): Participant => ({
  ...{ name: code, text: code, start: 0, end: 3, country: code, sector: "GOV", sectors: ["GOV"] },
  ...{ role: null, kind: "state" },
})

const isoDay = (day: number): string => new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10)
