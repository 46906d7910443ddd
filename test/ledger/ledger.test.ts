import assert from "node:assert/strict"
import { test } from "node:test"
import type { EventType } from "../../src/record/index.ts"
import type { EventSketch } from "../happening/build-event.ts"
import { ARTICLES, entriesFrom, ledgerFrom } from "./belarus-china.ts"

const ledger = ledgerFrom(ARTICLES)
const visitsOf2023 = ledger.encounters.filter(({ kind, from }) => kind === "visit" && from.startsWith("2023"))
const article = (published: string, ...events: EventSketch[]) => ({
  ...{ id: `on ${published}`, published, outlet: "Kupala Portal", events },
})
const upTo = (id: string) => ARTICLES.slice(0, ARTICLES.findIndex((other) => other.id === id) + 1)

test("arrival, talks, the premier's reception and the departure are one visit; the year has two", () => {
  assert.deepEqual(
    visitsOf2023.map(({ from, to, host }) => [from, to, host]),
    [
      ["2023-02-28", "2023-03-02", "CHN"],
      ["2023-12-03", "2023-12-04", "CHN"],
    ],
  )
  const count = ledger.counts.find(({ who, year }) => who.name === "Alexander Lukashenko" && year === "2023")
  assert.deepEqual([count?.visits, count?.received, count?.meetings], [2, 0, 0])
  const xi = ledger.counts.find(({ who, year }) => who.name === "Xi Jinping" && year === "2023")
  assert.deepEqual([xi?.visits, xi?.received], [0, 2])
})

test("each visit holds every outlet's report of it, the plan's and the recap's too", () => {
  const outlets = visitsOf2023.map(({ evidence }) =>
    [...new Set(evidence.map(({ outlet }) => outlet))].sort(),
  )
  for (const outlet of [
    "Neman State Wire",
    "Potomac Standard",
    "Jade Gate Wire",
    "Minsk Chronicle",
    "Kupala Portal",
  ])
    assert.ok(outlets[0]?.includes(outlet), `${outlet} is missing from ${outlets[0]}`)
  assert.ok(outlets[1]?.includes("Kupala Portal") && outlets[1].includes("Jade Gate Wire"))
})

test("a call is no meeting and no visit", () => {
  const calls = ledger.encounters.filter(({ kind }) => kind === "call")
  assert.deepEqual(
    calls.map(({ from, guests }) => [from, guests.map(({ name }) => name)]),
    [["2023-02-24", ["Sergei Aleinik", "Qin Gang"]]],
  )
})

test("the second trip of the year agrees with the record, and so do the two visits of last year", () => {
  const told = ledger.claims.map(({ value, unit, sense, counted, verdict }) => [
    value,
    unit,
    sense,
    counted,
    verdict,
  ])
  assert.deepEqual(told, [
    [2, "visit", "ordinal", 2, "agrees"],
    [2, "meeting", "ordinal", 2, "agrees"],
    [2, "visit", "total", 2, "agrees"],
  ])
})

test("a third trip of which the record knows two is beyond it; a first one that it knows to be the second is contradicted", () => {
  const claimed = (value: number) =>
    ledgerFrom([
      ...upTo("concluded"),
      article("2023-12-03", {
        ...{ mode: "visit", actors: ["Alexander Lukashenko/BLR"], recipients: ["CHN"], date: "2023-12-03" },
        quantities: [{ kind: "ordinal", value, unit: "visit", period: "2023", text: `${value}` }],
        evidence: "Alexander Lukashenka is on a trip to China",
      }),
    ]).claims[0]
  assert.deepEqual([claimed(3)?.counted, claimed(3)?.verdict], [2, "record too thin"])
  assert.deepEqual([claimed(1)?.counted, claimed(1)?.verdict], [2, "contradicts"])
})

test("the package of March was expected, then signed, and is worth what was last said of it", () => {
  const promises = ledger.promises.filter(({ kind }) => kind === "agreement")
  assert.equal(promises.length, 1)
  const [march] = promises
  assert.equal(march?.state, "signed")
  assert.deepEqual(
    march?.history.map(({ state, evidence }) => [evidence.reported, state]),
    [
      ["2023-02-25", "expected"],
      ["2023-02-28", "expected"],
      ["2023-03-01", "signed"],
      ["2023-03-02", "signed"],
      ["2023-12-03", "signed"],
    ],
  )
  assert.deepEqual(
    march?.amounts.filter(({ kind }) => kind === "money").map(({ value }) => value),
    [3_500_000_000],
  )
})

