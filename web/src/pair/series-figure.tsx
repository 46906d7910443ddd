import { useEffect, useRef } from "react"
import type { RelationPoint } from "../../../src/record/index.ts"
import type { TimeAxis } from "../scales/time-axis.ts"
import { plotIntents, plotShare, plotVolume } from "./series-plots.ts"

interface SeriesFigureProps {
  readonly series: readonly RelationPoint[]
  readonly axis: TimeAxis
  readonly width: number
}

/** Three panels over one line of months: the cooperative share with its band, what occurred, and what was intended. */
export default function SeriesFigure({ series, axis, width }: SeriesFigureProps) {
  return (
    <>
      <PatternDefinitions />
      <Panel caption="Cooperative share of what occurred, 0–100, with its 95 % band">
        <Drawing draw={plotShare} series={series} axis={axis} width={width} />
      </Panel>
      <Panel caption="Occurred, by weight: cooperation above, conflict below">
        <Drawing draw={plotVolume} series={series} axis={axis} width={width} />
      </Panel>
      <Panel caption="Planned, expected, promised, threatened">
        <Drawing draw={plotIntents} series={series} axis={axis} width={width} />
      </Panel>
    </>
  )
}

function Panel({ caption, children }: { readonly caption: string; readonly children: React.ReactNode }) {
  return (
    <figure className="panel">
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  )
}

interface DrawingProps extends SeriesFigureProps {
  readonly draw: (series: readonly RelationPoint[], axis: TimeAxis, width: number) => Element
}

function Drawing({ draw, series, axis, width }: DrawingProps) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    holder.current?.replaceChildren(draw(series, axis, width))
  }, [draw, series, axis, width])
  return <div ref={holder} className="drawing" />
}

/** Hatching for what has not happened yet. */
function PatternDefinitions() {
  return (
    <svg className="definitions" aria-hidden="true" width="0" height="0">
      {(["mco", "mcf"] as const).map((key) => (
        <pattern
          key={key}
          id={`hatch-${key}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="1" x2="1" y1="0" y2="5" stroke={`var(--${key})`} strokeWidth="1.6" />
        </pattern>
      ))}
    </svg>
  )
}
