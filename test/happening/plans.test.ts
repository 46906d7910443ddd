import assert from "node:assert/strict"
import { test } from "node:test"
import { type DocumentMeta, linkEvents, outcomeOf } from "../../src/happening/index.ts"
import { buildEvent, type EventSketch, PLACES } from "./build-event.ts"

const TRIP: EventSketch = {
  mode: "visit",
  actors: ["Antony Blinken/USA"],
  recipients: ["CHN"],
  date: "2023-02-05",
  evidence: "Blinken will pay a visit to China",
}
/** Links one event a day: the day is the document's and its publication's. */
function linked(days: Readonly<Record<string, EventSketch>>) {
  const documents = new Map<string, DocumentMeta>(Object.keys(days).map((day) => [day, { published: day }]))
  const events = Object.entries(days).map(([day, sketch]) => buildEvent({ ...sketch, document: day }))
  return linkEvents(events, { documents })
}
const PLAN = { ...TRIP, status: "planned" } as const
const POSTPONED: EventSketch = {
  ...TRIP,
  type: "REJECT",
  date: "2023-02-03",
  trigger: "postponed",
  evidence: "Blinken postponed a visit to China, hours before he was due to leave",
}

test("a plan that is put off is one happening with its history, postponed as long as no new day is heard of", () => {
  const [trip, ...others] = linked({ "2023-01-20": PLAN, "2023-02-03": POSTPONED })
  assert.equal(others.length, 0)
  assert.deepEqual(
    trip?.history.map(({ status, change }) => [status, change]),
    [
      ["planned", null],
      ["planned", "postponed"],
    ],
  )
  assert.equal(trip && outcomeOf(trip, "2023-03-01"), "postponed")
  assert.equal(trip?.type, "CONSULT")
})

test("what is postponed and then takes place has occurred", () => {
  const [trip, ...others] = linked({
    "2023-01-20": PLAN,
    "2023-02-03": POSTPONED,
    "2023-02-20": { ...TRIP, date: "2023-02-19", evidence: "Blinken visited China" },
  })
  assert.equal(others.length, 0)
  assert.deepEqual(
    trip?.history.map(({ status, change }) => change ?? status),
    ["planned", "postponed", "occurred"],
  )
  assert.equal(trip && outcomeOf(trip, "2023-03-01"), "occurred")
})

test("a plan that is called off is cancelled", () => {
  const cancelled = { ...POSTPONED, trigger: "cancelled", evidence: "Blinken cancelled his visit to China" }
  const [trip, ...others] = linked({ "2023-01-20": PLAN, "2023-02-03": cancelled })
  assert.equal(others.length, 0)
  assert.deepEqual([trip?.status, trip && outcomeOf(trip, "2023-02-04")], ["not-occurred", "cancelled"])
})

test("a postponement of which no plan is known is a refusal, as it was coded", () => {
  const [refusal] = linked({ "2023-02-03": POSTPONED })
  assert.deepEqual(
    [refusal?.type, refusal?.status, refusal?.history[0]?.change],
    ["REJECT", "occurred", null],
  )
})

test("a tariff that is cancelled, and a visit that had been put off before it was made, change no plan", () => {
  const tariff: EventSketch = {
    ...POSTPONED,
    trigger: "cancelled",
    evidence: "Blinken cancelled the tariffs",
  }
  assert.equal(linked({ "2023-01-20": PLAN, "2023-02-03": tariff }).length, 2)
  const [visit] = linked({
    "2023-06-19": {
      ...TRIP,
      date: "2023-06-19",
      evidence: "Blinken met Xi on a visit that had been put off",
    },
  })
  assert.deepEqual(
    visit?.history.map(({ status, change }) => [status, change]),
    [["occurred", null]],
  )
})

test("a plan is pending until its day has passed by a week; with no word since, nobody knows", () => {
  const [trip] = linked({ "2023-01-20": PLAN })
  const outcomes = ["2023-02-01", "2023-02-12", "2023-02-13"].map((day) => trip && outcomeOf(trip, day))
  assert.deepEqual(outcomes, ["pending", "pending", "unknown"])
})

test("a visit planned for one day that takes place five days later is that visit; nine days later it is another", () => {
  const planned: EventSketch = { ...PLAN, date: "2023-11-28" }
  const on = (day: string): EventSketch => ({ ...TRIP, date: day, evidence: "Blinken arrived in China" })
  assert.equal(linked({ "2023-11-20": planned, "2023-12-03": on("2023-12-03") }).length, 1)
  assert.equal(linked({ "2023-11-20": planned, "2023-12-07": on("2023-12-07") }).length, 2)
  const another = { ...on("2023-12-03"), actors: ["Janet Yellen/USA"] }
  assert.equal(linked({ "2023-11-20": planned, "2023-12-03": another }).length, 2)
})

test("a recap that could be of either of two visits joins one of them and is no third", () => {
  const visit = (day: string): EventSketch => ({ ...TRIP, date: day, place: PLACES.beijing })
  const recap: EventSketch = { ...TRIP, date: "2023", background: true, evidence: "He went there last year." }
  const happenings = linked({
    "2023-03-01": visit("2023-03-01"),
    "2023-06-19": visit("2023-06-19"),
    "2024-01-05": recap,
  })
  assert.equal(happenings.length, 2)
})

test("his two visits of last year are none by themselves where the record has them, and one entry where it has not", () => {
  const sum: EventSketch = {
    ...{
      ...TRIP,
      date: "2023",
      quantities: [{ kind: "count", value: 2, unit: "visit", text: "two visits" }],
    },
    evidence: "During his two visits last year",
  }
  const visit = (day: string): EventSketch => ({ ...TRIP, date: day, place: PLACES.beijing })
  assert.equal(
    linked({ "2023-03-01": visit("2023-03-01"), "2023-06-19": visit("2023-06-19"), "2024-01-05": sum })
      .length,
    2,
  )
  assert.equal(linked({ "2024-01-05": sum }).length, 1)
})

test("the month in “his first visit since March” is not the visit's", () => {
  const first: EventSketch = {
    ...{
      ...TRIP,
      date: "2023-03",
      quantities: [{ kind: "ordinal", value: 1, unit: "visit", text: "first" }],
    },
    evidence: "It is his first visit since March",
  }
  const march: EventSketch = { ...TRIP, date: "2023-03-02", place: PLACES.beijing }
  const june: EventSketch = { ...TRIP, date: "2023-06-19", place: PLACES.beijing }
  const happenings = linked({ "2023-03-03": march, "2023-06-19": june, "2023-06-20": first })
  assert.deepEqual(happenings.map(({ documents }) => documents.join("+")).sort(), [
    "2023-03-03",
    "2023-06-19+2023-06-20",
  ])
})
