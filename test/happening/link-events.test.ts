import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { type DocumentMeta, linkEvents, linkKeys } from "../../src/happening/index.ts"
import { ReportSketches } from "../../src/happening/sketches.ts"
import type { Event } from "../../src/record/index.ts"
import { arbitrarySketch } from "./arbitrary-events.ts"
import { buildEvent, type EventSketch, PLACES } from "./build-event.ts"

const VISIT: EventSketch = {
  mode: "visit",
  actors: ["Alexander Lukashenko/BLR"],
  recipients: ["CHN"],
  place: PLACES.beijing,
}
const published = (days: Record<string, string>): Map<string, DocumentMeta> =>
  new Map(Object.entries(days).map(([id, day]) => [id, { published: day }]))
const together = (...sketches: EventSketch[]) => linkEvents(sketches.map(buildEvent))
const killed = (value: number) =>
  ({ kind: "casualties", value, unit: "killed", text: `${value} killed` }) as const

test("a person and the state he acts for can be the same side of one visit", () => {
  const [happening, ...others] = together(
    { ...VISIT, date: "2023-12-03", document: "a" },
    { mode: "visit", actors: ["BLR"], recipients: ["Xi Jinping/CHN"], date: "2023-12-03", document: "b" },
  )
  assert.equal(others.length, 0)
  assert.deepEqual(happening?.documents, ["a", "b"])
})

test("who does it to whom tells two acts apart, unless both sides act alike", () => {
  assert.equal(
    together(
      { type: "AID", actors: ["BLR"], recipients: ["CHN"], date: "2023-12-03" },
      { type: "AID", actors: ["CHN"], recipients: ["BLR"], date: "2023-12-03" },
    ).length,
    2,
  )
  assert.equal(
    together(
      { ...VISIT, date: "2023-12-03" },
      { actors: ["CHN", "BLR"], reciprocal: true, date: "2023-12-03" },
    ).length,
    1,
  )
})

test("a country's name says nothing of where its own meeting took place", () => {
  const day: EventSketch = {
    actors: ["Xi Jinping/CHN"],
    recipients: ["Alexander Lukashenko/BLR"],
    date: "2023-12-04",
  }
  const belarus = { name: "Belarus", country: "BLR", latitude: 53, longitude: 28, text: "Belarus" }
  const events = [buildEvent({ ...day, place: PLACES.beijing }), buildEvent({ ...day, place: belarus })]
  assert.equal(linkEvents(events, { isCountry: (name) => name === "belarus" }).length, 1)
  assert.equal(linkEvents(events).length, 2)
})

test("a meeting is told from either end; of two visits each has its guest", () => {
  const day = { date: "2023-12-04" }
  assert.equal(
    together({ ...day, actors: ["Xi Jinping/CHN"], recipients: ["BLR"] }, { ...day, ...VISIT }).length,
    1,
  )
  assert.equal(
    together({ ...day, mode: "visit", actors: ["CHN"], recipients: ["BLR"] }, { ...day, ...VISIT }).length,
    2,
  )
})

test("a month holds its days: a recap of March joins the meeting of 1 March and is no report of its day", () => {
  const events = [
    buildEvent({ ...VISIT, date: "2023-03-01", document: "then" }),
    buildEvent({ ...VISIT, date: "2023-03", background: true, document: "later" }),
    buildEvent({ ...VISIT, date: "2023-12-03", document: "later" }),
  ]
  const happenings = linkEvents(events, {
    documents: new Map<string, DocumentMeta>([
      ["then", { published: "2023-03-02", publisher: { name: "Alpha Post" } }],
      ["later", { published: "2023-12-03", publisher: { name: "Beta Post" } }],
    ]),
  })
  assert.equal(happenings.length, 2)
  const march = happenings.find(({ documents }) => documents.includes("then"))
  assert.deepEqual(march?.documents, ["later", "then"])
  assert.equal(march?.date?.start, "2023-03-01")
  assert.equal(march?.independentOwners, 1)
  assert.deepEqual(march?.outlets, ["Alpha Post"])
})

