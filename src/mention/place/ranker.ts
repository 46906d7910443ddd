import type { Candidate } from "./candidates.ts"
import { liesWithin } from "./containment.ts"
import { EARTH_RADIUS_KM, onSphere } from "./distance.ts"
import type { NameGroup } from "./groups.ts"

/** Features of one candidate of one group; their names in the order of the weights. */
export const RANK_FEATURES = [
  "population",
  "behind the largest",
  "largest",
  "country",
  "first-level region",
  "second-level region",
  "capital",
  "seat",
  "populated place",
  "other feature",
  "own name",
  "read as county",
  "read as county elsewhere",
  "read as designation",
  "read as part",
  "in the container",
  "outside the container",
  "container is a country",
  "in a neighbour",
  "near a neighbour",
  "country named",
  "only country named",
  "country's share",
  "region named",
  "region's share",
  "district's share",
  "nearest other name",
  "closeness to all",
  "neighbour of the sentence's places",
  "region's share times populated place",
  "country's share times population",
  "no country is near",
  "share of places within 80 km",
  "share of places within 300 km",
  "section of a city",
  "no container times population",
  "read as adjective",
] as const
export const RANK_SIZE = RANK_FEATURES.length

/** Which places an article's names pointed to so far: probabilities of each group's candidates. */
export type Beliefs = readonly (readonly number[])[]

/** What an article says about where it plays, from the beliefs about its names: weights by country and region. */
interface Masses {
  readonly countries: Map<string, number>
  readonly regions: Map<number, number>
  readonly districts: Map<number, number>
  total: number
}
interface Scene {
  readonly all: Masses
  readonly namedCountries: ReadonlySet<string>
  readonly namedRegions: ReadonlySet<number>
  readonly points: readonly BelievedPoint[]
}
/** A scene as one group sees it: without what that group itself says. */
interface View {
  readonly scene: Scene
  readonly own: Masses
  readonly group: number
  readonly weight: number
  readonly neighbours: ReadonlySet<string>
}
/** A place that a name is believed to mean, as a point on the unit sphere. */
interface BelievedPoint {
  readonly group: number
  readonly key: string
  readonly row: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly belief: number
  readonly weight: number
}

/** Feature values of every candidate of every group, given what is believed of the others. */
export function rankFeatures(groups: readonly NameGroup[], beliefs: Beliefs | undefined): Float64Array[][] {
  const scene = beliefs === undefined ? undefined : sceneOf(groups, beliefs)
  return groups.map((group, at) => {
    const largest = Math.max(0, ...group.candidates.map(({ place }) => place.logPopulation))
    const others =
      scene === undefined || beliefs === undefined ? undefined : seenFrom(scene, group, at, beliefs[at] ?? [])
    return group.candidates.map((candidate) => {
      const out = new Float64Array(RANK_SIZE)
      fillOwn(out, candidate, group, largest)
      if (others !== undefined) fillScene(out, candidate, others)
      return out
    })
  })
}

function fillOwn(out: Float64Array, candidate: Candidate, group: NameGroup, largest: number): void {
  const { place, reading } = candidate
  const { feature } = place
  const populated = feature.startsWith("PPL")
  out[0] = place.logPopulation / 10
  out[1] = (largest - place.logPopulation) / 10
  out[2] = Number(place.logPopulation === largest)
  out[3] = Number(feature.startsWith("PCL"))
  out[4] = Number(feature === "ADM1")
  out[5] = Number(feature === "ADM2")
  out[6] = Number(feature === "PPLC")
  out[7] = Number(feature === "PPLA" || feature === "PPLA2")
  out[8] = Number(populated)
  out[9] = Number(!populated && !feature.startsWith("ADM") && !feature.startsWith("PCL"))
  out[10] = Number(candidate.ownName)
  out[11] = Number(reading === "county")
  out[12] = Number(reading === "county elsewhere")
  out[13] = Number(reading === "designation")
  out[14] = Number(reading === "part")
  const within = liesWithin(candidate, group.containing)
  out[15] = Number(within)
  out[16] = Number(group.contained && !within)
  out[17] = Number(within && group.containing.countries.size > 0)
  out[18] = Number(liesWithin(candidate, group.around))
  out[34] = Number(feature === "PPLX")
  out[36] = Number(reading === "adjective")
  out[35] = group.contained ? 0 : place.logPopulation / 10
}

const isCountry = (candidate: Candidate | undefined): boolean =>
  candidate?.place.feature.startsWith("PCL") === true

const CERTAIN = 0.5
const LEAST_BELIEF = 0.02

