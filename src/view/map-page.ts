import type { Quad } from "../record/index.ts"
import { QUADS } from "../record/index.ts"
import type { HappeningRow } from "./api.ts"

/** GET /map: where the happenings that pass the filter were, places of most first. */
export interface MapPage {
  /** How many pass the filter, on the map or not. */
  readonly total: number
  /** How many of them have a place with coordinates. */
  readonly placed: number
  /** How many of those lie at places left out, because there are too many. */
  readonly leftOut: number
  readonly places: readonly MapPlace[]
}

export interface MapPlace {
  readonly name: string
  readonly country: string | null
  readonly latitude: number
  readonly longitude: number
  /** The country as a whole: its point stands for "somewhere in it". */
  readonly wholeCountry: boolean
  readonly happenings: number
  readonly byQuad: Readonly<Record<Quad, number>>
}

/** GET /map/happenings: what happened inside a box, latest first. */
export interface MapHappenings {
  readonly total: number
  readonly happenings: readonly HappeningRow[]
}

interface PlaceTally extends Pick<MapPlace, "name" | "country" | "latitude" | "longitude" | "happenings"> {
  readonly quad: Quad
}

interface PlaceTallies {
  readonly total: number
  readonly placed: number
  readonly places: readonly PlaceTally[]
}

type Mutable<T, Key extends keyof T> = Omit<T, Key> & { -readonly [K in Key]: T[K] }

/** `isCountry` tells the names of countries from those of other places. */
export function mapPage(
  { total, placed, places }: PlaceTallies,
  { isCountry, most }: { readonly isCountry: (name: string) => boolean; readonly most: number },
): MapPage {
  const byPlace = new Map<
    string,
    Mutable<MapPlace, "happenings"> & { readonly byQuad: Record<Quad, number> }
  >()
  for (const { quad, happenings, ...place } of places) {
    const key = `${place.latitude} ${place.longitude} ${place.name}`
    const known = byPlace.get(key) ?? {
      ...place,
      wholeCountry: isCountry(place.name),
      happenings: 0,
      byQuad: Object.fromEntries(QUADS.map((each) => [each, 0])) as Record<Quad, number>,
    }
    byPlace.set(key, known)
    known.happenings += happenings
    known.byQuad[quad] += happenings
  }
  const sorted = [...byPlace.values()].sort(
    (a, b) => b.happenings - a.happenings || (a.name < b.name ? -1 : 1),
  )
  const shown = sorted.slice(0, most)
  const onMap = shown.reduce((sum, { happenings }) => sum + happenings, 0)
  return { total, placed, leftOut: placed - onMap, places: shown }
}