test("a visit of three days is one, whichever of its days a report gives", () => {
  const happenings = together(
    { ...VISIT, date: "2023-12-03/2023-12-05" },
    { ...VISIT, date: "2023-12-04" },
    { ...VISIT, date: "2023-12-05" },
  )
  assert.equal(happenings.length, 1)
})

test("two meetings of one day in different places stay two", () => {
  const day = { actors: ["BLR"], recipients: ["CHN"], date: "2023-12-03" }
  assert.equal(together({ ...day, place: PLACES.beijing }, { ...day, place: PLACES.minsk }).length, 2)
})

test("two ministers' meetings of one day stay two; a report that names only the states joins one of them", () => {
  const day = { recipients: ["CHN"], date: "2023-12-03" }
  const happenings = together(
    { ...day, actors: ["Alexander Lukashenko/BLR"] },
    { ...day, actors: ["Sergei Aleinik/BLR"] },
    { ...day, actors: ["BLR"] },
  )
  assert.equal(happenings.length, 2)
})

test("a call is not a visit, and aid is not a meeting", () => {
  assert.equal(
    together({ ...VISIT, date: "2023-12-03" }, { ...VISIT, mode: "phone", date: "2023-12-03" }).length,
    2,
  )
  assert.equal(
    together({ ...VISIT, date: "2023-12-03" }, { ...VISIT, type: "AID", date: "2023-12-03" }).length,
    2,
  )
})

test("a planned visit that takes place is one happening with a history", () => {
  const [visit, ...others] = linkEvents(
    [
      buildEvent({
        ...VISIT,
        id: "plan",
        status: "planned",
        date: "2023-12-03/2023-12-04",
        document: "before",
      }),
      buildEvent({ ...VISIT, id: "done", status: "occurred", date: "2023-12-03", document: "after" }),
    ],
    { documents: published({ before: "2023-11-28T09:00:00Z", after: "2023-12-03T20:00:00Z" }) },
  )
  assert.equal(others.length, 0)
  assert.equal(visit?.status, "occurred")
  assert.deepEqual(
    visit?.history.map(({ status, reported }) => [status, reported]),
    [
      ["planned", "2023-11-28"],
      ["occurred", "2023-12-03"],
    ],
  )
  assert.deepEqual(visit?.versions, [])
})

test("a visit that is called off has not occurred, and a late word of the plan does not revive it", () => {
  const [visit] = linkEvents(
    [
      buildEvent({ ...VISIT, status: "planned", date: "2023-12-03", document: "a" }),
      buildEvent({ ...VISIT, status: "not-occurred", date: "2023-12-03", document: "b" }),
      buildEvent({ ...VISIT, status: "planned", date: "2023-12-03", document: "c" }),
    ],
    { documents: published({ a: "2023-11-28", b: "2023-12-02", c: "2023-12-05" }) },
  )
  assert.equal(visit?.status, "not-occurred")
})

test("an attack that one side denies has occurred by the other reports, and the denial stays visible", () => {
  const attack: EventSketch = {
    type: "ASSAULT",
    actors: ["RUS"],
    recipients: ["UKR"],
    date: "2023-07-01",
    place: PLACES.odesa,
  }
  const [happening, ...others] = together(
    { ...attack, document: "a" },
    { ...attack, status: "denied", document: "b" },
  )
  assert.equal(others.length, 0)
  assert.equal(happening?.status, "occurred")
  assert.deepEqual(
    happening?.versions.map(({ field, value }) => [field, value]),
    [
      ["status", "denied"],
      ["status", "occurred"],
    ],
  )
})

