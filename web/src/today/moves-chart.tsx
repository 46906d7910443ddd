import { navigate } from "wouter/use-browser-location"
import type { Level } from "../../../src/record/index.ts"
import type { MovedPair } from "../../../src/view/today-page.ts"
import { pairAddress } from "../addresses.ts"
import { moveWords, pairWords, sharesWords } from "./move-words.ts"

const ROW = 46
const TOP = 20
/** Free on both sides, so that a mark at 0 or 100 stands whole. */
const EDGE = 8
/** A letter of a label is about so many pixels wide; where the names have no room, the codes do. */
const LETTER = 7.2
const TICKS = [0, 50, 100] as const

interface MovesChartProps {
  readonly pairs: readonly MovedPair[]
  /** First day of the news, where each pair's list begins. */
  readonly from: string
  readonly width: number
}

/** Each pair's share of cooperation before (hollow) and since (filled), with their bands, on one scale from 0 to 100. */
export function MovesChart({ pairs, from, width }: MovesChartProps) {
  const height = TOP + pairs.length * ROW
  const x = (share: number): number => EDGE + (share / 100) * (width - 2 * EDGE)
  return (
    <svg className="moves" width={width} height={height} aria-label="Cooperative share before and since">
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height} />
          <text
            className="axis-label"
            x={x(tick)}
            y={11}
            textAnchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
          >
            {tick === 0 ? "0 conflict" : tick === 100 ? "cooperation 100" : tick}
          </text>
        </g>
      ))}
      {pairs.map((move, at) => (
        <MoveRow key={move.pair} move={move} from={from} width={width} y={TOP + at * ROW} x={x} />
      ))}
    </svg>
  )
}

interface MoveRowProps {
  readonly move: MovedPair
  readonly from: string
  readonly width: number
  readonly y: number
  readonly x: (share: number) => number
}

function MoveRow({ move, from, width, y, x }: MoveRowProps) {
  const { before, since, clear } = move
  const address = `${pairAddress(move.pair)}?from=${from}`
  const shares = sharesWords(move)
  const name = pairWords(move)
  const roomy = (name.length + shares.length + 2) * LETTER < width
  const shown = roomy ? name : `${move.a.code} – ${move.b.code}`
  const middle = y + 33
  return (
    <a
      href={address}
      className={`move move-${clear ? directionOf(move) : "unsure"}`}
      data-tip={moveWords(move)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        navigate(address)
      }}
    >
      <rect className="move-back" x={0} y={y + 2} width={width} height={ROW - 2} rx={4} />
      <text className="move-name" x={EDGE} y={y + 18}>
        {shown}{" "}
      </text>
      <text className="move-shares" x={width - EDGE} y={y + 18} textAnchor="end">
        {shares}
      </text>
      {before !== null && <Band level={before} y={middle} x={x} className="band-before" />}
      {since !== null && <Band level={since} y={middle} x={x} className="band-since" />}
      {before !== null && since !== null && (
        <line className="move-way" x1={x(before.share)} x2={x(since.share)} y1={middle} y2={middle} />
      )}
      {before !== null && <circle className="dot-before" cx={x(before.share)} cy={middle} r={4} />}
      {since !== null && <circle className="dot-since" cx={x(since.share)} cy={middle} r={5} />}
    </a>
  )
}

interface BandProps {
  readonly level: Level
  readonly y: number
  readonly x: (share: number) => number
  readonly className: string
}

const Band = ({ level, y, x, className }: BandProps) => (
  <line className={className} x1={x(level.low)} x2={x(level.high)} y1={y} y2={y} />
)

const directionOf = ({ change }: MovedPair): "up" | "down" => ((change?.points ?? 0) > 0 ? "up" : "down")
