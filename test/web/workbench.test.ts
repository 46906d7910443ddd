import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { LeaderEncounter } from "../../src/view/leaders-page.ts"
import type { MapPlace } from "../../src/view/map-page.ts"
import type { NetworkPage } from "../../src/view/network-page.ts"
import type { OwnerRow } from "../../src/view/sources-page.ts"
import { leaderAddress, outletAddress, readAddress } from "../../web/src/addresses.ts"
import { projectionOf, readView, viewOf, WHOLE_EARTH, writeView } from "../../web/src/atlas/view.ts"
import { arcsOf, stopsOf } from "../../web/src/leader/arcs.ts"
import { placeLabels } from "../../web/src/leader/labels.ts"
import { readMapChoices, writeMapChoices } from "../../web/src/map/choices.ts"
import { boxOf, clusterName, clustersOf, slices } from "../../web/src/map/clusters.ts"
import { readNetworkChoices, writeNetworkChoices } from "../../web/src/network/choices.ts"
import { layoutOf } from "../../web/src/network/layout.ts"
import { shownOf } from "../../web/src/network/shown.ts"
import { columnWords, heatMapOf } from "../../web/src/sources/heat.ts"
import { monthWords } from "../../web/src/wording/dates.ts"

const SIZE = { width: 1200, height: 586 }
const latitude = fc.double({ min: -85, max: 85, noNaN: true })
const longitude = fc.double({ min: -180, max: 180, noNaN: true })
const point = fc.record({ latitude, longitude })

test("leaders, outlets, the network, the map and the sources have addresses of their own", () => {
  assert.deepEqual(readAddress("/network"), { view: "network" })
  assert.deepEqual(readAddress("/map"), { view: "map" })
  assert.deepEqual(readAddress("/sources"), { view: "sources" })
  assert.deepEqual(readAddress("/leaders"), { view: "leaders" })
  const id = "BLR Alexander Lukashenko"
  assert.deepEqual(readAddress(leaderAddress(id)), { view: "leader", id })
  assert.deepEqual(readAddress(outletAddress("A/B News & Co. LTU")), {
    view: "outlet",
    id: "A/B News & Co. LTU",
  })
})

test("whatever a map shows is read from its address as it was written", () => {
  const day = fc.option(fc.constantFrom("2023-01-01", "2024-02-29"), { nil: undefined })
  fc.assert(
    fc.property(
      fc.record({
        quad: fc.option(fc.constantFrom("material conflict", "verbal cooperation"), { nil: undefined }),
        type: fc.option(fc.constantFrom("CONSULT", "ASSAULT"), { nil: undefined }),
        status: fc.option(fc.constantFrom("occurred", "planned"), { nil: undefined }),
        from: day,
        to: day,
        box: fc.option(
          fc.tuple(longitude, latitude).map(([x, y]) => [x, y, x, y] as const),
          {
            nil: undefined,
          },
        ),
        view: fc.constant(undefined),
      }),
      (choices) => {
        const written = writeMapChoices(choices as never)
        // -0 is 0 in an address.
        assert.equal(writeMapChoices(readMapChoices(new URLSearchParams(written))), written)
        assert.equal(readMapChoices(new URLSearchParams(written)).quad, choices.quad)
      },
    ),
  )
  for (const wrong of [
    "class=peace",
    "status=perhaps",
    "from=yesterday",
    "box=1,2",
    "box=9,9,1,1",
    "view=1,2",
  ])
    assert.equal(writeMapChoices(readMapChoices(new URLSearchParams(wrong))), "", wrong)
})

test("a view of the map is written to the hundredth of a degree, and nonsense is no view", () => {
  fc.assert(
    fc.property(point, fc.double({ min: 1, max: 40, noNaN: true }), ({ latitude, longitude }, zoom) => {
      const read = readView(writeView({ latitude, longitude, zoom }))
      assert.ok(read !== undefined)
      assert.ok(Math.abs(read.latitude - latitude) <= 0.0051 && Math.abs(read.zoom - zoom) <= 0.0051)
    }),
  )
  for (const wrong of ["", "1,2", "1,2,3,4", "200,0,1", "0,0,0.5", "a,b,c", "0,,1"])
    assert.equal(readView(wrong), undefined, wrong)
})