test("a threat is not the deed, even on the same day", () => {
  const act: EventSketch = { type: "ASSAULT", actors: ["RUS"], recipients: ["UKR"], date: "2023-07-01" }
  assert.equal(together(act, { ...act, status: "threatened" }).length, 2)
})

test("different counts of the dead of one attack are versions of it, each with its documents", () => {
  const attack: EventSketch = {
    type: "ASSAULT",
    mode: "drone",
    actors: ["RUS"],
    recipients: ["UKR"],
    date: "2023-07-01",
  }
  const [happening, ...others] = together(
    { ...attack, place: PLACES.kharkiv, quantities: [killed(3)], document: "a" },
    { ...attack, place: PLACES.kharkivRegion, quantities: [killed(5)], document: "b" },
  )
  assert.equal(others.length, 0)
  assert.deepEqual(
    happening?.versions.map(({ field, value, documents }) => [field, value, documents]),
    [
      ["place", "Kharkiv", ["a"]],
      ["place", "Kharkiv Oblast", ["b"]],
      ["quantity", "3 killed", ["a"]],
      ["quantity", "5 killed", ["b"]],
    ],
  )
})

test("an attack whose author one report leaves out is the attack on the same town on the same day", () => {
  const day = { type: "ASSAULT", date: "2023-07-01", place: PLACES.odesa } as const
  assert.equal(
    together({ ...day, actors: ["RUS"], recipients: ["UKR"] }, { ...day, recipients: ["UKR"] }).length,
    1,
  )
  assert.equal(
    together({ ...day, actors: ["RUS"] }, { ...day, actors: ["RUS"], recipients: ["UKR"] }).length,
    1,
  )
})

test("repetitions within a document are one event", () => {
  const [happening, ...others] = together(
    { ...VISIT, date: "2023-12-03", document: "a" },
    { ...VISIT, date: "~2023-12-03", document: "a", evidence: "He came again to Beijing." },
  )
  assert.equal(others.length, 0)
  assert.deepEqual([happening?.events.length, happening?.documents], [2, ["a"]])
})

test("accusations of one day are one only where their words agree", () => {
  const accuse: EventSketch = { type: "ACCUSE", actors: ["POL"], recipients: ["BLR"], date: "2021-11-08" }
  const border = {
    ...accuse,
    evidence: "Warsaw accused Minsk of pushing migrants across the frontier near Kuznica.",
  }
  const same = {
    ...accuse,
    evidence: "Poland said that Belarus was pushing migrants over the frontier at Kuznica.",
  }
  const other = { ...accuse, evidence: "Poland blamed Belarusian hackers for a stolen mailbox." }
  assert.equal(together(border, same).length, 1)
  assert.equal(together(border, other).length, 2)
})

test("standing sanctions without a date do not chain years of reports together", () => {
  const documents: Record<string, string> = {}
  const events = Array.from({ length: 24 }, (_, month) => {
    const id = `m${month}`
    documents[id] = `20${22 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`
    return buildEvent({
      type: "SANCTION",
      status: "ongoing",
      actors: ["USA"],
      recipients: ["BLR"],
      document: id,
      evidence: "Minsk is under American sanctions.",
    })
  })
  const happenings = linkEvents(events, { documents: published(documents) })
  assert.ok(happenings.length >= 12, `${happenings.length} happenings`)
  assert.ok(happenings.every(({ documents: of }) => of.length <= 3))
})

test("reports day by day do not chain a year of attacks into one", () => {
  const documents: Record<string, string> = {}
  const events = Array.from({ length: 60 }, (_, day) => {
    const id = `d${day}`
    documents[id] = new Date(Date.UTC(2023, 0, 1 + day)).toISOString()
    return buildEvent({
      type: "ASSAULT",
      actors: ["RUS"],
      recipients: ["UKR"],
      date: `~${documents[id].slice(0, 10)}`,
      document: id,
      evidence: "Shells fell on the town.",
    })
  })
  const happenings = linkEvents(events, { documents: published(documents) })
  for (const { documents: of } of happenings) {
    const days = of.map((id) => Number(id.slice(1)))
    assert.ok(Math.max(...days) - Math.min(...days) <= 10)
  }
})

