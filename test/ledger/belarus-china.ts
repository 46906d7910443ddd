import { readFileSync } from "node:fs"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCountryTest } from "../../src/codebook/country-names.ts"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { loadStandingRules } from "../../src/codebook/standing.ts"
import { type DocumentMeta, linkEvents } from "../../src/happening/index.ts"
import { type LedgerEntry, ledgerOf } from "../../src/ledger/index.ts"
import type { Event, Happening, Ledger, Quantity } from "../../src/record/index.ts"
import { pairsOf } from "../../src/relation/index.ts"
import { buildEvent, type EventSketch, PLACES } from "../happening/build-event.ts"

/**
 * What a careful reader codes from the example news of 2023 on Belarus and China, and from one recap of 2024: fixed, so that
 * the tests of the ledger do not move with the coder.
 */
const L = "Alexander Lukashenko/BLR"
const XI = "Xi Jinping/CHN"
const BOTH = { actors: [XI], recipients: [L], reciprocal: true } as const
const GUEST = { type: "CONSULT", mode: "visit", actors: [L], recipients: ["CHN"] } as const
const PAPERS = { type: "SUPPORT", actors: ["BLR", "CHN"], reciprocal: true } as const
const money = (value: number, text: string): Quantity => ({ kind: "money", value, unit: "USD", text })
const ordinal = (value: number, unit: string, period?: string): Quantity => ({
  ...{ kind: "ordinal", value, unit, text: `${value}` },
  ...(period === undefined ? {} : { period }),
})

interface Article {
  readonly id: string
  readonly published: string
  readonly outlet: string
  readonly events: readonly EventSketch[]
}

