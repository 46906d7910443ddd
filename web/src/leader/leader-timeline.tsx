import { type KeyboardEvent, useMemo, useRef, useState } from "react"
import { navigate } from "wouter/use-browser-location"
import type { LeaderEncounter } from "../../../src/view/leaders-page.ts"
import { happeningAddress } from "../addresses.ts"
import { MarkShape } from "../parts/status-mark.tsx"
import { yearStarts } from "../scales/months.ts"
import { foldStack, stackMarks } from "../scales/stacking.ts"
import { type TimeAxis, ticksOf, tickWords, xOf, xOfDay } from "../scales/time-axis.ts"
import { stepFrom } from "../text/steps.ts"
import { datesOf, markOf, PARTS, type Part, partOf, statusOf, whatOf } from "./leader-words.ts"

const MARK = 13
const LANE_TOP = 20
const MOST_LEVELS = 8
const AXIS_HEIGHT = 20

interface LeaderTimelineProps {
  readonly encounters: readonly LeaderEncounter[]
  readonly axis: TimeAxis
  readonly width: number
}

interface PlacedMark {
  readonly encounter: LeaderEncounter
  readonly x: number
  readonly y: number
}

interface Lane {
  readonly part: Part
  readonly top: number
  readonly height: number
  readonly marks: readonly PlacedMark[]
  readonly rest: readonly { readonly x: number; readonly count: number }[]
}

/** Each encounter on its first day, in a lane for what the leader does. Tab reaches the marks, arrow keys walk them. */
export function LeaderTimeline({ encounters, axis, width }: LeaderTimelineProps) {
  const drawing = useRef<SVGSVGElement>(null)
  const lanes = useMemo(() => lanesOf(encounters, axis), [encounters, axis])
  const ids = useMemo(
    () =>
      lanes
        .flatMap(({ marks }) => marks)
        .sort((a, b) => a.x - b.x)
        .map(({ encounter }) => idOf(encounter)),
    [lanes],
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
  return (
    <svg
      ref={drawing}
      aria-label="Timeline of visits, meetings and calls"
      className="timeline"
      width={width}
      height={height + AXIS_HEIGHT}
    >
      {yearStarts(axis.first, axis.end).map((tick) => (
        <line key={tick} className="grid" x1={xOf(axis, tick)} x2={xOf(axis, tick)} y1={0} y2={height} />
      ))}
      {lanes.map((lane) => (
        <g key={lane.part}>
          <line
            className="grid"
            x1={axis.left}
            x2={axis.right}
            y1={lane.top + lane.height}
            y2={lane.top + lane.height}
          />
          <text className="lane-label" x={axis.left} y={lane.top + 13}>
            {lane.part}
          </text>
          {lane.marks.map(({ encounter, x, y }) => (
            <g key={idOf(encounter)} transform={`translate(${x} ${y})`}>
              <a
                className="tick"
                href={happeningAddress(encounter.happenings[0] ?? "")}
                data-id={idOf(encounter)}
                data-tip={markWords(encounter)}
                aria-label={markWords(encounter)}
                tabIndex={idOf(encounter) === stop ? 0 : -1}
                onFocus={() => setCurrent(idOf(encounter))}
                onKeyDown={press}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  navigate(happeningAddress(encounter.happenings[0] ?? ""))
                }}
              >
                <rect className="tick-halo" x={-6.5} y={-6.5} width={13} height={13} rx={3} />
                <MarkShape status={markOf(encounter)} quad="verbal cooperation" />
              </a>
            </g>
          ))}
          {lane.rest.map(({ x, count }) => (
            <text key={x} className="lane-rest" x={x} y={lane.top + 12}>
              +{count}
            </text>
          ))}
        </g>
      ))}
      {ticksOf(axis).map((tick, at) => (
        <text key={tick} className="axis-label" x={xOf(axis, tick)} y={height + AXIS_HEIGHT - 5}>
          {tickWords(tick, at === 0)}
        </text>
      ))}
    </svg>
  )
}

/** One happening may stand between several pairs. */
const idOf = ({ happenings, pair }: LeaderEncounter): string => `${happenings[0]}-${pair}`

function lanesOf(encounters: readonly LeaderEncounter[], axis: TimeAxis): Lane[] {
  const lanes: Lane[] = []
  for (const part of PARTS) {
    const own = encounters.filter((encounter) => partOf(encounter) === part)
    const inTime = own.filter(({ from }) => {
      const x = xOfDay(axis, from)
      return x >= axis.left && x <= axis.right
    })
    if (inTime.length === 0) continue
    const stacked = stackMarks(inTime, ({ from }) => xOfDay(axis, from), MARK)
    const { shown, rest } = foldStack(stacked, MOST_LEVELS, MARK)
    const levels = Math.max(1, ...shown.map(({ level }) => level + 1))
    const before = lanes.at(-1)
    const top = before === undefined ? 0 : before.top + before.height
    const height = LANE_TOP + levels * MARK + 4
    const marks = shown.map(({ mark, x, level }) => ({
      encounter: mark,
      x,
      y: top + height - 4 - MARK / 2 - level * MARK,
    }))
    lanes.push({ part, top, height, marks, rest })
  }
  return lanes
}

const markWords = (encounter: LeaderEncounter): string =>
  [
    `${datesOf(encounter)}: ${whatOf(encounter)}, ${statusOf(encounter)}`,
    ...(encounter.counterparts.length > 0 ? [encounter.counterparts.join(", ")] : []),
    `“${encounter.words}”`,
  ].join("\n")