test("a summit of twenty is one happening, and a talk of two on its margins another", () => {
  const twenty = "USA CHN GBR FRA DEU ITA JPN CAN AUS BRA IND IDN MEX RUS SAU ZAF KOR TUR ARG".split(" ")
  const day = { date: "2022-11-15", reciprocal: true }
  assert.equal(together({ ...day, actors: twenty }, { ...day, actors: twenty.slice(2) }).length, 1)
  assert.equal(together({ ...day, actors: twenty }, { ...day, actors: ["USA", "CHN"] }).length, 2)
})

test("undated events without a publication day join by their words alone", () => {
  const plain = { type: "COERCE", actors: ["BLR"], recipients: ["BLR"] } as const
  const one = { ...plain, evidence: "Police detained forty demonstrators near Pushkinskaya station." }
  const same = {
    ...plain,
    evidence: "Near Pushkinskaya station the police detained forty demonstrators, a witness said.",
  }
  assert.equal(together(one, same).length, 1)
  assert.equal(together(one, { ...plain, evidence: "A court jailed the editor of a magazine." }).length, 2)
})

test("within one country parties are told apart by sector, and each side by its persons", () => {
  const quarrel: EventSketch = {
    type: "ACCUSE",
    date: "2019-09-25",
    actors: ["Ann Archer/USA"],
    recipients: ["Bob Baker/USA"],
    evidence: "A witch hunt, one told the other.",
  }
  assert.equal(
    together(quarrel, { ...quarrel, actors: ["Bob Baker/USA"], recipients: ["Ann Archer/USA"] }).length,
    2,
  )
  assert.equal(together(quarrel, { ...quarrel }).length, 1)
})

test("a report that names nobody does not bring two speakers together", () => {
  const day: EventSketch = { type: "ACCUSE", document: "a", date: "2010-05-04", recipients: ["IRN"] }
  assert.equal(
    together(
      { ...day, actors: ["USA", "GBR"] },
      { ...day, actors: ["Ann Archer/USA"] },
      { ...day, actors: ["Bob Baker/USA"] },
    ).length,
    2,
  )
})

test("people whom nobody can place do not set two reports apart", () => {
  const shelling: EventSketch = { type: "ASSAULT", actors: ["RUS"], date: "2023-07-01", place: PLACES.odesa }
  assert.equal(
    together({ ...shelling, recipients: ["UKR"] }, { ...shelling, recipients: ["?several dockers"] }).length,
    1,
  )
  assert.equal(
    together(
      { ...shelling, actors: ["?gunmen"], recipients: [] },
      { ...shelling, actors: ["?pirates"], recipients: [] },
    ).length,
    2,
  )
})

test("the report told first is news, names both sides and stands early; score and quad class are its own", () => {
  const day: EventSketch = { actors: ["BLR"], recipients: ["CHN"], date: "2023-12-04" }
  const [happening] = together(
    { ...day, id: "late", sentence: 9, document: "a" },
    { ...day, id: "recap", mode: "visit", score: 4, sentence: 0, background: true, document: "b" },
    { ...day, id: "lead", mode: "visit", score: 4, sentence: 1, document: "c" },
    { ...day, id: "plan", mode: "visit", score: 2.5, sentence: 0, status: "planned", document: "d" },
  )
  assert.deepEqual([happening?.bestEvent, happening?.mode, happening?.score], ["lead", "visit", 4])
})

test("an event without a type is no happening", () => {
  assert.deepEqual(together({ type: null, actors: ["BLR"], recipients: ["CHN"], date: "2023-12-03" }), [])
})

