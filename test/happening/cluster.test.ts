import assert from "node:assert/strict"
import { test } from "node:test"
import { linkEvents } from "../../src/happening/index.ts"
import type { Quantity } from "../../src/record/index.ts"
import { buildEvent, type EventSketch } from "./build-event.ts"

const STRIKE: EventSketch = { type: "ASSAULT", actors: ["RUS"], recipients: ["UKR"], date: "2023-07-18" }
/** Which documents each happening holds, in order. */
const groups = (...sketches: EventSketch[]): string[] =>
  linkEvents(sketches.map((sketch) => buildEvent({ id: sketch.document ?? "", ...sketch })))
    .map(({ documents }) => documents.join("+"))
    .sort()

test("of two happenings that a report fits, it joins the one with a report most like it", () => {
  const port: EventSketch = {
    ...STRIKE,
    mode: "aerial",
    document: "port",
    evidence: "Missiles hit the grain terminal.",
  }
  const siege: EventSketch = {
    ...STRIKE,
    mode: "firearms",
    document: "siege",
    evidence: "Troops fired on the bridge.",
  }
  const late: EventSketch = {
    ...port,
    document: "port-late",
    evidence: "Silos burnt down after the missile attack.",
  }
  const recap: EventSketch = {
    ...STRIKE,
    date: "2023-07",
    document: "recap",
    evidence: "Silos burnt after the missile attack, while troops held the bridge.",
  }
  assert.deepEqual(groups(port, siege, late, recap).length, 2)
  assert.ok(groups(port, siege, late, recap).includes("port+port-late+recap"))
})

test("a figure that both give speaks for one act; a small one, another one or one of another thing does not", () => {
  const captives = (value: number, unit: string | null = "pirate"): Quantity[] => [
    { kind: "count", value, unit, text: `${value} pirates` },
  ]
  const capture: EventSketch = {
    type: "COERCE",
    actors: ["IND"],
    recipients: ["SOM"],
    document: "a",
    quantities: captives(23),
    evidence: "The navy caught 23 pirates after a chase off the coast and burnt three skiffs.",
  }
  const report = (quantities: readonly Quantity[]): EventSketch => ({
    ...capture,
    document: "b",
    quantities,
    evidence: "Raiders were taken into custody by a naval frigate off the coast after a chase.",
  })
  assert.deepEqual(groups(capture, report(captives(23))), ["a+b"])
  assert.deepEqual(groups(capture, report(captives(23, null))), ["a+b"])
  assert.deepEqual(groups(capture, report(captives(26))), ["a", "b"])
  assert.deepEqual(groups(capture, report([])), ["a", "b"])
  assert.deepEqual(groups({ ...capture, quantities: captives(2) }, report(captives(2))), ["a", "b"])
})
