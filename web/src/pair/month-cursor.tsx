import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react"
import { dayPosition, monthIndex, monthOf } from "../scales/months.ts"
import { monthAt, type TimeAxis, xOf } from "../scales/time-axis.ts"
import { monthWords } from "../wording/dates.ts"
import type { PairFilters } from "./filters.ts"

interface MonthCursorProps {
  readonly axis: TimeAxis
  readonly pointed: string | undefined
  readonly filters: PairFilters
  readonly onPoint: (month: string | undefined) => void
  readonly onChoose: (month: string) => void
  readonly children: ReactNode
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 }

/**
 * Lets a month be pointed at and chosen anywhere on the charts it wraps: with the mouse, or with the arrow keys, Page Up
 * and Page Down for years, and Enter. What the dates leave out is shaded.
 */
export function MonthCursor({ axis, pointed, filters, onPoint, onChoose, children }: MonthCursorProps) {
  const holder = useRef<HTMLDivElement>(null)
  const point = (event: PointerEvent) => {
    const left = holder.current?.getBoundingClientRect().left ?? 0
    onPoint(monthAt(axis, event.clientX - left))
  }
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step !== undefined) onPoint(stepped(axis, pointed, step))
    else if ((event.key === "Enter" || event.key === " ") && pointed !== undefined) onChoose(pointed)
    else return
    event.preventDefault()
  }
  const value = pointed === undefined ? axis.end - 1 : monthIndex(pointed)
  return (
    <div
      ref={holder}
      className="month-cursor"
      role="slider"
      tabIndex={0}
      aria-label="Month; Enter lists its happenings"
      aria-valuemin={axis.first}
      aria-valuemax={axis.end - 1}
      aria-valuenow={value}
      aria-valuetext={monthWords(monthOf(value))}
      onPointerMove={point}
      onPointerLeave={() => onPoint(undefined)}
      onClick={() => pointed !== undefined && onChoose(pointed)}
      onKeyDown={press}
      onBlur={() => onPoint(undefined)}
    >
      {children}
      {pointed !== undefined && (
        <div
          className="month-pointed"
          style={{
            left: xOf(axis, monthIndex(pointed)),
            width: xOf(axis, monthIndex(pointed) + 1) - xOf(axis, monthIndex(pointed)),
          }}
        />
      )}
      <Shades axis={axis} filters={filters} />
    </div>
  )
}

/** Veils over the months before `from` and after `to`. */
export function Shades({
  axis,
  filters: { from, to },
}: {
  readonly axis: TimeAxis
  readonly filters: PairFilters
}) {
  const clamp = (x: number) => Math.min(axis.right, Math.max(axis.left, x))
  const start = from === undefined ? axis.left : clamp(xOf(axis, dayPosition(from)))
  const end = to === undefined ? axis.right : clamp(xOf(axis, dayPosition(to) + 1 / 31))
  return (
    <>
      {start > axis.left && <div className="shade" style={{ left: axis.left, width: start - axis.left }} />}
      {end < axis.right && <div className="shade" style={{ left: end, width: axis.right - end }} />}
    </>
  )
}

function stepped(axis: TimeAxis, pointed: string | undefined, step: number): string {
  const from = pointed === undefined ? axis.end : monthIndex(pointed)
  return monthOf(Math.min(axis.end - 1, Math.max(axis.first, from + step)))
}
