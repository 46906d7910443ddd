import { type GeoProjection, geoGraticule10, geoPath } from "d3-geo"
import { memo } from "react"
import type { World } from "./world.ts"

/** Sea, land and borders; the sea alone until the land is there. */
export const WorldLayer = memo(function WorldLayer({
  world,
  projection,
}: {
  readonly world: World | undefined
  readonly projection: GeoProjection
}) {
  const path = geoPath(projection).digits(1)
  return (
    <g>
      <path className="atlas-sea" d={path({ type: "Sphere" }) ?? undefined} />
      <path className="atlas-grid" d={path(geoGraticule10()) ?? undefined} />
      {world !== undefined && (
        <>
          <path className="atlas-land" d={path(world.land) ?? undefined} />
          <path className="atlas-borders" d={path(world.borders) ?? undefined} />
        </>
      )}
    </g>
  )
})

/** What must stand below every map. */
export function BorderNote() {
  return (
    <p className="atlas-note">
      Lines and land: Natural Earth, as data. They take no side in any dispute over a border or a territory.
    </p>
  )
}
