import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { toEventLine } from "../../../src/app/events/event-line.ts"
import { EventError, readEventLine } from "../../../src/app/events/read-event-line.ts"

const MINIMAL = { id: "e1", document: "d1", type: "CONSULT" }

test("an event needs its id and its document; the rest may be absent", () => {
  const event = readEventLine(MINIMAL)
  assert.equal(event.status, "occurred")
  assert.equal(event.plover, "CONSULT")
  assert.deepEqual([event.actors, event.recipients, event.date, event.place], [[], [], null, null])
  assert.throws(() => readEventLine({ ...MINIMAL, id: 4 }), /"id" is 4; an event needs it/)
  assert.throws(() => readEventLine({ id: "e1" }), /"document" is nothing/)
})

test("a type or a status that the contract does not know is refused by name", () => {
  assert.throws(
    () => readEventLine({ ...MINIMAL, type: "FIGHT" }),
    /"type" is "FIGHT"; it must be one of AGREE/,
  )
  assert.throws(() => readEventLine({ ...MINIMAL, status: "rumoured" }), /"status" is "rumoured"/)
})

test("a date of the contract with words in the text is certain, one without is filled in", () => {
  const dated = {
    ...MINIMAL,
    date: { start: "2022-03-04", end: "2022-03-05", precision: "day", text: "on Friday" },
  }
  assert.equal(readEventLine(dated).date?.certain, true)
  assert.equal(readEventLine({ ...dated, date: { start: "2022-03-04", text: null } }).date?.certain, false)
  assert.equal(readEventLine({ ...dated, date: { start: "2022-03-04" } }).date?.end, "2022-03-04")
})

test("what is written is read again as it was", () => {
  const event = readEventLine({
    ...MINIMAL,
    actors: [{ text: "Kenya", start: 0, end: 5, name: "Kenya", country: "KEN", sector: "GOV", role: null }],
    place: { name: "Nairobi", country: "KEN", latitude: -1.3, longitude: 36.8, text: "Nairobi" },
    quantities: [{ kind: "money", value: 5, unit: "USD", text: "$5" }],
  })
  const line = toEventLine(event, {
    id: "d1",
    text: "",
    published: "2022-03-04",
    publisher: { name: "Harbour Gazette" },
  })
  assert.deepEqual(readEventLine(JSON.parse(JSON.stringify(line))), line)
})

test("any object is read or refused, and nothing else happens", () => {
  const field = fc.constantFrom(
    "id",
    "document",
    "type",
    "actors",
    "date",
    "place",
    "status",
    "evidence",
    "publisher",
  )
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), (value) => {
      try {
        readEventLine({ ...MINIMAL, ...value })
      } catch (error) {
        assert.ok(error instanceof EventError)
      }
    }),
  )
})
