import type { FeatureCollection, MultiLineString } from "geojson"
import { feature, mesh } from "topojson-client"
import type { GeometryCollection, Topology } from "topojson-specification"
import fine from "world-atlas/countries-50m.json?url"
import coarse from "world-atlas/countries-110m.json?url"

/** Land and borders as Natural Earth draws them. */
export interface World {
  readonly land: FeatureCollection
  /** Lines between two countries; coasts are none. */
  readonly borders: MultiLineString
}

/** How finely the lines are drawn: 1 : 110 million for the whole earth, 1 : 50 million for a part of it. */
export type Detail = "coarse" | "fine"

type Countries = Topology<{ readonly countries: GeometryCollection; readonly land: GeometryCollection }>

/** Files of the page's own server. */
const FILES: Readonly<Record<Detail, string>> = { coarse, fine }

export async function loadWorld(detail: Detail): Promise<World> {
  const answer = await fetch(FILES[detail])
  if (!answer.ok) throw new Error(`the map's outlines could not be loaded (${answer.status})`)
  const topology = (await answer.json()) as Countries
  const land = feature(topology, topology.objects.land)
  return {
    land: "features" in land ? land : { type: "FeatureCollection", features: [land] },
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  }
}
