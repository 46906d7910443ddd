import { type MapView, moved, type Size, zoomed } from "./view.ts"

const STEP = 1.6

interface MapControlsProps {
  readonly view: MapView
  readonly onView: (view: MapView) => void
  /** Shows everything again. */
  readonly onWhole: () => void
}

/** Larger, smaller, everything. */
export function MapControls({ view, onView, onWhole }: MapControlsProps) {
  return (
    <fieldset className="atlas-controls">
      <legend className="unseen">Map view</legend>
      <button type="button" aria-label="Zoom in" onClick={() => onView(zoomed(view, STEP))}>
        +
      </button>
      <button
        type="button"
        aria-label="Zoom out"
        disabled={view.zoom <= 1}
        onClick={() => onView(zoomed(view, 1 / STEP))}
      >
        −
      </button>
      <button type="button" onClick={onWhole}>
        Fit
      </button>
    </fieldset>
  )
}

/** Part of the map that an arrow key moves it by. */
const KEY_PART = 0.18
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-KEY_PART, 0],
  ArrowRight: [KEY_PART, 0],
  ArrowUp: [0, -KEY_PART],
  ArrowDown: [0, KEY_PART],
}

/** The view that a key leads to, undefined for keys that mean nothing to a map. */
export function viewAfterKey(key: string, view: MapView, size: Size): MapView | undefined {
  if (key === "+" || key === "=") return zoomed(view, STEP)
  if (key === "-") return zoomed(view, 1 / STEP)
  const move = MOVES[key]
  return move === undefined ? undefined : moved(view, size, move[0] * size.width, move[1] * size.height)
}
