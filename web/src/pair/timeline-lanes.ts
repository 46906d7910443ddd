import type { Quad } from "../../../src/record/index.ts"
import type { HappeningRow } from "../../../src/view/api.ts"
import { foldStack, type Stacked, stackMarks } from "../scales/stacking.ts"
import { type TimeAxis, xOfDay } from "../scales/time-axis.ts"
import { QUAD_ORDER } from "../wording/quads.ts"

/** A mark's width with its gap, and the height of one level, in pixels. */
export const MARK_SIZE = 12
/** Marks on top of one another before the rest is only counted. */
const MOST_LEVELS = 7
const LABEL_HEIGHT = 17
const LANE_PADDING = 6

/** A happening in its place; one that is dated to a stretch of time lies in its middle, with the stretch drawn through it. */
export interface TimelineMark {
  readonly row: HappeningRow
  readonly x: number
  readonly y: number
  /** From where to where, in pixels; undefined where the stretch is no wider than the mark. */
  readonly stretch: readonly [number, number] | undefined
}

/** One quad class's stretch of the timeline, with its marks put in place; y in pixels from the top. */
export interface Lane {
  readonly quad: Quad
  readonly top: number
  readonly height: number
  readonly marks: readonly TimelineMark[]
  readonly rest: readonly { readonly x: number; readonly y: number; readonly count: number }[]
}

/** Lays dated happenings out by class and day; what lies outside the axis is left out. */
export function lanesOf(happenings: readonly HappeningRow[], axis: TimeAxis): Lane[] {
  let top = 0
  return QUAD_ORDER.map((quad) => {
    const stacked = stackMarks(datedOf(happenings, quad, axis), ({ x }) => x, MARK_SIZE)
    const { shown, rest } = foldStack(stacked, MOST_LEVELS, MARK_SIZE)
    const levels = Math.max(0, ...shown.map(({ level }) => level + 1)) + (rest.length > 0 ? 1 : 0)
    const height = LABEL_HEIGHT + levels * MARK_SIZE + LANE_PADDING
    const yOf = (level: number) => top + height - LANE_PADDING - (level + 0.5) * MARK_SIZE
    const lane = {
      quad,
      top,
      height,
      marks: shown.map(({ mark, level }: Stacked<Dated>) => ({ ...mark, y: yOf(level) })),
      rest: rest.map(({ x, count }) => ({ x, y: yOf(levels - 1), count })),
    }
    top += height
    return lane
  })
}

type Dated = Omit<TimelineMark, "y">

const datedOf = (happenings: readonly HappeningRow[], quad: Quad, axis: TimeAxis): Dated[] =>
  happenings
    .flatMap((row) => (row.quad === quad && row.start !== null ? [placeOf(row, row.start, axis)] : []))
    .filter(({ x }) => x >= axis.left && x <= axis.right)

function placeOf(row: HappeningRow, start: string, axis: TimeAxis): Dated {
  const [from, to] = [xOfDay(axis, start), xOfDay(axis, row.end ?? start)]
  if (to - from <= MARK_SIZE) return { row, x: from, stretch: undefined }
  return { row, x: (from + to) / 2, stretch: [Math.max(axis.left, from), Math.min(axis.right, to)] }
}
