/** The parts of a TopoJSON topology that the middles need. */
interface Topology {
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly transform: {
    readonly scale: readonly [number, number]
    readonly translate: readonly [number, number]
  }
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Geometry[] }>>
}
interface Geometry {
  readonly id: string
  readonly type: "Polygon" | "MultiPolygon"
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[]
}
interface Point {
  readonly latitude: number
  readonly longitude: number
}

const STATES =
  "01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 11 DC 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY 22 LA 23 ME 24 MD 25 MA 26 MI 27 MN 28 MS 29 MO 30 MT 31 NE 32 NV 33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39 OH 40 OK 41 OR 42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT 51 VA 53 WA 54 WV 55 WI 56 WY"
const STATE_OF_FIPS = new Map(
  STATES.match(/\d\d [A-Z]{2}/g)?.map((pair) => [pair.slice(0, 2), pair.slice(3)]),
)

/**
 * The middles (centroids of the largest ring) of the American states and counties, by GeoNames code ("US.TX", "US.TX.201"), from
 * the counties of us-atlas (US Census Bureau, public domain).
 */
export function usMiddles(topology: Topology): Map<string, Point> {
  const middles = new Map<string, Point>()
  for (const [kind, object] of Object.entries(topology.objects))
    for (const geometry of object.geometries) {
      const state = STATE_OF_FIPS.get(geometry.id?.slice(0, 2) ?? "")
      if (state === undefined || (kind !== "states" && kind !== "counties")) continue
      const code = kind === "states" ? `US.${state}` : `US.${state}.${geometry.id.slice(2)}`
      middles.set(code, largestMiddle(geometry, topology))
    }
  return middles
}

function largestMiddle(geometry: Geometry, topology: Topology): Point {
  const polygons = (
    geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs
  ) as readonly (readonly (readonly number[])[])[]
  let best = { area: -1, latitude: 0, longitude: 0 }
  for (const polygon of polygons) {
    const middle = ringMiddle(polygon[0] ?? [], topology)
    if (middle.area > best.area) best = middle
  }
  return { latitude: best.latitude, longitude: best.longitude }
}

function ringMiddle(
  arcs: readonly number[],
  topology: Topology,
): { area: number; latitude: number; longitude: number } {
  const points = arcs.flatMap((arc) => arcPoints(arc, topology))
  let [area, x, y] = [0, 0, 0]
  points.forEach(([x0, y0], at) => {
    const [x1, y1] = points[(at + 1) % points.length] ?? [x0, y0]
    const cross = x0 * y1 - x1 * y0
    area += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  })
  return { area: Math.abs(area), latitude: y / (3 * area), longitude: x / (3 * area) }
}

function arcPoints(arc: number, { arcs, transform }: Topology): [number, number][] {
  let [x, y] = [0, 0]
  const points = (arcs[arc < 0 ? ~arc : arc] ?? []).map(([dx, dy]): [number, number] => {
    x += dx
    y += dy
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
  })
  return arc < 0 ? points.reverse() : points
}
