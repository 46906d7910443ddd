import { geoDistance } from "d3-geo"
import { type KeyboardEvent, useMemo, useRef, useState } from "react"
import type { MapPlace } from "../../../src/view/map-page.ts"
import { MapControls, viewAfterKey } from "../atlas/map-controls.tsx"
import { useDrag } from "../atlas/use-drag.ts"
import { useWorld } from "../atlas/use-world.ts"
import { detailOf, type MapView, moved, projectionOf, type Size, viewOf } from "../atlas/view.ts"
import { WorldLayer } from "../atlas/world-layer.tsx"
import { quadColour } from "../wording/quads.ts"
import type { Box } from "./choices.ts"
import { boxOf, type Cluster, clusterName, clustersOf, slices } from "./clusters.ts"
import { countWords } from "./words.ts"

/** Circles wider than this show their number. */
const NUMBERED_FROM = 11

interface HappeningMapProps {
  readonly places: readonly MapPlace[]
  readonly size: Size
  readonly view: MapView | undefined
  readonly box: Box | undefined
  readonly onView: (view: MapView | undefined) => void
  readonly onBox: (box: Box) => void
}

/** Circles for places or groups of them, each cut into what happened there. Dragging, buttons and arrow keys move the map. */
export function HappeningMap({ places, size, view: asked, box, onView, onBox }: HappeningMapProps) {
  const fitted = useMemo(() => viewOf(places, size), [places, size])
  const view = asked ?? fitted
  const { world } = useWorld(detailOf(view))
  const projection = useMemo(() => projectionOf(view, size), [view, size])
  const clusters = useMemo(
    () => clustersOf(places, (place) => visiblePoint(place, projection, view, size)),
    [places, projection, view, size],
  )
  const { way, handlers } = useDrag((dx, dy) => onView(moved(view, size, -dx, -dy)))
  const holder = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = viewAfterKey(event.key, view, size)
    if (next === undefined) return
    event.preventDefault()
    onView(next)
    // The circle on which the focus stood may be part of another one now.
    requestAnimationFrame(() => {
      if (!holder.current?.contains(document.activeElement)) holder.current?.focus()
    })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a map is no form, and its keys move it as a whole
    <div
      ref={holder}
      className="atlas"
      role="group"
      aria-label="Map: arrow keys move it, plus and minus zoom"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys must have somewhere to go when no circle is in sight
      tabIndex={0}
      onKeyDown={press}
    >
      <svg
        className={way === undefined ? "atlas-drawing" : "atlas-drawing atlas-dragged"}
        width={size.width}
        height={size.height}
        aria-label="Map of happenings"
        {...handlers}
      >
        <g transform={way === undefined ? undefined : `translate(${way[0]} ${way[1]})`}>
          <WorldLayer world={world} projection={projection} />
          <Circles clusters={clusters} box={box} onBox={onBox} />
        </g>
      </svg>
      <MapControls view={view} onView={onView} onWhole={() => onView(undefined)} />
    </div>
  )
}

/** Pixels of a place, undefined behind the earth or outside the drawing. */
function visiblePoint(
  { longitude, latitude }: MapPlace,
  projection: ReturnType<typeof projectionOf>,
  view: MapView,
  { width, height }: Size,
): readonly [number, number] | undefined {
  if (geoDistance([longitude, 0], [view.longitude, 0]) > Math.PI - 1e-6) return undefined
  const point = projection([longitude, latitude])
  if (point === null) return undefined
  const [x, y] = point
  return x >= 0 && x <= width && y >= 0 && y <= height ? [x, y] : undefined
}

interface CirclesProps {
  readonly clusters: readonly Cluster[]
  readonly box: Box | undefined
  readonly onBox: (box: Box) => void
}

/** Tab reaches the circle of most happenings, Page Up and Page Down the others, Enter lists what happened there. */
function Circles({ clusters, box, onBox }: CirclesProps) {
  const group = useRef<SVGGElement>(null)
  const [current, setCurrent] = useState(0)
  const stop = Math.min(current, clusters.length - 1)
  const chosen = box?.join()
  const press = (event: KeyboardEvent, cluster: Cluster) => {
    const step = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : undefined
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault()
      onBox(boxOf(cluster.places))
    }
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(clusters.length - 1, stop + step))
    setCurrent(next)
    group.current?.querySelectorAll<SVGGElement>("[role=button]")[next]?.focus()
  }
  // Small circles lie above large ones; the order of the keyboard is that of the clusters.
  return (
    <g ref={group}>
      {clusters.map((cluster, at) => {
        const words = `${clusterName(cluster.places)}: ${countWords(cluster)}`
        const own = boxOf(cluster.places)
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is no button inside an SVG
          <g
            key={`${cluster.places[0]?.name} ${boxOf(cluster.places.slice(0, 1)).join()}`}
            role="button"
            className={chosen === own.join() ? "circle circle-chosen" : "circle"}
            transform={`translate(${cluster.x.toFixed(1)} ${cluster.y.toFixed(1)})`}
            tabIndex={at === stop ? 0 : -1}
            aria-label={words}
            aria-pressed={chosen === own.join()}
            data-tip={words}
            onFocus={() => setCurrent(at)}
            onKeyDown={(event) => press(event, cluster)}
            onClick={() => onBox(own)}
          >
            <circle className="circle-halo" r={cluster.radius + 2} />
            <g className={cluster.wholeCountry ? "circle-country" : undefined}>
              {slices(cluster.byQuad, cluster.radius).map(({ quad, path }) => (
                <path key={quad} d={path} fill={quadColour(quad)} stroke={quadColour(quad)} />
              ))}
            </g>
            {cluster.radius > NUMBERED_FROM && (
              <>
                <circle className="circle-middle" r={cluster.radius * 0.62} />
                <text className="circle-number" dy="0.36em">
                  {cluster.happenings}
                </text>
              </>
            )}
          </g>
        )
      })}
    </g>
  )
}
