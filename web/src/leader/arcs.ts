import type { LeaderEncounter, PlacePoint } from "../../../src/view/leaders-page.ts"

/** Journeys between the same two points in the same direction. */
export interface Arc {
  readonly key: string
  readonly start: PlacePoint
  readonly end: PlacePoint
  /** The leader travels, or is visited. */
  readonly way: "travels" | "receives"
  /** Held at least once; otherwise only planned, put off or called off. */
  readonly held: boolean
  readonly encounters: readonly LeaderEncounter[]
}

const isHeld = ({ status }: LeaderEncounter): boolean => status === "occurred" || status === "ongoing"

/** One arc a route, those travelled most first. Encounters of unknown place have none. */
export function arcsOf(encounters: readonly LeaderEncounter[]): Arc[] {
  const routes = new Map<string, { start: PlacePoint; end: PlacePoint; encounters: LeaderEncounter[] }>()
  for (const encounter of encounters) {
    const { start, at: end } = encounter
    if (start === null || end === null) continue
    const key = `${wayOf(encounter)} ${placeKey(start)} ${placeKey(end)}`
    const known = routes.get(key)
    if (known === undefined) routes.set(key, { start, end, encounters: [encounter] })
    else known.encounters.push(encounter)
  }
  return [...routes]
    .map(([key, route]) => ({
      key,
      ...route,
      way: route.encounters.map(wayOf)[0] ?? "travels",
      held: route.encounters.some(isHeld),
    }))
    .sort((a, b) => b.encounters.length - a.encounters.length || (a.key < b.key ? -1 : 1))
}

const wayOf = ({ part }: LeaderEncounter): Arc["way"] => (part === "host" ? "receives" : "travels")
const placeKey = ({ latitude, longitude }: PlacePoint): string => `${latitude},${longitude}`

/** Points of the arcs, each once, with the encounters that took place there. */
export function stopsOf(
  arcs: readonly Arc[],
): { readonly point: PlacePoint; readonly arcs: readonly Arc[] }[] {
  const stops = new Map<string, { point: PlacePoint; arcs: Arc[] }>()
  for (const arc of arcs) {
    const known = stops.get(placeKey(arc.end))
    if (known === undefined) stops.set(placeKey(arc.end), { point: arc.end, arcs: [arc] })
    else known.arcs.push(arc)
  }
  return [...stops.values()]
}
