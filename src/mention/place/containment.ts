import type { Place } from "../gazetteer.ts"
import type { Candidate } from "./candidates.ts"
import { kilometres } from "./distance.ts"

/** All that one or more names may mean as containers of other places. */
export interface Containers {
  readonly countries: Set<string>
  /** Rows of first- and second-level regions. */
  readonly regions: Set<number>
  readonly districts: Set<number>
  readonly cities: Place[]
  readonly features: Place[]
}

const WITHIN_CITY_KM = 60
const WITHIN_FEATURE_KM = 400
/** Of a name's readings, only this many of the most prominent cities are taken for containers. */
const MAX_CITIES = 3

export const noContainers = (): Containers => ({
  countries: new Set(),
  regions: new Set(),
  districts: new Set(),
  cities: [],
  features: [],
})

/** Adds the readings of a name. */
export function addContainers(containers: Containers, candidates: readonly Candidate[]): void {
  let cities = 0
  for (const { place } of candidates) {
    if (place.feature.startsWith("PCL")) containers.countries.add(place.country ?? "")
    else if (place.feature === "ADM1") containers.regions.add(place.row)
    else if (place.feature === "ADM2") containers.districts.add(place.row)
    else if (!place.feature.startsWith("PPL")) containers.features.push(place)
    else if (cities++ < MAX_CITIES) containers.cities.push(place)
  }
}

/** True where the place can lie in one of the containers; a place does not contain itself. */
export function liesWithin({ place, admin1, admin2 }: Candidate, containers: Containers): boolean {
  if (place.feature.startsWith("PCL")) return false
  if (place.country !== null && containers.countries.has(place.country)) return true
  if (place.feature === "ADM1") return false
  if (containers.regions.has(admin1) || (containers.districts.has(admin2) && admin2 !== place.row))
    return true
  return (
    containers.cities.some((city) => inside(place, city, WITHIN_CITY_KM)) ||
    containers.features.some((feature) => inside(place, feature, WITHIN_FEATURE_KM))
  )
}

const inside = (place: Place, container: Place, reach: number): boolean =>
  place.row !== container.row &&
  Math.abs(place.latitude - container.latitude) < 5 &&
  kilometres(place, container) <= reach
