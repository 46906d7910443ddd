import fc from "fast-check"
import { type EventSketch, PLACES } from "./build-event.ts"

const COUNTRIES = ["BLR", "CHN", "RUS", "UKR"]
/** Events of a few days and states, so that many of them can be one happening. */
export const arbitrarySketch: fc.Arbitrary<EventSketch> = fc.record({
  document: fc.integer({ min: 0, max: 11 }).map((n) => `doc${n}`),
  type: fc.constantFrom("CONSULT", "AGREE", "SUPPORT", "ASSAULT", "ACCUSE", "SANCTION", "COERCE", "REJECT"),
  mode: fc.constantFrom("visit", "phone"),
  status: fc.constantFrom("occurred", "planned", "denied", "not-occurred", "ongoing", "threatened"),
  background: fc.boolean(),
  reciprocal: fc.boolean(),
  actors: fc.uniqueArray(
    fc.constantFrom(...COUNTRIES, "Alexander Lukashenko/BLR", "Xi Jinping/CHN", "Vladimir Putin/RUS"),
    { minLength: 1, maxLength: 5 },
  ),
  recipients: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { maxLength: 2 }),
  date: fc.constantFrom(
    "2023-03",
    "2023-03-01",
    "2023-02-28",
    "2023-03-01/2023-03-03",
    "~2023-03-02",
    "2023-03-03",
    "2023",
    "2023-04-01",
  ),
  place: fc.constantFrom(PLACES.beijing, PLACES.minsk, PLACES.odesa),
  evidence: fc.constantFrom(
    "They met for talks.",
    "He accused the neighbour of shelling the harbour.",
    "Shells hit the harbour.",
    "He postponed a visit.",
    "He cancelled the talks.",
  ),
})
