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

/** One quad class's stretch of the timeline, with its marks put in place; y in pixels from the top. */
export interface Lane {
  readonly quad: Quad
  readonly top: number
  readonly height: number
  readonly marks: readonly { readonly row: HappeningRow; readonly x: number; readonly y: number }[]
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
      marks: shown.map(({ mark, x, level }: Stacked<Dated>) => ({ row: mark.row, x, y: yOf(level) })),
      rest: rest.map(({ x, count }) => ({ x, y: yOf(levels - 1), count })),
    }
    top += height
    return lane
  })
}

interface Dated {
  readonly row: HappeningRow
  readonly x: number
}

const datedOf = (happenings: readonly HappeningRow[], quad: Quad, axis: TimeAxis): Dated[] =>
  happenings
    .flatMap((row) => (row.quad === quad && row.start !== null ? [{ row, x: xOfDay(axis, row.start) }] : []))
    .filter(({ x }) => x >= axis.left && x <= axis.right)
