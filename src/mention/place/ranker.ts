import type { Candidate, NamedSpan } from "./candidates.ts"
import { kilometres } from "./distance.ts"
import { lies, type NameGroup } from "./groups.ts"

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
] as const
export const RANK_SIZE = RANK_FEATURES.length

/** Which places an article's names pointed to so far: probabilities of each group's candidates. */
export type Beliefs = readonly (readonly number[])[]

/** What an article says about where it plays, from the beliefs about its names. */
interface Scene {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<number, number>
  readonly districts: ReadonlyMap<number, number>
  readonly namedCountries: ReadonlySet<string>
  readonly namedRegions: ReadonlySet<number>
  readonly total: number
}

/** Feature values of every candidate of every group, given what is believed of the others. */
export function rankFeatures(groups: readonly NameGroup[], beliefs: Beliefs | undefined): Float64Array[][] {
  const scene = beliefs === undefined ? undefined : sceneOf(groups, beliefs)
  return groups.map((group, at) => {
    const largest = Math.max(0, ...group.candidates.map(({ place }) => place.logPopulation))
    const without =
      scene === undefined || beliefs === undefined ? undefined : lessGroup(scene, group, beliefs[at] ?? [])
    return group.candidates.map((candidate) => {
      const out = new Float64Array(RANK_SIZE)
      fillOwn(out, candidate, group, largest)
      if (without !== undefined && beliefs !== undefined)
        fillScene(out, candidate, at, groups, beliefs, without)
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
  const within = liesInAny(candidate, group.containers)
  out[15] = Number(within)
  out[16] = Number(group.containers.length > 0 && !within)
  out[17] = Number(within && group.containers.some(({ candidates }) => isCountry(candidates[0])))
  out[18] = Number(liesInAny(candidate, group.neighbours))
  out[34] = Number(feature === "PPLX")
  out[35] = group.containers.length > 0 ? 0 : place.logPopulation / 10
}

const isCountry = (candidate: Candidate | undefined): boolean =>
  candidate?.place.feature.startsWith("PCL") === true

const liesInAny = (inner: Candidate, names: readonly NamedSpan[]): boolean =>
  names.some(({ candidates }) => candidates.some((outer) => isContainer(outer) && lies(inner, outer)))
const isContainer = ({ place }: Candidate): boolean => /^(PCL|ADM|PPLC|PPLA)/.test(place.feature)

function sceneOf(groups: readonly NameGroup[], beliefs: Beliefs): Scene {
  const scene = {
    countries: new Map<string, number>(),
    regions: new Map<number, number>(),
    districts: new Map<number, number>(),
    namedCountries: new Set<string>(),
    namedRegions: new Set<number>(),
    total: 0,
  }
  groups.forEach((group, at) => {
    addGroup(scene, group, beliefs[at] ?? [], 1)
    group.candidates.forEach(({ place }, index) => {
      if ((beliefs[at]?.[index] ?? 0) < 0.5) return
      if (place.feature.startsWith("PCL")) scene.namedCountries.add(place.country ?? "")
      if (place.feature === "ADM1") scene.namedRegions.add(place.row)
    })
  })
  return scene
}

const weightOf = (group: NameGroup): number => 1 + Math.log(group.spans.length || 1)

function addGroup(
  scene: {
    countries: Map<string, number>
    regions: Map<number, number>
    districts: Map<number, number>
    total: number
  },
  group: NameGroup,
  belief: readonly number[],
  sign: number,
): void {
  const weight = weightOf(group) * sign
  scene.total += weight
  group.candidates.forEach(({ place, admin1, admin2 }, at) => {
    const share = weight * (belief[at] ?? 0)
    if (place.country !== null)
      scene.countries.set(place.country, (scene.countries.get(place.country) ?? 0) + share)
    if (admin1 >= 0) scene.regions.set(admin1, (scene.regions.get(admin1) ?? 0) + share)
    if (admin2 >= 0) scene.districts.set(admin2, (scene.districts.get(admin2) ?? 0) + share)
  })
}

function lessGroup(scene: Scene, group: NameGroup, belief: readonly number[]): Scene {
  const less = {
    ...scene,
    countries: new Map(scene.countries),
    regions: new Map(scene.regions),
    districts: new Map(scene.districts),
  }
  addGroup(less, group, belief, -1)
  return less
}

const NEAR_KM = 80
const AROUND_KM = 300
const DECAY_KM = 120

function fillScene(
  out: Float64Array,
  candidate: Candidate,
  own: number,
  groups: readonly NameGroup[],
  beliefs: Beliefs,
  scene: Scene,
): void {
  const { place, admin1, admin2 } = candidate
  const total = Math.max(scene.total, 1)
  const country = place.country ?? ""
  const named = scene.namedCountries.has(country) && !place.feature.startsWith("PCL")
  const closeness = closenessOf(candidate, own, groups, beliefs)
  out[19] = closeness.neighbour
  out[20] = Number(named)
  out[21] = Number(named && scene.namedCountries.size === 1)
  out[22] = (scene.countries.get(country) ?? 0) / total
  out[23] = Number(admin1 >= 0 && admin1 !== place.row && scene.namedRegions.has(admin1))
  out[24] = admin1 < 0 ? 0 : (scene.regions.get(admin1) ?? 0) / total
  out[25] = admin2 < 0 ? 0 : (scene.districts.get(admin2) ?? 0) / total
  out[26] = closeness.best
  out[27] = closeness.mean
  out[28] = Number(admin1 >= 0 && (scene.regions.get(admin1) ?? 0) > 0.9)
  out[29] = (out[24] ?? 0) * (out[8] ?? 0)
  out[30] = (out[22] ?? 0) * (out[0] ?? 0)
  out[31] = Number((scene.countries.get(country) ?? 0) < 0.05)
  out[32] = closeness.near
  out[33] = closeness.around
}

/** How close a candidate lies to what the other names are believed to mean. */
function closenessOf(
  { place }: Candidate,
  own: number,
  groups: readonly NameGroup[],
  beliefs: Beliefs,
): { best: number; mean: number; neighbour: number; near: number; around: number } {
  const sums = { best: 0, mean: 0, neighbour: 0, near: 0, around: 0 }
  const neighbours = new Set(groups[own]?.neighbours.map(({ key }) => key))
  let total = 0
  groups.forEach((group, at) => {
    if (at === own) return
    const weight = weightOf(group)
    total += weight
    group.candidates.forEach((other, index) => {
      const belief = beliefs[at]?.[index] ?? 0
      if (belief < 0.02 || other.place.row === place.row || isCountry(other)) return
      const distance = kilometres(place, other.place)
      const value = belief * Math.exp(-distance / DECAY_KM)
      sums.best = Math.max(sums.best, value)
      sums.mean += weight * value
      if (neighbours.has(group.key)) sums.neighbour = Math.max(sums.neighbour, value)
      if (distance <= NEAR_KM) sums.near += weight * belief
      if (distance <= AROUND_KM) sums.around += weight * belief
    })
  })
  const all = Math.max(total, 1)
  return { ...sums, mean: sums.mean / all, near: sums.near / all, around: sums.around / all }
}
