import { type KeyboardEvent, useMemo, useRef, useState } from "react"
import { navigate } from "wouter/use-browser-location"
import type { HappeningRow } from "../../../src/view/api.ts"
import { happeningAddress } from "../addresses.ts"
import { MarkShape } from "../parts/status-mark.tsx"
import { yearStarts } from "../scales/months.ts"
import { type TimeAxis, ticksOf, tickWords, xOf } from "../scales/time-axis.ts"
import { stepFrom } from "../text/steps.ts"
import { periodWords } from "../wording/dates.ts"
import { typeWords } from "../wording/modes.ts"
import { sidesWords } from "../wording/parties.ts"
import { statusWords } from "../wording/statuses.ts"
import { type PairFilters, within } from "./filters.ts"
import { type Lane, lanesOf } from "./timeline-lanes.ts"

const AXIS_HEIGHT = 20

interface EventTimelineProps {
  readonly happenings: readonly HappeningRow[]
  readonly axis: TimeAxis
  readonly width: number
  readonly filters: PairFilters
}

/** Every dated happening as a mark on its day, in a lane for its class. Tab reaches the marks, the arrow keys walk them. */
export function EventTimeline({ happenings, axis, width, filters }: EventTimelineProps) {
  const drawing = useRef<SVGSVGElement>(null)
  const lanes = useMemo(() => lanesOf(happenings, axis), [happenings, axis])
  const ids = useMemo(() => idsInTime(lanes), [lanes])
  const inside = useMemo(
    () => new Set(within(happenings, filters).map(({ id }) => id)),
    [happenings, filters],
  )
  const [current, setCurrent] = useState<string>()
  const stop = current !== undefined && ids.includes(current) ? current : ids[0]
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : undefined
    if (step === undefined) return
    event.preventDefault()
    const next = stepFrom(ids, stop, step)
    setCurrent(next)
    drawing.current?.querySelector<SVGAElement>(`[data-id="${next}"]`)?.focus()
  }
  const last = lanes.at(-1)
  const height = last === undefined ? 0 : last.top + last.height
  const ticks = ticksOf(axis)
  return (
    <figure className="panel">
      <figcaption>Each happening on its day</figcaption>
      <svg
        ref={drawing}
        aria-label="Timeline of happenings"
        className="timeline"
        width={width}
        height={height + AXIS_HEIGHT}
      >
        {yearStarts(axis.first, axis.end).map((tick) => (
          <line key={tick} className="grid" x1={xOf(axis, tick)} x2={xOf(axis, tick)} y1={0} y2={height} />
        ))}
        {lanes.map((lane) => (
          <LaneMarks
            key={lane.quad}
            lane={lane}
            axis={axis}
            stop={stop}
            inside={inside}
            onFocus={setCurrent}
            onKeyDown={press}
          />
        ))}
        {ticks.map((tick, at) => (
          <text key={tick} className="axis-label" x={xOf(axis, tick)} y={height + AXIS_HEIGHT - 5}>
            {tickWords(tick, at === 0)}
          </text>
        ))}
      </svg>
    </figure>
  )
}

interface LaneMarksProps {
  readonly lane: Lane
  readonly axis: TimeAxis
  readonly stop: string | undefined
  readonly inside: ReadonlySet<string>
  readonly onFocus: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function LaneMarks({ lane, axis, stop, inside, onFocus, onKeyDown }: LaneMarksProps) {
  const bottom = lane.top + lane.height
  return (
    <g>
      <line className="grid" x1={axis.left} x2={axis.right} y1={bottom} y2={bottom} />
      <text className="lane-label" x={axis.left} y={lane.top + 13}>
        {lane.quad}
      </text>
      {lane.marks.map(
        ({ row, y, stretch }) =>
          stretch !== undefined && (
            <line key={row.id} className="stretch" x1={stretch[0]} x2={stretch[1]} y1={y} y2={y} />
          ),
      )}
      {lane.marks.map(({ row, x, y }) => (
        <g key={row.id} transform={`translate(${x} ${y})`}>
          <a
            href={happeningAddress(row.id)}
            data-id={row.id}
            data-tip={markWords(row)}
            aria-label={markWords(row)}
            className={inside.has(row.id) ? "tick" : "tick tick-outside"}
            tabIndex={row.id === stop ? 0 : -1}
            onFocus={() => onFocus(row.id)}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              navigate(happeningAddress(row.id))
            }}
          >
            <rect className="tick-halo" x={-6.5} y={-6.5} width={13} height={13} rx={3} />
            <MarkShape status={row.status} quad={row.quad} />
          </a>
        </g>
      ))}
      {lane.rest.map(({ x, y, count }) => (
        <text key={x} className="lane-rest" x={x} y={y + 4}>
          +{count}
        </text>
      ))}
    </g>
  )
}

const idsInTime = (lanes: readonly Lane[]): string[] =>
  lanes
    .flatMap(({ marks }) => marks)
    .sort((a, b) => a.x - b.x || b.y - a.y)
    .map(({ row }) => row.id)

const markWords = (row: HappeningRow): string =>
  [
    `${periodWords(row)}${row.dateCertain ? "" : " (implied)"}: ${typeWords(row.typeName, row.mode)}, ${statusWords(row.status)}`,
    sidesWords(row),
    `“${row.headline}”`,
  ].join("\n")
