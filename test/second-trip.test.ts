import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { before, test } from "node:test"
import { createReader, type Event, type Participant, type Reader } from "../src/index.ts"
import { readPlain } from "../src/text/read-plain.ts"

/**
 * An analyst's yardstick: one article about a visit, with plans, recollections, claims, denials and other people's words in it.
 * Each test is a line that a careful reader would put on record, or would refuse to.
 */
const FILE = join(import.meta.dirname, "golden/second-trip/article.md")

let events: readonly Event[]
let text: string

before(() => {
  const reader: Reader = createReader()
  const reading = reader.read(readPlain(readFileSync(FILE, "utf8"), { markdown: true }))
  events = reading.events
  text = reading.article.text
})

const names = (parties: readonly Participant[]): string =>
  parties.map(({ name, country }) => `${name} (${country})`).join(" + ")
const line = (event: Event): string =>
  `${event.type} ${event.mode} ${event.status}${event.background ? " background" : ""}: ${names(event.actors)} > ${names(event.recipients)} ${event.date?.start ?? "undated"} "${event.evidence.text}"`

const has = (parties: readonly Participant[], country: string): boolean =>
  parties.some((party) => party.country === country)
const between = (event: Event, a: string, b: string): boolean => {
  const all = [...event.actors, ...event.recipients]
  return has(all, a) && has(all, b)
}
const from = (event: Event, a: string, b: string): boolean => has(event.actors, a) && has(event.recipients, b)

/** The events that fit; fails with everything that was coded where none does. */
function found(what: string, fits: (event: Event) => boolean): [Event, ...Event[]] {
  const [first, ...rest] = events.filter(fits)
  assert.ok(first !== undefined, `no ${what} among:\n${events.map(line).join("\n")}`)
  return [first, ...rest]
}
const says = (event: Event, words: string): boolean => event.evidence.text.includes(words)
const chain = (event: Event): string[] => event.attribution.map(({ name }) => name)

test("every evidence and participant span holds the words it names", () => {
  for (const event of events)
    for (const span of [event.evidence, ...event.actors, ...event.recipients])
      assert.equal(text.slice(span.start, span.end), span.text)
})

test("1. the visit to Beijing is under way, the second in 2023", () => {
  const [visit] = found(
    "visit of Lukashenko to China on 3 December 2023",
    (event) =>
      event.type === "CONSULT" &&
      event.mode === "visit" &&
      from(event, "BLR", "CHN") &&
      event.date?.start === "2023-12-03",
  )
  assert.ok(visit.status === "ongoing" || visit.status === "occurred", line(visit))
  const ordinals = events.flatMap(({ quantities }) => quantities).filter(({ kind }) => kind === "ordinal")
  assert.ok(
    ordinals.some(({ value, unit, period }) => value === 2 && unit === "visit" && period === "2023"),
    JSON.stringify(ordinals),
  )
})

test("2. the meeting with Xi is planned, not held", () => {
  const [meeting] = found(
    "planned meeting",
    (event) => event.type === "CONSULT" && event.status === "planned" && between(event, "BLR", "CHN"),
  )
  assert.equal(meeting.plover, "AGREE")
  assert.deepEqual(
    events.filter((event) => says(event, "scheduled for Monday") && event.status === "occurred").map(line),
    [],
  )
})

test("3. the meeting of March 2023 is recalled as background, with its four hours told by the delegation", () => {
  const [meeting] = found(
    "meeting in March 2023",
    (event) =>
      event.type === "CONSULT" &&
      between(event, "BLR", "CHN") &&
      event.date?.start.startsWith("2023-03") === true,
  )
  assert.equal(meeting.status, "occurred")
  assert.equal(meeting.background, true)
  const told = found("event that took four hours", ({ quantities }) =>
    quantities.some(({ kind, value, unit }) => kind === "duration" && value === 4 && unit === "hour"),
  )
  const sources = told.flatMap(({ attribution }) => attribution)
  assert.ok(
    sources.some(({ name }) => name.includes("delegation")),
    JSON.stringify(sources),
  )
})

test("4. the trade deals were expected, not signed, and worth 3.56 billion dollars", () => {
  const [deals] = found("deals expected to be signed", (event) =>
    event.quantities.some(({ value, unit }) => value === 3_560_000_000 && unit === "USD"),
  )
  assert.equal(deals.status, "expected", line(deals))
})

test("5. the two leaders discussed the war in Ukraine: talks, never an attack", () => {
  found(
    "discussion",
    (event) => event.type === "CONSULT" && between(event, "BLR", "CHN") && says(event, "discussed it"),
  )
  assert.deepEqual(
    events.filter((event) => event.type === "ASSAULT" && between(event, "BLR", "CHN")).map(line),
    [],
  )
})

test("6. Belarus let Russian forces use its territory", () => {
  const [access] = found(
    "military access",
    (event) =>
      between(event, "BLR", "RUS") &&
      (says(event, "let Russian troops") || says(event, "opened its airfields")),
  )
  assert.equal(access.status, "occurred", line(access))
  assert.ok(["COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT"].includes(access.type ?? ""), line(access))
})

test("7. Belarus did not attack Ukraine", () => {
  const attacks = events.filter(
    (event) =>
      event.type === "ASSAULT" &&
      from(event, "BLR", "UKR") &&
      (event.status === "occurred" || event.status === "ongoing"),
  )
  assert.deepEqual(attacks.map(line), [])
})

test("8. what the State Department said stands through the portal that reports it", () => {
  const [comment] = found("comment of the State Department through the portal", (event) => {
    const names = chain(event)
    return names.includes("Kupala Portal") && names.some((name) => /State/.test(name))
  })
  assert.ok(chain(comment).indexOf("Kupala Portal") < chain(comment).findIndex((name) => /State/.test(name)))
})

test("9. it is the state agency that calls the visit a working one", () => {
  found("visit called working", (event) => says(event, "working") && chain(event).includes("BelTA"))
})

test("10. China saluted Lukashenko on his earlier visit, as the agency recalls", () => {
  const [salute] = found("salute", (event) => says(event, "salute"))
  assert.ok(chain(salute).includes("BelTA"), line(salute))
})

test("11. the agenda's topics are quoted from the agency", () => {
  const [agenda] = found(
    "agenda",
    (event) => event.topics.includes("trade") && event.topics.includes("investment"),
  )
  assert.ok(chain(agenda).includes("BelTA") || agenda.quote?.speaker === "BelTA", line(agenda))
})

test("12. Xi's words after the March meeting are his quote and SUPPORT", () => {
  const [support] = found(
    "support",
    (event) => event.type === "SUPPORT" && has(event.actors, "CHN") && event.quote !== null,
  )
  assert.equal(support.quote?.speaker, "Xi Jinping")
})

test("13. Western sanctions on Belarus stand", () => {
  const [sanction] = found("sanctions", (event) => event.type === "SANCTION" && has(event.recipients, "BLR"))
  assert.ok(sanction.status === "ongoing" || sanction.status === "occurred", line(sanction))
  assert.ok(has(sanction.actors, "USA"), line(sanction))
  assert.equal(sanction.recipients[0]?.sector, "GOV")
})

test("14. that Beijing has never condemned the aggression is no accusation that occurred", () => {
  const [absence] = found(
    "condemnation that did not happen",
    (event) => event.status === "not-occurred" && has(event.actors, "CHN") && says(event, "condemned"),
  )
  assert.ok(between(absence, "CHN", "RUS"), line(absence))
  assert.deepEqual(
    events
      .filter((event) => event.type === "ACCUSE" && has(event.actors, "CHN") && event.status === "occurred")
      .map(line),
    [],
  )
})