test("five channels of one state are one voice beside one independent paper", () => {
  const outlets = createOutlets([
    parseOutlets(
      "own.tsv",
      "name\tcountry\towner\taffiliation\tdomain\nA\tBLR\tState TV\tstate-affiliated\ta.example\nB\tBLR\tState Press\tstate-affiliated\tb.example\nC\tLTU\tC Trust\tindependent\tc.example",
    ),
  ])
  const meta = (name: string): DocumentMeta => ({ published: "2023-12-03", publisher: { name } })
  const link = (names: string[]) =>
    linkEvents(
      names.map((name) => buildEvent({ ...VISIT, date: "2023-12-03", document: name })),
      {
        documents: new Map(names.map((name) => [name, meta(name)])),
        outlets,
      },
    )[0]
  assert.deepEqual([link(["A", "B"])?.independentOwners, link(["A", "B"])?.onlyStateMedia], [1, true])
  assert.deepEqual(
    [link(["A", "B", "C"])?.independentOwners, link(["A", "B", "C"])?.onlyStateMedia],
    [2, false],
  )
  assert.equal(link(["A", "unheard of"])?.onlyStateMedia, false)
})

const arbitraryEvents = fc
  .array(arbitrarySketch, { maxLength: 40 })
  .map((sketches) => sketches.map((sketch, at) => buildEvent({ ...sketch, id: `event${at}` })))
const DOCUMENTS = published(
  Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`doc${n}`, `2023-03-0${(n % 9) + 1}`])),
)

test("the order of the events changes nothing", () => {
  fc.assert(
    fc.property(
      arbitraryEvents.chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
      ([events, shuffled]) => {
        assert.deepEqual(
          linkEvents(shuffled, { documents: DOCUMENTS }),
          linkEvents(events, { documents: DOCUMENTS }),
        )
      },
    ),
    { seed: 20231203, numRuns: 200 },
  )
})

test("every typed event stands in exactly one happening", () => {
  fc.assert(
    fc.property(arbitraryEvents, (events) => {
      const linked = linkEvents(events, { documents: DOCUMENTS }).flatMap((happening) => happening.events)
      assert.deepEqual(linked.sort(), events.map(({ id }) => id).sort())
    }),
    { seed: 20231204, numRuns: 100 },
  )
})

/** The events in groups of which no event of one is bound to one of another. */
function partsOf(events: readonly Event[], bound: (a: Event, b: Event) => boolean): Event[][] {
  const parts: Event[][] = []
  for (const event of events) {
    const part = [event]
    for (const other of parts.filter((members) => members.some((member) => bound(member, event)))) {
      part.push(...other)
      parts.splice(parts.indexOf(other), 1)
    }
    parts.push(part)
  }
  return parts
}

const sharesKey = (a: Event, b: Event): boolean => {
  const keys = new Set(linkKeys(a, DOCUMENTS.get(a.document)))
  return linkKeys(b, DOCUMENTS.get(b.document)).some((key) => keys.has(key))
}

function canMeet(a: Event, b: Event): boolean {
  const sketches = new ReportSketches()
  sketches.add(0, a, DOCUMENTS.get(a.document) ?? {})
  sketches.add(1, b, DOCUMENTS.get(b.document) ?? {})
  return sketches.canMeet(0, 1)
}

const BONDS: readonly (readonly [string, (a: Event, b: Event) => boolean])[] = [
  ["share no key", sharesKey],
  ["share no key, or cannot meet,", (a, b) => sharesKey(a, b) && canMeet(a, b)],
]
for (const [apart, bound] of BONDS)
  test(`parts of a corpus that ${apart} are linked apart as they are linked together`, () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const linked = partsOf(events, bound).flatMap((part) => linkEvents(part, { documents: DOCUMENTS }))
        assert.deepEqual(
          linked.sort((a, b) => (a.id < b.id ? -1 : 1)),
          linkEvents(events, { documents: DOCUMENTS }),
        )
      }),
      { seed: 20231205, numRuns: 200 },
    )
  })
