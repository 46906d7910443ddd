import assert from "node:assert/strict"
import { test } from "node:test"
import { linkEvents } from "../../src/happening/index.ts"
import { buildEvent, type EventSketch } from "./build-event.ts"

const together = (...sketches: EventSketch[]) => linkEvents(sketches.map(buildEvent))
const DAY = { date: "2022-07-22" }
const SIGNING: EventSketch = {
  ...DAY,
  type: "AGREE",
  actors: ["Recep Tayyip Erdogan/TUR"],
  recipients: ["Vladimir Putin/RUS"],
  document: "signing",
  evidence: "Erdogan and Putin put their names to a memorandum on gas transit in Istanbul.",
}
const TALKS: EventSketch = {
  ...DAY,
  type: "CONSULT",
  actors: ["Vladimir Putin/RUS"],
  recipients: ["Recep Tayyip Erdogan/TUR"],
  document: "talks",
  evidence: "Putin held talks on gas with Erdogan in Istanbul.",
}

test("talks and what was signed at them are one happening, whichever side a report begins with", () => {
  const [happening, ...others] = together(SIGNING, TALKS)
  assert.equal(others.length, 0)
  assert.deepEqual(happening?.documents, ["signing", "talks"])
})

test("the happening has the type that most of its reports give, and of two the talks", () => {
  assert.equal(together(SIGNING, TALKS)[0]?.type, "CONSULT")
  const [signed] = together(SIGNING, { ...SIGNING, document: "again" }, TALKS)
  assert.deepEqual([signed?.type, signed?.documents.length], ["AGREE", 3])
})

test("mode, quad class and score belong to the happening's type", () => {
  const [happening] = together(
    { ...TALKS, mode: "visit", quad: "verbal cooperation", score: 2 },
    { ...TALKS, document: "later", mode: "visit", quad: "verbal cooperation", score: 2 },
    { ...SIGNING, type: "COOPERATE", mode: "military", quad: "material cooperation", score: 7 },
  )
  assert.deepEqual(
    [happening?.type, happening?.mode, happening?.quad, happening?.score],
    ["CONSULT", "visit", "verbal cooperation", 2],
  )
  assert.deepEqual(
    happening?.versions.filter(({ field }) => field === "mode"),
    [],
  )
})

test("a visit that one paper foretells as an agreement and another reports as talks is one history", () => {
  const [visit, ...others] = together(
    {
      ...SIGNING,
      status: "planned",
      date: "2022-07-21/2022-07-23",
      evidence: "Erdogan will pay a working visit to his neighbour from 21 to 23 July.",
    },
    TALKS,
  )
  assert.equal(others.length, 0)
  assert.deepEqual([visit?.status, visit?.type], ["occurred", "CONSULT"])
})

test("thanks that do not say whom, other words of the day, and two acts of one article stay apart", () => {
  const thanks: EventSketch = {
    ...SIGNING,
    type: "SUPPORT",
    recipients: [],
    evidence: "Erdogan expressed gratitude for the memorandum on gas transit in Istanbul.",
  }
  assert.equal(together(thanks, TALKS).length, 2)
  const words: EventSketch = { ...SIGNING, type: "SUPPORT", evidence: "He praised the harvest." }
  assert.equal(together({ ...words, actors: ["TUR"], recipients: ["RUS"] }, TALKS).length, 2)
  assert.equal(together({ ...words, document: "talks" }, TALKS).length, 2)
})

test("a border shut is coercion to one paper and a sanction to another, but each state shuts its own", () => {
  const shut: EventSketch = {
    ...DAY,
    type: "SANCTION",
    mode: "discontinue",
    actors: ["POL"],
    recipients: ["BLR"],
    document: "a",
    evidence: "Warsaw shut the crossing at Terespol to lorries.",
  }
  const closed: EventSketch = {
    ...shut,
    type: "COERCE",
    mode: "restrict",
    document: "b",
    evidence: "Poland closed the Terespol crossing to all lorries.",
  }
  assert.equal(together(shut, closed).length, 1)
  assert.equal(together(shut, { ...closed, actors: ["BLR"], recipients: ["POL"] }).length, 2)
  assert.equal(together(shut, { ...closed, type: "RETREAT" }).length, 2)
})

test("dates a day apart are one act where the words agree, and two where they do not or are two days apart", () => {
  const release: EventSketch = {
    type: "RETREAT",
    actors: ["BLR"],
    recipients: ["USA"],
    date: "2025-06-30",
    document: "a",
    evidence: "Minsk freed fourteen prisoners and let them cross into Lithuania.",
  }
  const dated = (date: string, evidence: string): EventSketch => ({
    ...release,
    document: "b",
    date,
    evidence,
  })
  const same = "Fourteen freed prisoners crossed into Lithuania."
  assert.equal(together(release, dated("2025-07-01", same)).length, 1)
  assert.equal(together(release, dated("2025-07-01", "The regime gave way over a journalist.")).length, 2)
  assert.equal(together(release, dated("2025-07-02", same)).length, 2)
  assert.equal(together(release, { ...dated("2025-07-01", same), document: "a" }).length, 2)
})

test("a description is nobody's name: the head of a company may be the man whom another paper names", () => {
  const march: EventSketch = { ...DAY, type: "CONSULT", recipients: ["Alexander Lukashenko/BLR"] }
  const named = { ...march, actors: ["Yevgeny Prigozhin/RUS"], document: "a" }
  assert.equal(together(named, { ...march, actors: ["the head of Wagner/RUS"], document: "b" }).length, 1)
  assert.equal(together(named, { ...march, actors: ["Dmitry Utkin/RUS"], document: "b" }).length, 2)
})

test("an inflected verb is the same word", () => {
  const open: EventSketch = {
    ...DAY,
    type: "SUPPORT",
    actors: ["TWN"],
    recipients: ["LTU"],
    document: "a",
    evidence: "Taiwan opened an office.",
  }
  assert.equal(
    together(open, { ...open, document: "b", evidence: "It let Taipei open its mission." }).length,
    1,
  )
  assert.equal(
    together(open, { ...open, document: "b", evidence: "It let Taipei build its mission." }).length,
    2,
  )
})
