import { useLayoutEffect, useRef } from "react"
import type { DatasetLane } from "../../../src/view/api.ts"
import { asImage } from "../parts/as-image.ts"
import { type TimeAxis, ticksOf, tickWords, xOf } from "../scales/time-axis.ts"
import { counted } from "../wording/numbers.ts"
import { datasetName } from "./compare-choices.ts"
import { plotLane } from "./compare-plots.ts"
import { MEASURE_WORDS, type Measure } from "./measures.ts"

const AXIS_HEIGHT = 20

interface CompareFigureProps {
  readonly lanes: readonly DatasetLane[]
  readonly measure: Measure
  readonly axis: TimeAxis
  readonly width: number
}

/** The data sets one below the other over one line of months, each on its own scale. */
export default function CompareFigure({ lanes, measure, axis, width }: CompareFigureProps) {
  return (
    <>
      {lanes.map((lane) => (
        <figure key={lane.dataset} className="panel">
          <figcaption>
            <b>{datasetName(lane.dataset)}</b>: {captionWords(measure)}, {counted(lane.events, "event")}
          </figcaption>
          <Drawing lane={lane} measure={measure} axis={axis} width={width} />
        </figure>
      ))}
      <svg className="timeline" width={width} height={AXIS_HEIGHT} aria-hidden="true">
        {ticksOf(axis).map((tick, at) => (
          <text key={tick} className="axis-label" x={xOf(axis, tick)} y={AXIS_HEIGHT - 6}>
            {tickWords(tick, at === 0)}
          </text>
        ))}
      </svg>
    </>
  )
}

function captionWords(measure: Measure): string {
  const words = MEASURE_WORDS[measure]
  if (measure === "events")
    return `${words} a month, cooperation above, conflict below; words pale, deeds strong`
  return measure === "share"
    ? `${words} of a hundred events, with its 95 % band`
    : `${words} of its events, −10 to 10`
}

interface DrawingProps {
  readonly lane: DatasetLane
  readonly measure: Measure
  readonly axis: TimeAxis
  readonly width: number
}

function Drawing({ lane, measure, axis, width }: DrawingProps) {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    holder.current?.replaceChildren(asImage(plotLane(lane, measure, axis, width)))
  }, [lane, measure, axis, width])
  return <div ref={holder} className="drawing" />
}
