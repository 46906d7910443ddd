import { Type } from "typebox"
import { PROMISE_STATES } from "../../../record/index.ts"
import { attribution, eventDate, quantity } from "./event.ts"
import {
  choice,
  count,
  country,
  countryCode,
  eventType,
  flag,
  isoDay,
  list,
  number,
  orNull,
  pairCode,
  text,
} from "./parts.ts"

const evidence = Type.Object(
  {
    event: text,
    document: text,
    happening: text,
    reported: orNull(text),
    outlet: orNull(text),
    words: text,
    attribution: list(attribution),
  },
  { $id: "Evidence" },
)
const party = Type.Object({ name: text, country: countryCode }, { $id: "LedgerParty" })
const promise = Type.Object(
  {
    id: text,
    kind: choice(["agreement", "undertaking"]),
    by: list(party),
    to: list(party),
    state: choice(PROMISE_STATES),
    amounts: list(quantity),
    history: list(
      Type.Object({
        state: choice(PROMISE_STATES),
        date: orNull(eventDate),
        amounts: list(quantity),
        evidence,
      }),
    ),
    happenings: list(text),
  },
  { $id: "PromiseEntry" },
)
/** What a visit, meeting or call is, whoever is listed beside it. */
export const encounterOutline = {
  kind: choice(["visit", "meeting", "call"]),
  from: isoDay,
  to: isoDay,
  dayKnown: flag,
  status: choice(["occurred", "ongoing", "planned", "unknown", "cancelled", "postponed"]),
  onlyRecalled: flag,
  happenings: list(text),
  independentOwners: count,
  onlyStateMedia: flag,
}
const encounterFields = {
  ...encounterOutline,
  guests: list(party),
  hosts: list(party),
  host: countryCode,
  place: orNull(text),
  evidence: list(evidence),
}
const encounter = Type.Object(encounterFields, { $id: "Encounter" })
const encounterCount = Type.Object(
  {
    who: party,
    with: text,
    year: text,
    visits: count,
    received: count,
    meetings: count,
    calls: count,
    planned: count,
  },
  { $id: "EncounterCount" },
)
const claim = Type.Object(
  {
    value: number,
    unit: text,
    sense: choice(["ordinal", "total"]),
    from: text,
    to: text,
    who: party,
    with: text,
    counted: count,
    verdict: choice(["agrees", "contradicts", "record too thin"]),
    evidence,
  },
  { $id: "CountClaim" },
)
const standing = Type.Object(
  {
    kind: text,
    by: list(party),
    to: list(party),
    state: choice(["in force", "eased", "ended", "announced", "denied"]),
    since: orNull(eventDate),
    until: orNull(eventDate),
    history: list(
      Type.Object({
        change: choice(["begins", "extends", "eases", "ends", "announced", "denied", "stands"]),
        date: orNull(eventDate),
        evidence,
      }),
    ),
  },
  { $id: "StandingFact" },
)
const absence = Type.Object(
  {
    type: eventType,
    by: list(party),
    to: list(party),
    asOf: orNull(text),
    evidence,
    against: list(Type.Object({ when: choice(["before", "later"]), evidence, date: text })),
    verdict: choice(["contradicted", "overtaken", "stands"]),
  },
  { $id: "AbsenceClaim" },
)

export const ledgerPage = Type.Object(
  {
    pair: pairCode,
    asOf: orNull(text),
    promises: list(promise),
    encounters: list(encounter),
    counts: list(encounterCount),
    claims: list(claim),
    standing: list(standing),
    absences: list(absence),
    a: country,
    b: country,
  },
  { $id: "LedgerPage" },
)
export const visitsPage = Type.Object(
  {
    encounters: list(Type.Object({ ...encounterFields, pair: text }, { $id: "PairEncounter" })),
    counts: list(encounterCount),
  },
  { $id: "VisitsPage" },
)