test("a deal that was expected and of which nothing more was heard is unknown once its day has passed", () => {
  const deals: EventSketch = {
    ...{ type: "AGREE", status: "expected", background: true, date: "2023-03", trigger: "sign" },
    ...{ actors: ["BLR", "CHN"], reciprocal: true },
    quantities: [{ kind: "money", value: 3.56e9, unit: "USD", text: "$3.56 billion" }],
    evidence: "In March, the leaders were expected to sign trade deals worth $3.56 billion",
  }
  const stateOn = (asOf: string) => ledgerFrom([article("2023-12-03", deals)], asOf).promises[0]?.state
  assert.equal(stateOn("2023-12-03"), "unknown")
  assert.equal(stateOn("2023-03-15"), "expected")
})

test("another sum on other days is another promise", () => {
  const other: EventSketch = {
    ...{ type: "SUPPORT", actors: ["BLR", "CHN"], reciprocal: true, date: "2023-03-20", trigger: "signed" },
    quantities: [{ kind: "money", value: 9e9, unit: "USD", text: "$9 billion" }],
    evidence: "Belarus and China signed a contract worth $9 billion",
  }
  const expected: EventSketch = {
    ...{ type: "AGREE", status: "expected", actors: ["BLR", "CHN"], reciprocal: true, date: "2023-03-01" },
    quantities: [{ kind: "money", value: 3.56e9, unit: "USD", text: "$3.56 billion" }],
    evidence: "They are expected to sign agreements worth $3.56 billion",
  }
  const states = ledgerFrom([article("2023-02-27", expected), article("2023-03-20", other)]).promises.map(
    ({ state }) => state,
  )
  assert.deepEqual(states, ["unknown", "signed"])
})

test("an agreement that a party later quits is broken", () => {
  const signed: EventSketch = {
    ...{ type: "SUPPORT", actors: ["BLR", "CHN"], reciprocal: true, date: "2023-03-01" },
    evidence: "Belarus and China signed a treaty on trade",
  }
  const quit: EventSketch = {
    ...{ type: "SANCTION", actors: ["CHN"], recipients: ["BLR"], date: "2024-05-01" },
    evidence: "China withdrew from the treaty on trade with Belarus",
  }
  const { promises, standing } = ledgerFrom([article("2023-03-01", signed), article("2024-05-01", quit)])
  assert.deepEqual(promises.map(({ state }) => state).sort(), ["broken", "signed"])
  assert.ok(standing.some(({ kind }) => kind === "treaty"))
})

test("that it has never condemned stands until the record holds a condemnation: a later one overtakes it, an earlier one contradicts it", () => {
  const [claim] = ledger.absences
  assert.deepEqual([claim?.type, claim?.asOf, claim?.verdict], ["ACCUSE", "2023-12-03", "stands"])
  const condemned = (day: string) =>
    article(day, {
      ...{
        type: "ACCUSE",
        mode: "disapprove",
        actors: ["CHN"],
        recipients: ["BLR"],
        date: day,
        trigger: "condemned",
      },
      evidence: "China condemned the invasion from Belarus",
    })
  const verdictWith = (day: string) => {
    const absence = ledgerFrom([...ARTICLES, condemned(day)]).absences[0]
    return [absence?.verdict, absence?.against.map(({ when, date }) => `${when} ${date}`)]
  }
  assert.deepEqual(verdictWith("2024-02-01"), ["overtaken", ["later 2024-02-01"]])
  assert.deepEqual(verdictWith("2023-04-01"), ["contradicted", ["before 2023-04-01"]])
})

test("sanctions stand since the first, are extended by the next, and are lifted", () => {
  const act = (day: string, type: EventType, evidence: string) =>
    article(day, { ...{ type, actors: ["CHN"], recipients: ["BLR"], date: day }, evidence })
  const imposed = act("2021-06-21", "SANCTION", "China imposed sanctions on Belarus")
  const more = act("2022-02-01", "SANCTION", "China imposed further sanctions on Belarus")
  const lifted = act("2023-09-11", "CONCEDE", "China lifted the sanctions on Belarus")
  const [inForce] = ledgerFrom([imposed, more]).standing
  assert.deepEqual([inForce?.state, inForce?.since?.start, inForce?.until], ["in force", "2021-06-21", null])
  assert.deepEqual(
    inForce?.history.map(({ change }) => change),
    ["begins", "extends"],
  )
  const [ended] = ledgerFrom([imposed, more, lifted]).standing
  assert.deepEqual([ended?.state, ended?.until?.start], ["ended", "2023-09-11"])
})

test("the ledger does not depend on the order in which the articles came", () => {
  assert.deepEqual(ledgerFrom([...ARTICLES].reverse()), ledger)
  assert.ok(entriesFrom(ARTICLES).length > 0)
})
