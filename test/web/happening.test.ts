import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { Attribution, Version } from "../../src/record/index.ts"
import type { ReportRow } from "../../src/view/api.ts"
import { versionMatrix } from "../../web/src/happening/outlet-versions.ts"
import { pairsBetween } from "../../web/src/happening/pairs-between.ts"
import { saysSo } from "../../web/src/happening/says-so.ts"
import { layOut } from "../../web/src/happening/says-so-layout.ts"

const party = (country: string | null) => ({ name: `of ${country}`, country, sector: null, role: null })

let reports = 0
const report = (
  outlet: string | null,
  attribution: readonly Attribution[] = [],
  document?: string,
): ReportRow => ({
  event: `e${++reports}`,
  document: document ?? `d${reports}`,
  title: null,
  published: "2023-12-03",
  url: null,
  outlet: outlet === null ? null : { name: outlet, country: "BLR", owner: null, affiliation: "independent" },
  evidence: "He arrived.",
  status: "occurred",
  background: false,
  attribution,
  date: null,
  quantities: [],
  confidence: 0.9,
})
const media = (name: string): Attribution => ({ name, kind: "media" })
const ministry: Attribution = { name: "Ministry of Defence", kind: "government", country: "BLR" }

const version = (
  field: Version["field"],
  value: string,
  documents: readonly string[],
  taken: Version["taken"] = null,
) => ({
  ...{ field, value, documents, taken },
  outlets: [],
  independentOwners: 1,
})

test("versions stand side by side, an outlet a row and a field a column, in words", () => {
  const { fields, outlets } = versionMatrix(
    [
      version("date", "2023-12-03", ["a"]),
      version("date", "2023-12-03/2023-12-04", ["b"], "widest"),
      version("quantity", "3500000000 USD", ["a"], "latest"),
      version("quantity", "3 soldier", ["b"]),
      version("status", "not-occurred", ["b"]),
      version("mode", "change_of_mind", ["b"]),
    ],
    [report("Neris Post", [], "a"), report("Pina Herald", [], "b"), report("Sula Times", [], "c")],
  )
  assert.deepEqual(
    fields.map(({ name, taken }) => [name, taken?.words, taken?.why]),
    [
      ["date", "3–4 Dec 2023", "it contains the others"],
      ["number USD", "USD 3.5 billion", "the latest word"],
      ["number soldier", undefined, undefined],
      ["status", undefined, undefined],
      ["mode", undefined, undefined],
    ],
  )
  assert.deepEqual(
    outlets.map(({ outlet, given }) => [
      outlet?.name,
      given.map((cell) => cell.map(({ words, taken }) => [words, taken])),
    ]),
    [
      ["Neris Post", [[["3 Dec 2023", false]], [["USD 3.5 billion", true]], [], [], []]],
      [
        "Pina Herald",
        [
          [["3–4 Dec 2023", true]],
          [],
          [["3 soldiers", false]],
          [["did not occur", false]],
          [["change of mind", false]],
        ],
      ],
    ],
  )
})

test("a version leads to the report of the article that gives it", () => {
  const own = report("Neris Post", [], "a")
  const { outlets } = versionMatrix(
    [version("place", "Beijing", ["a"]), version("place", "Minsk", ["b"])],
    [own],
  )
  assert.deepEqual(outlets[0]?.given[0], [
    { words: "Beijing", taken: false, document: "a", event: own.event },
  ])
})

test("reports that agree have no versions", () =>
  assert.deepEqual(versionMatrix([], [report("Neris Post")]), { fields: [], outlets: [] }))

test("who says so leads from each outlet over whom it cites to the source", () => {
  const graph = saysSo([
    report("Neris Post", [media("BelTA"), ministry]),
    report("Sula Times", [media("BelTA"), ministry]),
    report("Sula Times"),
    report("BelTA", [ministry]),
  ])
  assert.deepEqual(
    graph.tellers.map(({ name, kind, depth, ownVoice }) => [name, kind, depth, ownVoice]),
    [
      ["Neris Post", "outlet", 0, 0],
      ["BelTA", "outlet", 1, 0],
      ["Ministry of Defence", "government", 2, 0],
      ["Sula Times", "outlet", 0, 1],
    ],
  )
  const names = new Map(graph.tellers.map(({ id, name }) => [id, name]))
  assert.deepEqual(
    graph.citations.map(({ from, to, reports }) => [names.get(from), names.get(to), reports]),
    [
      ["Neris Post", "BelTA", 1],
      ["BelTA", "Ministry of Defence", 3],
      ["Sula Times", "BelTA", 1],
    ],
  )
})

test("of many outlets only so many are drawn, and how many are not is told", () => {
  const graph = saysSo(
    ["A", "B", "C", "A"].map((name) => report(name)),
    2,
  )
  assert.deepEqual([graph.tellers.map(({ name }) => name), graph.more], [["A", "B"], 1])
})

const outlet = fc.constantFrom("A", "B", "C", "D", "E")
const someReports = fc.array(
  fc.record({
    outlet: fc.option(outlet),
    chain: fc.array(fc.oneof(outlet.map(media), fc.constant(ministry)), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
)

test("whoever cites whom, in circles too, everybody is drawn once and no name stands on another", () =>
  fc.assert(
    fc.property(someReports, fc.integer({ min: 260, max: 900 }), (given, width) => {
      const graph = saysSo(given.map(({ outlet, chain }) => report(outlet, chain)))
      const { tellers, citations, height } = layOut(graph, width)
      assert.equal(new Set(tellers.map(({ id }) => id)).size, graph.tellers.length)
      assert.equal(citations.length, graph.citations.length)
      for (const { x, y, lines } of tellers) {
        assert.ok(x >= 0 && x < width && y > 0 && y < height)
        for (const other of tellers)
          if (other.x === x && other.y > y)
            assert.ok(other.y - y >= ((lines.length + other.lines.length) * 15) / 2)
      }
    }),
  ))

test("an act stands between each actor's state and each recipient's", () => {
  const act = {
    actors: [party("POL"), party("LTU")],
    recipients: [party("BLR"), party(null)],
    reciprocal: false,
  }
  assert.deepEqual(pairsBetween(act), ["BLR-LTU", "BLR-POL"])
})

test("those who meet stand between one another, and nobody with itself", () => {
  const talks = { actors: [party("CHN"), party("BLR"), party("CHN")], recipients: [], reciprocal: true }
  assert.deepEqual(pairsBetween(talks), ["BLR-CHN"])
  assert.deepEqual(
    pairsBetween({ actors: [party("BLR")], recipients: [party("BLR")], reciprocal: false }),
    [],
  )
})