test("a fitted map shows every place, and no sky beyond a pole", () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
      const view = viewOf(points, SIZE)
      const projection = projectionOf(view, SIZE)
      for (const { longitude, latitude } of points) {
        const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN]
        assert.ok(x >= -1 && x <= SIZE.width + 1, `x ${x}`)
        assert.ok(y >= -1 && y <= SIZE.height + 1, `y ${y}`)
      }
      const north = projection([view.longitude, 90])?.[1] ?? Number.NaN
      const south = projection([view.longitude, -90])?.[1] ?? Number.NaN
      assert.ok(north <= 3 && south >= SIZE.height - 3, `from ${north} to ${south}`)
    }),
  )
  assert.deepEqual(viewOf([], SIZE), WHOLE_EARTH)
})

test("two places across the date line are shown from the near side", () => {
  const fiji = { longitude: 178.4, latitude: -18.1 }
  const samoa = { longitude: -171.8, latitude: -13.8 }
  const { longitude, zoom } = viewOf([fiji, samoa], SIZE)
  assert.ok(Math.abs(longitude) > 170 && zoom > 5, `${longitude} ${zoom}`)
})

const place = (name: string, happenings: number, at: readonly [number, number]): MapPlace => ({
  name,
  country: "BLR",
  longitude: at[0],
  latitude: at[1],
  wholeCountry: false,
  happenings,
  byQuad: {
    "verbal cooperation": happenings,
    "material cooperation": 0,
    "verbal conflict": 0,
    "material conflict": 0,
  },
})

test("clustering loses no happening, whatever the places, and does not depend on their order", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), {
        maxLength: 60,
        selector: ([x, y]) => `${x} ${y}`,
      }),
      (points) => {
        const places = points.map(([x, y], at) => place(`p${at}`, (at % 7) + 1, [x / 10, y / 10]))
        const pointOf = ({ longitude, latitude }: MapPlace) => [longitude * 10, latitude * 10] as const
        const clusters = clustersOf(places, pointOf)
        const sum = (values: readonly { readonly happenings: number }[]) =>
          values.reduce((total, { happenings }) => total + happenings, 0)
        assert.equal(sum(clusters), sum(places))
        assert.deepEqual(clustersOf([...places].reverse(), pointOf), clusters)
        for (const { places: own, happenings } of clusters) assert.equal(sum(own), happenings)
      },
    ),
  )
})

test("a cluster is named by its largest place and takes in all of its places", () => {
  const near = [place("Minsk", 9, [27.57, 53.9]), place("Zhodzina", 2, [28.33, 54.1])]
  const [cluster, ...others] = clustersOf(near, () => [100, 100])
  assert.equal(others.length, 0)
  assert.equal(clusterName(cluster?.places ?? []), "Minsk and 1 place near it")
  assert.deepEqual(boxOf(cluster?.places ?? []), [27.57, 53.9, 28.33, 54.1])
  assert.deepEqual(
    slices(cluster!.byQuad, 10).map(({ quad }) => quad),
    ["verbal cooperation"],
  )
})

const NETWORK: NetworkPage = {
  from: null,
  to: null,
  total: 3,
  states: ["BLR", "CHN", "RUS"].map((code, at) => ({
    code,
    name: code,
    capital: { name: code, latitude: 50, longitude: at * 30 },
    cooperation: 1,
    conflict: 1,
  })),
  ties: [
    { pair: "BLR-CHN", cooperation: 3, conflict: 0.2, happenings: 5 },
    { pair: "CHN-RUS", cooperation: 0.4, conflict: 0.3, happenings: 2 },
    { pair: "BLR-RUS", cooperation: 0, conflict: 2, happenings: 2 },
  ],
}

test("thresholds hold for the side that is looked at, and states without a tie go", () => {
  const pairs = (side: "both" | "cooperation" | "conflict", least: number) =>
    shownOf(NETWORK, { side, least }).ties.map(({ pair }) => pair)
  assert.deepEqual(pairs("both", 0.7), ["BLR-CHN", "BLR-RUS", "CHN-RUS"])
  assert.deepEqual(pairs("conflict", 0.3), ["BLR-RUS", "CHN-RUS"])
  assert.deepEqual(pairs("cooperation", 0), ["BLR-CHN", "CHN-RUS"])
  assert.deepEqual(
    shownOf(NETWORK, { side: "both", least: 3 }).states.map(({ code }) => code),
    ["BLR", "CHN"],
  )
})

