import type { EventPlace } from "../record/index.ts"

/** Places nearer than this are one scene: a village, its district town, the airport. */
const ONE_SCENE_KM = 40
const EARTH_RADIUS_KM = 6371
const RADIANS = Math.PI / 180

/** True where both reports can mean one scene; a report that names no place fits every other. */
export function placesFit(a: EventPlace | null, b: EventPlace | null): boolean {
  if (a === null || b === null || samePlace(a, b)) return true
  if (a.country !== null && b.country !== null && a.country !== b.country) return false
  const distance = kilometres(a, b)
  return distance !== undefined && distance <= ONE_SCENE_KM
}

/** True where one name is the other or a part of it: "Odesa", "Odesa region". */
export function samePlace(a: EventPlace, b: EventPlace): boolean {
  const left = nameWords(a.name)
  const right = nameWords(b.name)
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  return short.length > 0 && short.every((word) => long.includes(word))
}

const nameWords = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")

/** Great-circle distance; undefined where a coordinate is unknown. */
function kilometres(a: EventPlace, b: EventPlace): number | undefined {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return undefined
  const half =
    Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2 +
    Math.cos(a.latitude * RADIANS) *
      Math.cos(b.latitude * RADIANS) *
      Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}
