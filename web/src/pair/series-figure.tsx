import { useEffect, useRef } from "react"
import type { PairSeries } from "../../../src/record/index.ts"
import { asImage } from "../parts/as-image.ts"
import type { TimeAxis } from "../scales/time-axis.ts"
import { plotShare } from "./share-plot.ts"
import { plotDeeds, plotIntents, plotReadings, plotVolume, plotWords } from "./weight-plots.ts"

interface SeriesFigureProps {
  readonly series: PairSeries
  readonly axis: TimeAxis
  readonly width: number
}

/** Panels over one line of months: the level, deeds, words, what was intended, how others read the pair, and attention. */
export default function SeriesFigure({ series, axis, width }: SeriesFigureProps) {
  const frame = { series, axis, width }
  const intended = series.points.some(({ intents }) => intents > 0)
  const read = series.points.some(({ readings }) => readings.happenings > 0)
  const measured = series.points.some(({ volume }) => volume !== null)
  return (
    <>
      <PatternDefinitions />
      <Panel caption="Cooperative share of what occurred, 0–100, with its 95 % band; line and shade: smoothed. Wide is unsure.">
        <Drawing draw={plotShare} {...frame} />
      </Panel>
      <Panel caption="Deeds, by weight: cooperation above, conflict below">
        <Drawing draw={plotDeeds} {...frame} />
      </Panel>
      <Panel caption="Words">
        <Drawing draw={plotWords} {...frame} />
      </Panel>
      {intended && (
        <Panel caption="Planned, expected, promised, threatened: not in the share">
          <Drawing draw={plotIntents} {...frame} />
        </Panel>
      )}
      {read && (
        <Panel caption="What only third parties say of the two: not in the share">
          <Drawing draw={plotReadings} {...frame} />
        </Panel>
      )}
      {measured && (
        <Panel caption="Attention: part of all that occurred in the corpus">
          <Drawing draw={plotVolume} {...frame} />
        </Panel>
      )}
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
  readonly draw: (series: PairSeries, axis: TimeAxis, width: number) => Element
}

function Drawing({ draw, series, axis, width }: DrawingProps) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    holder.current?.replaceChildren(asImage(draw(series, axis, width)))
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