test("the same ties always give the same drawing, in which no two states stand on one point", () => {
  const shown = shownOf(NETWORK, { side: "both", least: 0 })
  const layout = layoutOf(shown)
  assert.deepEqual(layoutOf(shown), layout)
  const points = [...layout.values()].map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)
  assert.equal(new Set(points).size, 3)
  assert.ok([...layout.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
})

test("what a network shows is read from its address as it was written", () => {
  const choices = {
    from: "2023-01-01",
    to: undefined,
    side: "conflict",
    least: 2.5,
    state: "BLR",
  } as const
  assert.deepEqual(readNetworkChoices(new URLSearchParams(writeNetworkChoices(choices))), choices)
  assert.equal(
    writeNetworkChoices(readNetworkChoices(new URLSearchParams("least=lots&side=left&from=x"))),
    "",
  )
})

const encounter = (changed: Partial<LeaderEncounter>): LeaderEncounter => ({
  kind: "visit",
  from: "2023-03-01",
  to: "2023-03-02",
  dayKnown: true,
  status: "occurred",
  onlyRecalled: false,
  happenings: ["h1"],
  independentOwners: 1,
  onlyStateMedia: false,
  part: "guest",
  pair: "BLR-CHN",
  other: { code: "CHN", name: "China" },
  counterparts: [],
  place: "Beijing",
  at: { name: "Beijing", latitude: 39.9, longitude: 116.4 },
  atTold: true,
  start: { name: "Minsk", latitude: 53.9, longitude: 27.6 },
  reports: 1,
  words: "",
  ...changed,
})

test("journeys on one route are one arc, those the other way another, and what has no place has none", () => {
  const arcs = arcsOf([
    encounter({}),
    encounter({ status: "planned" }),
    encounter({ part: "host" }),
    encounter({ at: null, start: null }),
  ])
  assert.deepEqual(
    arcs.map(({ way, held, encounters }) => [way, held, encounters.length]),
    [
      ["travels", true, 2],
      ["receives", true, 1],
    ],
  )
  assert.equal(stopsOf(arcs).length, 1)
  assert.equal(arcsOf([encounter({ status: "cancelled" })])[0]?.held, false)
})

test("names on a map never cover each other", () => {
  const labels = placeLabels(
    [
      { name: "Moscow", at: [300, 100], weight: 3 },
      { name: "Minsk", at: [305, 102], weight: 9 },
      { name: "Warsaw", at: [303, 104], weight: 1 },
    ],
    SIZE,
  )
  assert.deepEqual(
    labels.map(({ name, anchor }) => [name, anchor]),
    [
      ["Minsk", "start"],
      ["Moscow", "end"],
    ],
  )
})

const owner = (name: string, months: readonly [string, number][]): OwnerRow => ({
  owner: name,
  affiliation: "independent",
  countries: [],
  outlets: 1,
  documents: months.reduce((sum, [, documents]) => sum + documents, 0),
  months: months.map(([month, documents]) => ({ month, documents })),
})

test("months become quarters and years where there is no room, and no article is lost", () => {
  const owners = [
    owner("A", [
      ["2021-12", 2],
      ["2022-01", 1],
      ["2023-06", 4],
    ]),
    owner("B", [["2024-11", 3]]),
  ]
  const all = heatMapOf(owners, 40)
  assert.deepEqual([all.months, all.columns.length, all.columns[0]], [1, 36, "2021-12"])
  const quarters = heatMapOf(owners, 20)
  assert.deepEqual([quarters.months, quarters.columns[0]], [3, "2021-10"])
  const years = heatMapOf(owners, 5)
  assert.deepEqual([years.months, years.columns], [12, ["2021-01", "2022-01", "2023-01", "2024-01"]])
  for (const { rows } of [all, quarters, years])
    assert.deepEqual(
      rows.map(({ cells }) => cells.reduce((sum, { documents }) => sum + documents, 0)),
      [7, 3],
    )
  assert.deepEqual(
    [
      columnWords("2023-10", 1, monthWords),
      columnWords("2023-10", 3, monthWords),
      columnWords("2020-01", 60, monthWords),
    ],
    ["October 2023", "Q4 2023", "2020–2024"],
  )
  assert.deepEqual(heatMapOf([], 10).columns, [])
})
