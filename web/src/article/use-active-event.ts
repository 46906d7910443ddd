import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { navigate, usePathname, useSearch } from "wouter/use-browser-location"
import type { CodedEvent } from "../../../src/view/api.ts"
import { bringIntoSight, type Show } from "./into-sight.ts"

/** The event in hand: chosen (kept in the address) or only pointed at for the moment. */
export interface ActiveEvent {
  readonly chosen: string | undefined
  readonly pointed: string | undefined
  readonly point: (id: string | undefined) => void
  /** Chooses an event and brings its words, its card or both into sight. */
  readonly choose: (id: string, show: Show) => void
}

/** Ties text and cards together through the address's `event`. */
export function useActiveEvent(events: readonly CodedEvent[]): ActiveEvent {
  const pathname = usePathname()
  const search = useSearch()
  const asked = useMemo(() => new URLSearchParams(search).get("event") ?? undefined, [search])
  const chosen = events.some(({ id }) => id === asked) ? asked : undefined
  const [pointed, point] = useState<string>()
  const show = useRef<Show>("both")
  const choose = useCallback(
    (id: string, wanted: Show) => {
      show.current = wanted
      if (id === chosen) bringIntoSight(id, wanted)
      else navigate(`${pathname}?event=${encodeURIComponent(id)}`, { replace: true })
    },
    [pathname, chosen],
  )
  useEffect(() => {
    if (chosen === undefined) return
    // By then the card has opened, and the frame has scrolled a new view to its top.
    const frame = requestAnimationFrame(() => bringIntoSight(chosen, show.current))
    return () => cancelAnimationFrame(frame)
  }, [chosen])
  return { chosen, pointed, point, choose }
}
