import { loadPlaceNames, type PlaceNames } from "../mention/gazetteer.ts"
import type { PlacePoint } from "../view/index.ts"
import { bundledData } from "./bundled-data.ts"

let places: PlaceNames | undefined

/** The seat of a state's government, from the bundled gazetteer, which is read when it is first asked for. */
export function capitalOf(country: string): PlacePoint | null {
  places ??= loadPlaceNames(bundledData)
  const found = places.capital(country) ?? places.country(country)
  if (found === undefined) return null
  return { name: found.name, latitude: found.latitude, longitude: found.longitude }
}
