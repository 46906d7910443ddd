import { geoInterpolate, geoPath } from "d3-geo"
import { useMemo, useState } from "react"
import type { LeaderPage } from "../../../src/view/leaders-page.ts"
import { MapControls, viewAfterKey } from "../atlas/map-controls.tsx"
import { useDrag } from "../atlas/use-drag.ts"
import { useWorld } from "../atlas/use-world.ts"
import { detailOf, type MapView, moved, projectionOf, type Size, viewOf } from "../atlas/view.ts"
import { WorldLayer } from "../atlas/world-layer.tsx"
import { counted } from "../wording/numbers.ts"
import { type Arc, arcsOf, stopsOf } from "./arcs.ts"
import { placeLabels } from "./labels.ts"
import { datesOf, statusOf, whatOf } from "./leader-words.ts"

interface LeaderMapProps {
  readonly encounters: LeaderPage["encounters"]
  readonly capital: LeaderPage["capital"]
  readonly size: Size
}

const ARC_WIDTH = 1.4
const WIDEST_ARC = 6

/** Great circles from the capital of whoever travels to the place. Each stop's words are in the list beside. */
export function LeaderMap({ encounters, capital, size }: LeaderMapProps) {
  const arcs = useMemo(() => arcsOf(encounters), [encounters])
  const stops = useMemo(() => stopsOf(arcs), [arcs])
  const fitted = useMemo(() => {
    const points = arcs.flatMap(waypoints)
    return viewOf(capital === null ? points : [capital, ...points], size)
  }, [arcs, capital, size])
  const [asked, setAsked] = useState<MapView>()
  const view = asked ?? fitted
  const { world } = useWorld(detailOf(view))
  const projection = useMemo(() => projectionOf(view, size), [view, size])
  const path = geoPath(projection).digits(1)
  const { way, handlers } = useDrag((dx, dy) => setAsked(moved(view, size, -dx, -dy)))
  const points = stops.map((stop) => ({
    ...stop,
    at: projection([stop.point.longitude, stop.point.latitude]) ?? [-99, -99],
  }))
  const labels = placeLabels(
    points.map(({ point, at, arcs: own }) => ({ name: point.name, at, weight: countOf(own) })),
    size,
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the map while its buttons have the focus
    <div
      className="atlas"
      onKeyDown={(event) => {
        const next = viewAfterKey(event.key, view, size)
        if (next === undefined) return
        event.preventDefault()
        setAsked(next)
      }}
    >
      <svg
        className={way === undefined ? "atlas-drawing" : "atlas-drawing atlas-dragged"}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={`Map of ${counted(arcs.length, "route")} between ${counted(stops.length, "place")}; the same stands in the list`}
        {...handlers}
      >
        <g transform={way === undefined ? undefined : `translate(${way[0]} ${way[1]})`}>
          <WorldLayer world={world} projection={projection} />
          {arcs.map((arc) => (
            <path
              key={arc.key}
              className={`arc arc-${arc.way}${arc.held ? "" : " arc-ahead"}`}
              strokeWidth={Math.min(WIDEST_ARC, ARC_WIDTH * Math.sqrt(arc.encounters.length))}
              data-tip={arcWords(arc)}
              d={
                path({
                  type: "LineString",
                  coordinates: [
                    [arc.start.longitude, arc.start.latitude],
                    [arc.end.longitude, arc.end.latitude],
                  ],
                }) ?? undefined
              }
            />
          ))}
          {capital !== null && <Capital at={projection([capital.longitude, capital.latitude])} />}
          {points.map(({ point, at, arcs: own }) => (
            <circle
              key={`${point.latitude} ${point.longitude}`}
              className={own.some(({ held }) => held) ? "stop" : "stop stop-ahead"}
              cx={at[0]}
              cy={at[1]}
              r={3 + Math.sqrt(countOf(own))}
              data-tip={own.map(arcWords).join("\n")}
            />
          ))}
          {labels.map(({ name, x, y, anchor }) => (
            <text key={`${name} ${x}`} className="stop-label" x={x} y={y} textAnchor={anchor}>
              {name}
            </text>
          ))}
        </g>
      </svg>
      <MapControls view={view} onView={setAsked} onWhole={() => setAsked(undefined)} />
    </div>
  )
}

function Capital({ at }: { readonly at: readonly [number, number] | null }) {
  return at === null ? null : (
    <rect className="capital" x={at[0] - 3.5} y={at[1] - 3.5} width={7} height={7} />
  )
}

/** Points along an arc, so that all of it is in sight: great circles lead far to the north. */
function waypoints({ start, end }: Arc): { readonly longitude: number; readonly latitude: number }[] {
  const along = geoInterpolate([start.longitude, start.latitude], [end.longitude, end.latitude])
  return [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const [longitude, latitude] = along(part)
    return { longitude, latitude }
  })
}

const countOf = (arcs: readonly Arc[]): number =>
  arcs.reduce((sum, { encounters }) => sum + encounters.length, 0)

/** Encounters told of in one explanation. */
const MOST_TOLD = 6

function arcWords({ start, end, encounters }: Arc): string {
  const told = encounters
    .slice(0, MOST_TOLD)
    .map((encounter) => `${datesOf(encounter)}: ${whatOf(encounter)} (${statusOf(encounter)})`)
  const rest = encounters.length - told.length
  const route = start.name === end.name ? end.name : `${start.name} → ${end.name}`
  return [route, ...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n")
}
