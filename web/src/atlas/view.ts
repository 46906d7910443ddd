import { type GeoProjection, geoEqualEarth } from "d3-geo"

/** What of the earth a map shows: its middle in degrees, and how many times larger than the whole earth. */
export interface MapView {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

export interface LonLat {
  readonly longitude: number
  readonly latitude: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const WHOLE_EARTH: MapView = { longitude: 12, latitude: 0, zoom: 1 }
const HIGHEST_ZOOM = 40
/** Beyond this zoom finer lines are drawn. */
const FINE_FROM = 1.7
/** What is fitted into a map leaves this much of it free at each side. */
const MARGIN = 0.08
/** What needs nearly the whole earth is shown on all of it. */
const LEAST_FIT = 1.3
/** One place alone is shown with this much around it. */
const CLOSEST_FIT = 9

export const detailOf = ({ zoom }: MapView): "coarse" | "fine" => (zoom > FINE_FROM ? "fine" : "coarse")

/** Equal areas, turned so that the view's middle is in the middle, or as near to it as the poles let it. */
export function projectionOf({ longitude, latitude, zoom }: MapView, { width, height }: Size): GeoProjection {
  const projection = geoEqualEarth().fitSize([width, height], { type: "Sphere" })
  projection
    .rotate([-longitude, 0])
    .translate([width / 2, height / 2])
    .scale(projection.scale() * zoom)
  return projection.center([0, middleOf(projection, latitude)]).clipExtent([
    [-20, -20],
    [width + 20, height + 20],
  ])
}

/** The latitude nearest to the one asked for in whose middle no sky is seen beyond a pole. */
function middleOf(projection: GeoProjection, latitude: number): number {
  const yOf = (degrees: number): number =>
    projection.center([0, degrees])([-projection.rotate()[0], 90])?.[1] ?? 0
  if (yOf(0) >= 0) return 0
  const most = farthest(yOf)
  return Math.max(-most, Math.min(most, latitude))
}

/** The northernmost middle with the pole at or above the upper edge, by halving. */
function farthest(yOf: (degrees: number) => number): number {
  let [low, high] = [0, 90]
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    if (yOf(middle) <= 0) low = middle
    else high = middle
  }
  return low
}

/** The view in which all points lie, as large as they fit; the whole earth where there are none. */
export function viewOf(points: readonly LonLat[], size: Size): MapView {
  if (points.length === 0) return WHOLE_EARTH
  const latitudes = points.map(({ latitude }) => latitude)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const { west, width } = narrowest(points.map(({ longitude }) => longitude))
  const middle = { longitude: wrapped(west + width / 2), latitude: (south + north) / 2 }
  const projection = projectionOf({ ...middle, zoom: 1 }, size)
  const [x0, y0] = projection([middle.longitude, middle.latitude]) ?? [0, 0]
  const projected = points.map(
    ({ longitude, latitude }) => projection([longitude, latitude]) ?? ([x0, y0] as const),
  )
  const xs = projected.map(([x]) => Math.abs(x - x0))
  const ys = projected.map(([, y]) => Math.abs(y - y0))
  const room = (1 - 2 * MARGIN) / 2
  const zoom = Math.min(
    CLOSEST_FIT,
    (room * size.width) / Math.max(1e-6, ...xs),
    (room * size.height) / Math.max(1e-6, ...ys),
  )
  return zoom < LEAST_FIT ? WHOLE_EARTH : { ...middle, zoom }
}

/** The shortest stretch of longitudes that holds all of them, across 180° where that is shorter. */
function narrowest(longitudes: readonly number[]): { readonly west: number; readonly width: number } {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b)
  let best = { west: sorted[0] ?? 0, width: (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) }
  for (let at = 1; at < sorted.length; at++) {
    const west = sorted[at] ?? 0
    const width = 360 - (west - (sorted[at - 1] ?? 0))
    if (width < best.width) best = { west, width }
  }
  return best
}

/** A degree of longitude from −180 to 180. */
export const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180

export const zoomed = (view: MapView, factor: number): MapView => ({
  ...view,
  zoom: Math.min(HIGHEST_ZOOM, Math.max(1, view.zoom * factor)),
})

/** The view moved by so many pixels; the poles stay inside. */
export function moved(view: MapView, size: Size, dx: number, dy: number): MapView {
  const projection = projectionOf(view, size)
  const at = projection.invert?.([size.width / 2 + dx, size.height / 2 + dy])
  if (!at || !Number.isFinite(at[0]) || !Number.isFinite(at[1])) return view
  return { ...view, longitude: wrapped(at[0]), latitude: Math.max(-80, Math.min(84, at[1])) }
}

/** "27.57,53.9,4": to the precision that a pixel has. */
export const writeView = ({ longitude, latitude, zoom }: MapView): string =>
  [longitude.toFixed(2), latitude.toFixed(2), zoom.toFixed(2)].map(Number).join(",")

/** Reads what `writeView` wrote; undefined for anything else. */
export function readView(text: string | null): MapView | undefined {
  const [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN, ...rest] = (text ?? "")
    .split(",")
    .map((part) => (part === "" ? Number.NaN : Number(part)))
  const sound =
    rest.length === 0 &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90 &&
    zoom >= 1 &&
    zoom <= HIGHEST_ZOOM
  return sound ? { longitude, latitude, zoom } : undefined
}