export const ARTICLES: readonly Article[] = [
  {
    id: "announced",
    published: "2023-02-25",
    outlet: "Neman State Wire",
    events: [
      {
        ...GUEST,
        status: "planned",
        date: "2023-02-28/2023-03-02",
        trigger: "visit",
        evidence:
          "President Aleksandr Lukashenko will pay a state visit to the People's Republic of China from 28 February to 2 March",
      },
      {
        ...PAPERS,
        type: "AGREE",
        status: "expected",
        date: "2023-02-28/2023-03-02",
        trigger: "signed",
        evidence: "A large package of documents is expected to be signed",
      },
      {
        type: "CONSULT",
        mode: "phone",
        actors: ["Sergei Aleinik/BLR"],
        recipients: ["Qin Gang/CHN"],
        reciprocal: true,
        date: "2023-02-24",
        trigger: "spoke",
        evidence:
          "On Friday, Foreign Minister Sergei Aleinik spoke by telephone with his Chinese colleague Qin Gang",
      },
    ],
  },
  {
    id: "washington",
    published: "2023-02-28",
    outlet: "Potomac Standard",
    events: [
      {
        ...GUEST,
        date: "2023-02-28",
        place: PLACES.beijing,
        trigger: "landed",
        evidence: "Lukashenko landed in Beijing on Tuesday",
      },
      {
        ...BOTH,
        status: "planned",
        date: "2023-03-01",
        place: PLACES.beijing,
        trigger: "talks",
        evidence: "is to hold talks with President Xi Jinping on Wednesday",
      },
      {
        ...PAPERS,
        type: "AGREE",
        status: "expected",
        date: "~2023-02-28",
        trigger: "signed",
        evidence: "Officials in Minsk say that a number of agreements will be signed",
      },
    ],
  },
  {
    id: "great-hall",
    published: "2023-03-01",
    outlet: "Jade Gate Wire",
    events: [
      {
        ...BOTH,
        date: "2023-03-01",
        place: PLACES.beijing,
        trigger: "held",
        evidence:
          "President Xi Jinping held talks on Wednesday with President Alexander Lukashenko of Belarus",
      },
      {
        ...PAPERS,
        date: "2023-03-01",
        trigger: "signed",
        evidence: "They signed a joint statement on the further development of the partnership",
      },
      {
        type: "CONSULT",
        actors: ["Li Keqiang/CHN"],
        recipients: [L],
        reciprocal: true,
        date: "2023-03-01",
        place: PLACES.beijing,
        trigger: "met",
        evidence: "Premier Li Keqiang met Lukashenko earlier in the day",
      },
    ],
  },
  {
    id: "concluded",
    published: "2023-03-02",
    outlet: "Minsk Chronicle",
    events: [
      {
        ...GUEST,
        date: "2023-03-02",
        place: PLACES.beijing,
        trigger: "completed",
        evidence: "President Aleksandr Lukashenko has completed his state visit to China and left Beijing",
      },
      {
        ...PAPERS,
        date: "~2023-03-02",
        trigger: "signed",
        quantities: [
          { kind: "count", value: 27, unit: "agreement", text: "27 agreements" },
          money(3_500_000_000, "$3.5 billion"),
        ],
        evidence:
          "In the course of the visit 27 agreements between governments, ministries and regions were signed; the package as a whole is worth $3.5 billion",
      },
    ],
  },
  {
    id: "second-trip",
    published: "2023-12-03",
    outlet: "Kupala Portal",
    events: [
      {
        ...GUEST,
        date: "2023-12-03",
        place: PLACES.beijing,
        trigger: "arrived",
        evidence: "Alexander Lukashenka arrived in Beijing on Sunday",
      },
      {
        ...BOTH,
        status: "expected",
        date: "2023-12-04",
        place: PLACES.beijing,
        trigger: "talks",
        evidence: "is expected to hold talks with Xi Jinping on 4 December",
      },
      {
        ...GUEST,
        date: "2023-12-03",
        trigger: "journey",
        quantities: [ordinal(2, "visit", "2023")],
        evidence: "It is his second journey to China in 2023",
      },
      {
        ...GUEST,
        background: true,
        date: "2023-02-28/2023-03-02",
        trigger: "visit",
        evidence: "During a state visit from 28 February to 2 March he and Xi signed a joint statement",
      },
      {
        type: "ACCUSE",
        mode: "disapprove",
        status: "not-occurred",
        actors: ["CHN"],
        recipients: ["BLR"],
        trigger: "condemned",
        evidence: "It has never officially condemned the invasion, part of which was launched from Belarus",
      },
    ],
  },
  {
    id: "met-again",
    published: "2023-12-04",
    outlet: "Jade Gate Wire",
    events: [
      {
        ...BOTH,
        date: "2023-12-04",
        place: PLACES.beijing,
        trigger: "met",
        quantities: [ordinal(2, "meeting")],
        evidence:
          "President Xi Jinping met with President Alexander Lukashenko of Belarus in Beijing on Monday, in the second meeting between the two leaders in the Chinese capital this year",
      },
    ],
  },
  {
    id: "recap",
    published: "2024-07-04",
    outlet: "Jade Gate Wire",
    events: [
      {
        ...GUEST,
        background: true,
        date: "2023",
        trigger: "visits",
        quantities: [{ kind: "count", value: 2, unit: "visit", text: "two visits" }],
        evidence: "During Lukashenko's two visits to China last year",
      },
    ],
  },
]

const rules = loadStandingRules(bundledData)
const isCountry = loadCountryTest(bundledData)
const outlets = createOutlets([
  parseOutlets(
    "examples/outlets.tsv",
    readFileSync(new URL("../../examples/outlets.tsv", import.meta.url), "utf8"),
  ),
])

/** Links the articles' events and gives the happenings with their reports. */
export function entriesFrom(articles: readonly Article[]): LedgerEntry[] {
  const events: Event[] = articles.flatMap(({ id, events: sketches }) =>
    sketches.map((sketch, at) => buildEvent({ ...sketch, id: `${id} ${at}`, document: id, sentence: at })),
  )
  const documents = new Map<string, DocumentMeta>(
    articles.map(({ id, published, outlet }) => [id, { published, publisher: { name: outlet } }]),
  )
  const byId = new Map(events.map((event) => [event.id, event]))
  const toEntry = (happening: Happening): LedgerEntry => ({
    happening,
    reports: happening.events.map((id) => {
      const event = byId.get(id)!
      const meta = documents.get(event.document)
      return { event, published: meta?.published ?? null, outlet: meta?.publisher?.name ?? null }
    }),
  })
  return linkEvents(events, { documents, outlets, isCountry })
    .filter((happening) => pairsOf(happening).includes("BLR-CHN"))
    .map(toEntry)
}

/** The ledger of Belarus and China from these articles. */
export const ledgerFrom = (articles: readonly Article[], asOf = "2024-12-31"): Ledger =>
  ledgerOf(entriesFrom(articles), ["BLR", "CHN"], { asOf, isCountry, rules })
