import type { Quad } from "../../../src/record/index.ts"
import type { MapPlace } from "../../../src/view/map-page.ts"
import { QUAD_ORDER } from "../wording/quads.ts"
import type { Box } from "./choices.ts"

/** Places so near each other on the screen that they are drawn as one. */
export interface Cluster {
  /** Of the place with most happenings, which the cluster is named and placed by. */
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly places: readonly MapPlace[]
  readonly happenings: number
  readonly byQuad: Readonly<Record<Quad, number>>
  /** Only whole countries, no place in them. */
  readonly wholeCountry: boolean
}

const LEAST_RADIUS = 5
/** Circles nearer than this part of their radii together are one. */
const JOINED = 0.72
const LARGEST_RADIUS = 27

/** Area says how many, and the largest cluster is as large as may be. */
const radiusOf = (happenings: number, most: number): number =>
  LEAST_RADIUS + (LARGEST_RADIUS - LEAST_RADIUS) * Math.sqrt(happenings / Math.max(most, 1))

/**
 * Joins places whose circles would cover each other in good part, those of most happenings first. `pointOf` gives pixels,
 * undefined for what is not in sight.
 */
export function clustersOf(
  places: readonly MapPlace[],
  pointOf: (place: MapPlace) => readonly [number, number] | undefined,
): Cluster[] {
  const seen = places.flatMap((place) => {
    const point = pointOf(place)
    return point === undefined ? [] : [{ place, x: point[0], y: point[1] }]
  })
  const most = Math.max(1, ...places.map(({ happenings }) => happenings))
  seen.sort((a, b) => b.place.happenings - a.place.happenings || (a.place.name < b.place.name ? -1 : 1))
  const grid = new Grid()
  for (const { place, x, y } of seen) {
    const near = grid.nearest(x, y, radiusOf(place.happenings, most))
    if (near === undefined) grid.add({ x, y, reach: radiusOf(place.happenings, most), places: [place] })
    else near.places.push(place)
  }
  return grid.all.map(({ x, y, places }) => clusterOf(x, y, places, most))
}

function clusterOf(x: number, y: number, places: readonly MapPlace[], most: number): Cluster {
  const happenings = places.reduce((sum, place) => sum + place.happenings, 0)
  const byQuad = Object.fromEntries(
    QUAD_ORDER.map((quad) => [quad, places.reduce((sum, place) => sum + place.byQuad[quad], 0)]),
  ) as Record<Quad, number>
  return {
    ...{ x, y, places, happenings, byQuad },
    radius: Math.min(LARGEST_RADIUS + 6, radiusOf(happenings, most)),
    wholeCountry: places.every((place) => place.wholeCountry),
  }
}

interface Seed {
  readonly x: number
  readonly y: number
  readonly reach: number
  readonly places: MapPlace[]
}

const CELL = LARGEST_RADIUS * 2

/** Seeds by cell, so that only those around a point are looked at. */
class Grid {
  readonly all: Seed[] = []
  readonly #cells = new Map<string, Seed[]>()

  add(seed: Seed): void {
    this.all.push(seed)
    const key = cellKey(Math.floor(seed.x / CELL), Math.floor(seed.y / CELL))
    const known = this.#cells.get(key)
    if (known === undefined) this.#cells.set(key, [seed])
    else known.push(seed)
  }

  /** The nearest seed whose circle a circle of radius `reach` around the point would cover in good part. */
  nearest(x: number, y: number, reach: number): Seed | undefined {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)]
    let best: Seed | undefined
    let least = Number.POSITIVE_INFINITY
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const seed of this.#cells.get(cellKey(column + dx, row + dy)) ?? []) {
          const distance = Math.hypot(seed.x - x, seed.y - y)
          if (distance < JOINED * (seed.reach + reach) && distance < least) {
            best = seed
            least = distance
          }
        }
    return best
  }
}

const cellKey = (column: number, row: number): string => `${column} ${row}`

/** The stretch of the earth that holds all places of a cluster; a point for a single place. */
export function boxOf(places: readonly MapPlace[]): Box {
  const longitudes = places.map(({ longitude }) => longitude)
  const latitudes = places.map(({ latitude }) => latitude)
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
}

/** "Kharkiv", "Kharkiv and 3 places near it". */
export function clusterName(places: readonly MapPlace[]): string {
  const [first, ...rest] = places
  if (first === undefined) return ""
  if (rest.length === 0) return first.name
  return `${first.name} and ${rest.length === 1 ? "1 place" : `${rest.length} places`} near it`
}

/** The parts of a circle that the quad classes take, as SVG paths from 12 o'clock on. */
export function slices(
  byQuad: Cluster["byQuad"],
  radius: number,
): readonly { readonly quad: Quad; readonly path: string }[] {
  const total = QUAD_ORDER.reduce((sum, quad) => sum + byQuad[quad], 0)
  let from = 0
  return QUAD_ORDER.flatMap((quad) => {
    const part = byQuad[quad] / Math.max(total, 1)
    if (part === 0) return []
    const path = slicePath(from, from + part, radius)
    from += part
    return [{ quad, path }]
  })
}

function slicePath(from: number, to: number, radius: number): string {
  const at = (turn: number): string => {
    const angle = turn * 2 * Math.PI
    return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`
  }
  const arc = `A${radius.toFixed(2)} ${radius.toFixed(2)} 0`
  if (to - from > 0.9999) return `M${at(0)}${arc} 1 1 ${at(0.5)}${arc} 1 1 ${at(0)}Z`
  return `M0 0L${at(from)}${arc} ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z`
}