function sceneOf(groups: readonly NameGroup[], beliefs: Beliefs): Scene {
  const all = noMasses()
  const namedCountries = new Set<string>()
  const namedRegions = new Set<number>()
  const points: BelievedPoint[] = []
  groups.forEach((group, at) => {
    addMasses(all, group, beliefs[at] ?? [])
    const weight = weightOf(group)
    group.candidates.forEach((candidate, index) => {
      const belief = beliefs[at]?.[index] ?? 0
      const { place } = candidate
      if (belief >= CERTAIN && isCountry(candidate)) namedCountries.add(place.country ?? "")
      if (belief >= CERTAIN && place.feature === "ADM1") namedRegions.add(place.row)
      if (belief >= LEAST_BELIEF && !isCountry(candidate))
        points.push({ group: at, key: group.key, row: place.row, ...onSphere(place), belief, weight })
    })
  })
  return { all, namedCountries, namedRegions, points }
}

const noMasses = (): Masses => ({ countries: new Map(), regions: new Map(), districts: new Map(), total: 0 })
const weightOf = (group: NameGroup): number => 1 + Math.log(group.spans.length || 1)

function addMasses(masses: Masses, group: NameGroup, belief: readonly number[]): void {
  const weight = weightOf(group)
  masses.total += weight
  group.candidates.forEach(({ place, admin1, admin2 }, at) => {
    const share = weight * (belief[at] ?? 0)
    if (place.country !== null) increase(masses.countries, place.country, share)
    if (admin1 >= 0) increase(masses.regions, admin1, share)
    if (admin2 >= 0) increase(masses.districts, admin2, share)
  })
}

const increase = <Key>(map: Map<Key, number>, key: Key, by: number): void => {
  map.set(key, (map.get(key) ?? 0) + by)
}

function seenFrom(scene: Scene, group: NameGroup, at: number, belief: readonly number[]): View {
  const own = noMasses()
  addMasses(own, group, belief)
  return { scene, own, group: at, weight: scene.all.total - own.total, neighbours: group.neighbours }
}

const NEAR_KM = 80
const AROUND_KM = 300
const FAR_KM = 700
const DECAY_KM = 120

function fillScene(out: Float64Array, candidate: Candidate, view: View): void {
  const { place, admin1, admin2 } = candidate
  const { scene, own } = view
  const total = Math.max(view.weight, 1)
  const country = place.country ?? ""
  const named = scene.namedCountries.has(country) && !isCountry(candidate)
  const countryMass = (scene.all.countries.get(country) ?? 0) - (own.countries.get(country) ?? 0)
  const regionMass = (scene.all.regions.get(admin1) ?? 0) - (own.regions.get(admin1) ?? 0)
  const districtMass = (scene.all.districts.get(admin2) ?? 0) - (own.districts.get(admin2) ?? 0)
  out[20] = Number(named)
  out[21] = Number(named && scene.namedCountries.size === 1)
  out[22] = countryMass / total
  out[23] = Number(admin1 >= 0 && admin1 !== place.row && scene.namedRegions.has(admin1))
  out[24] = regionMass / total
  out[25] = districtMass / total
  out[28] = Number(regionMass > 0.9)
  out[29] = (out[24] ?? 0) * (out[8] ?? 0)
  out[30] = (out[22] ?? 0) * (out[0] ?? 0)
  out[31] = Number(countryMass < 0.05)
  fillCloseness(out, candidate, view, total)
}

/** How close a candidate lies to what the other names are believed to mean. */
function fillCloseness(out: Float64Array, { place }: Candidate, view: View, total: number): void {
  const { x, y, z } = onSphere(place)
  let [best, mean, neighbour, near, around] = [0, 0, 0, 0, 0]
  for (const point of view.scene.points) {
    if (point.group === view.group || point.row === place.row) continue
    const chord = (point.x - x) ** 2 + (point.y - y) ** 2 + (point.z - z) ** 2
    if (chord > FAR_CHORD) continue
    const distance = Math.sqrt(chord) * EARTH_RADIUS_KM
    const value = point.belief * Math.exp(-distance / DECAY_KM)
    best = Math.max(best, value)
    mean += point.weight * value
    if (view.neighbours.has(point.key)) neighbour = Math.max(neighbour, value)
    if (distance <= NEAR_KM) near += point.weight * point.belief
    if (distance <= AROUND_KM) around += point.weight * point.belief
  }
  out[19] = neighbour
  out[26] = best
  out[27] = mean / total
  out[32] = near / total
  out[33] = around / total
}
const FAR_CHORD = (FAR_KM / EARTH_RADIUS_KM) ** 2
