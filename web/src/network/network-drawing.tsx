import type { Side } from "./choices.ts"
import type { Point } from "./layout.ts"
import { type ShownNetwork, statesOf } from "./shown.ts"
import { LINES, sizesOf } from "./sizes.ts"

interface NetworkDrawingProps {
  readonly network: ShownNetwork
  readonly layout: ReadonlyMap<string, Point>
  readonly side: Side
  readonly width: number
  readonly height: number
}

const MARGIN = { x: 70, y: 30 }
/** How far the two lines of one tie bow apart, as part of its length. */
const BOW = 0.07

/** The network as a still picture: for browsers without WebGL, and to be taken away. */
export function NetworkDrawing({ network, layout, side, width, height }: NetworkDrawingProps) {
  const place = placing([...layout.values()], width, height)
  const sizes = sizesOf(network)
  return (
    <svg className="network-still" width={width} height={height} role="img" aria-label="Network of states">
      {network.ties.flatMap((tie) => {
        const [a, b] = statesOf(tie)
        const [from, to] = [layout.get(a), layout.get(b)]
        if (from === undefined || to === undefined) return []
        return LINES.filter((line) => (side === "both" || side === line) && tie[line] > 0).map((line) => (
          <path
            key={`${tie.pair} ${line}`}
            className={`tie tie-${line}`}
            d={bowed(place(from), place(to), line === "cooperation" ? BOW : -BOW)}
            strokeWidth={sizes.width(tie[line])}
          />
        ))
      })}
      {network.states.map((state) => {
        const point = layout.get(state.code)
        if (point === undefined) return null
        const { x, y } = place(point)
        const radius = sizes.radius(state)
        return (
          <g key={state.code}>
            <circle className="network-state" cx={x} cy={y} r={radius} />
            <text className="network-name" x={x + radius + 4} y={y + 4}>
              {state.name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Points of the layout as pixels, north up, one scale for both axes. */
function placing(points: readonly Point[], width: number, height: number): (point: Point) => Point {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    (width - 2 * MARGIN.x) / Math.max(1e-9, right - left),
    (height - 2 * MARGIN.y) / Math.max(1e-9, top - bottom),
  )
  return ({ x, y }) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 - (y - (bottom + top) / 2) * scale,
  })
}

function bowed(from: Point, to: Point, bow: number): string {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const control = { x: middle.x - (to.y - from.y) * bow * 2, y: middle.y + (to.x - from.x) * bow * 2 }
  const written = [from, control, to].map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
  return `M${written[0]}Q${written[1]} ${written[2]}`
}
