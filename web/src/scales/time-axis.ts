import { shortMonthWords } from "../wording/dates.ts"
import { dayPosition, monthIndex, monthOf } from "./months.ts"

/** A line of months from left to right, in pixels; shared by the series, the timeline and the pointer over both. */
export interface TimeAxis {
  readonly first: number
  /** Exclusive: the month after the last. */
  readonly end: number
  readonly left: number
  readonly right: number
}

export function timeAxis(
  months: readonly [string, string],
  width: number,
  margins: { left: number; right: number },
): TimeAxis {
  return {
    first: monthIndex(months[0]),
    end: monthIndex(months[1]) + 1,
    left: margins.left,
    right: Math.max(margins.left + 1, width - margins.right),
  }
}

/** Pixels from the left of a month index, which may be fractional. */
export const xOf = ({ first, end, left, right }: TimeAxis, index: number): number =>
  left + ((index - first) / (end - first)) * (right - left)

export const xOfDay = (axis: TimeAxis, day: string): number => xOf(axis, dayPosition(day))

/** The month under a pixel; undefined outside the axis. */
export function monthAt(axis: TimeAxis, x: number): string | undefined {
  if (x < axis.left || x > axis.right) return undefined
  const index = Math.floor(
    axis.first + ((x - axis.left) / (axis.right - axis.left)) * (axis.end - axis.first),
  )
  return monthOf(Math.min(index, axis.end - 1))
}

/** Steps between ticks, in months. */
const TICK_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240]
/** Pixels that a tick's words need. */
const TICK_WIDTH = 46

/** Month indices to name on the axis: as many as have room, on whole steps of the calendar, and the first if it has room. */
export function ticksOf(axis: TimeAxis): number[] {
  const aMonth = monthWidth(axis)
  const step = TICK_STEPS.find((months) => months * aMonth >= TICK_WIDTH) ?? TICK_STEPS.at(-1) ?? 12
  const ticks: number[] = []
  for (let index = Math.ceil(axis.first / step) * step; index < axis.end; index += step) ticks.push(index)
  if (((ticks[0] ?? axis.end) - axis.first) * aMonth >= TICK_WIDTH) ticks.unshift(axis.first)
  return ticks.filter((index) => axis.right - xOf(axis, index) >= TICK_WIDTH / 2)
}

/** A year where it begins or where it is the first that the axis names, else the month's short name. */
export const tickWords = (index: number, first: boolean): string =>
  index % 12 === 0
    ? String(index / 12)
    : first
      ? shortMonthWords(monthOf(index))
      : shortMonthWords(monthOf(index)).slice(0, -5)

/** Pixels a month is wide. */
export const monthWidth = ({ first, end, left, right }: TimeAxis): number => (right - left) / (end - first)
