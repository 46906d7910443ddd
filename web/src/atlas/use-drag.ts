import { type PointerEvent, useRef, useState } from "react"

/** Pixels that a pointer may tremble and still click. */
const TREMBLE = 4

interface Drag {
  readonly pointer: number
  readonly x: number
  readonly y: number
}

/** Dragging a surface: how far it is dragged now, and what to put on it. `onEnd` gets the whole way, in pixels. */
export function useDrag(onEnd: (dx: number, dy: number) => void) {
  const from = useRef<Drag>(undefined)
  const [way, setWay] = useState<readonly [number, number]>()
  const wayOf = (event: PointerEvent): readonly [number, number] | undefined => {
    const drag = from.current
    if (drag === undefined || drag.pointer !== event.pointerId) return undefined
    return [event.clientX - drag.x, event.clientY - drag.y]
  }
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0 && event.isPrimary)
        from.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent<Element>) => {
      const now = wayOf(event)
      if (now === undefined || (way === undefined && Math.hypot(...now) < TREMBLE)) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setWay(now)
    },
    onPointerUp: (event: PointerEvent) => {
      const whole = wayOf(event)
      from.current = undefined
      if (way !== undefined && whole !== undefined) onEnd(...whole)
      setWay(undefined)
    },
    onPointerCancel: () => {
      from.current = undefined
      setWay(undefined)
    },
  }
  return { way, handlers }
}
