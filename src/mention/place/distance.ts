export const EARTH_RADIUS_KM = 6371
const RADIANS = Math.PI / 180

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Great-circle distance in kilometres (haversine). */
export function kilometres(a: Point, b: Point): number {
  const latitude = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2)
  const longitude = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2)
  const chord =
    latitude ** 2 + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * longitude ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The point on the unit sphere; straight distances there stand for short ones on the ground. */
export function onSphere({ latitude, longitude }: Point): { x: number; y: number; z: number } {
  const ring = Math.cos(latitude * RADIANS)
  return {
    x: ring * Math.cos(longitude * RADIANS),
    y: ring * Math.sin(longitude * RADIANS),
    z: Math.sin(latitude * RADIANS),
  }
}
