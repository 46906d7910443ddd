import assert from "node:assert/strict"
import { test } from "node:test"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { type DocumentMeta, linkEvent, linkEvents, textSignature } from "../../src/happening/index.ts"
import { buildEvent, type EventSketch, PLACES } from "./build-event.ts"

const outlets = createOutlets([
  parseOutlets(
    "own.tsv",
    [
      "name\tcountry\towner\taffiliation\tdomain",
      "State Wire\tBLR\tState House\tstate-affiliated\twire.example",
      "State TV\tBLR\tState House\tstate-affiliated\ttv.example",
      "Post\tLTU\tPost Trust\tindependent\tpost.example",
      "Herald\tPOL\tHerald Ltd\tindependent\therald.example",
    ].join("\n"),
  ),
])
const STRIKE: EventSketch = {
  type: "ASSAULT",
  actors: ["RUS"],
  recipients: ["UKR"],
  date: "2023-07-18",
  place: PLACES.odesa,
}
const killed = (value: number) =>
  [{ kind: "casualties", value, unit: "killed", text: `${value} killed` }] as const

/** One report an outlet, published in the order given. */
function linked(reports: readonly (readonly [string, EventSketch, Partial<DocumentMeta>?])[]) {
  const documents = new Map<string, DocumentMeta>(
    reports.map(([name, , meta], at) => [
      name,
      { published: `2023-07-${19 + at}`, publisher: { name }, ...meta },
    ]),
  )
  const events = reports.map(([name, sketch]) => buildEvent({ ...sketch, document: name }))
  const [happening, ...others] = linkEvents(events, { documents, outlets })
  assert.equal(others.length, 0)
  return happening!
}

test("each version says who gives it, by outlet and by owner, and which one is taken and why", () => {
  const { versions, quantities } = linked([
    ["State Wire", { ...STRIKE, quantities: killed(3) }],
    ["State TV", { ...STRIKE, quantities: killed(3) }],
    ["Post", { ...STRIKE, quantities: killed(5) }],
    ["Herald", { ...STRIKE, quantities: killed(5) }],
  ])
  assert.deepEqual(
    versions.map(({ value, outlets: names, independentOwners, taken }) => [
      value,
      names,
      independentOwners,
      taken,
    ]),
    [
      ["3 killed", ["State TV", "State Wire"], 1, null],
      ["5 killed", ["Herald", "Post"], 2, "most owners"],
    ],
  )
  assert.deepEqual(
    quantities.map(({ value }) => value),
    [5],
  )
})

test("of two tolls with as many owners the later is taken; of two days as precise, the stretch that holds the other", () => {
  const tolls = linked([
    ["Post", { ...STRIKE, quantities: killed(3) }],
    ["Herald", { ...STRIKE, quantities: killed(7) }],
  ])
  assert.deepEqual(
    tolls.versions.map(({ value, taken }) => [value, taken]),
    [
      ["3 killed", null],
      ["7 killed", "latest"],
    ],
  )
  const stay = linked([
    ["Post", { ...STRIKE, date: "2023-07-18/2023-07-20" }],
    ["Herald", { ...STRIKE, date: "2023-07-18" }],
  ])
  assert.deepEqual(
    [stay.date?.end, stay.versions.find(({ taken }) => taken)?.taken],
    ["2023-07-20", "widest"],
  )
})

test("a day is taken before a month, and what it is called is a version too", () => {
  const happening = linked([
    ["State Wire", { ...STRIKE, date: "2023-07", trigger: "operation" }],
    ["Post", { ...STRIKE, trigger: "invasion" }],
    ["Herald", { ...STRIKE, trigger: "invasion" }],
  ])
  assert.equal(happening.date?.start, "2023-07-18")
  assert.deepEqual(
    happening.versions.map(({ field, value, taken }) => [field, value, taken]),
    [
      ["date", "2023-07-01/2023-07-31", null],
      ["date", "2023-07-18", "most precise"],
      ["word", "invasion", "most owners"],
      ["word", "operation", null],
    ],
  )
})

const TEXT =
  "Russian missiles hit the port of Odesa in the night to Tuesday and set fire to a grain terminal, the regional governor said. Nobody was killed, but six people were taken to hospital with burns and cuts."

test("one agency text in two papers is one voice, a headline or a cut sentence apart; two own texts are two", () => {
  const signed = (text: string) => ({ signature: textSignature(text) ?? "" })
  const copied = linked([
    ["Post", STRIKE, signed(TEXT)],
    ["Herald", STRIKE, signed(`Port burns\n${TEXT.slice(0, 160)}`)],
  ])
  assert.deepEqual([copied.independentOwners, copied.outlets], [1, ["Herald", "Post"]])
  const own =
    "A grain store burnt down on the quays of Odesa after an attack from the sea, according to dockers who spoke to this newspaper by telephone; they saw three explosions shortly after one in the morning."
  assert.equal(
    linked([
      ["Post", STRIKE, signed(TEXT)],
      ["Herald", STRIKE, signed(own)],
    ]).independentOwners,
    2,
  )
})

test("a state agency's text in an independent paper is still only the state's word", () => {
  const copy = { signature: textSignature(TEXT) ?? "" }
  assert.equal(
    linked([
      ["State Wire", STRIKE, copy],
      ["Post", STRIKE, copy],
    ]).onlyStateMedia,
    true,
  )
  assert.equal(
    linked([
      ["Post", STRIKE, copy],
      ["State Wire", STRIKE, copy],
    ]).onlyStateMedia,
    false,
  )
})

test("without the texts, a long sentence that two papers share word for word gives the copy away", () => {
  const shared = { ...STRIKE, evidence: TEXT.slice(0, 120) }
  assert.equal(
    linked([
      ["Post", shared],
      ["Herald", shared],
    ]).independentOwners,
    1,
  )
  const short = { ...STRIKE, evidence: "Missiles hit Odesa." }
  assert.equal(
    linked([
      ["Post", short],
      ["Herald", short],
    ]).independentOwners,
    2,
  )
})

test("it is said who reported first, and whether anybody did at the time", () => {
  const recap = linked([["Post", { ...STRIKE, background: true }]])
  assert.deepEqual([recap.onlyRecalled, recap.firstReported?.outlet], [true, "Post"])
  const news = linked([
    ["Herald", STRIKE],
    ["Post", { ...STRIKE, background: true }],
  ])
  assert.deepEqual(
    [news.onlyRecalled, news.firstReported],
    [false, { day: "2023-07-19", outlet: "Herald", document: "Herald" }],
  )
})

test("an event is linked to the happening that it is a report of, or to none", () => {
  const candidates = [
    { id: "odesa", reports: [buildEvent(STRIKE)] },
    { id: "kharkiv", reports: [buildEvent({ ...STRIKE, place: PLACES.kharkiv })] },
  ]
  assert.equal(linkEvent(buildEvent({ ...STRIKE, quantities: killed(3) }), candidates), "odesa")
  assert.equal(linkEvent(buildEvent({ ...STRIKE, place: PLACES.kharkivRegion }), candidates), "kharkiv")
  assert.equal(linkEvent(buildEvent({ ...STRIKE, date: "2023-07-25" }), candidates), undefined)
  assert.equal(linkEvent(buildEvent({ ...STRIKE, type: null }), candidates), undefined)
})
