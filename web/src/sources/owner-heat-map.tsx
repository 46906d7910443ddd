import { type KeyboardEvent, useMemo, useState } from "react"
import type { OwnerRow } from "../../../src/view/sources-page.ts"
import { monthWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"
import { columnWords, type HeatMap, heatMapOf, shadeOf } from "./heat.ts"

const ROW = 22
const HEAD = 22
const ROWS_A_STEP = 30
/** A column is at least this wide, in pixels. */
const LEAST_COLUMN = 11

interface OwnerHeatMapProps {
  readonly owners: readonly OwnerRow[]
  readonly width: number
}

/** Each owner's articles by month; stronger is more. Arrow keys walk the cells, whose number is read out. */
export function OwnerHeatMap({ owners, width }: OwnerHeatMapProps) {
  const [steps, setSteps] = useState(1)
  const names = width < 560 ? 120 : 250
  const shown = useMemo(() => owners.slice(0, steps * ROWS_A_STEP), [owners, steps])
  const heat = useMemo(
    () => heatMapOf(shown, Math.max(3, Math.floor((width - names) / LEAST_COLUMN))),
    [shown, width, names],
  )
  if (heat.columns.length === 0) return <p className="empty">No article has a day of publication.</p>
  return (
    <>
      <HeatDrawing heat={heat} names={names} width={width} />
      {owners.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show {Math.min(ROWS_A_STEP, owners.length - shown.length)} more owners
        </button>
      )}
    </>
  )
}

interface HeatDrawingProps {
  readonly heat: HeatMap
  /** Width of the names. */
  readonly names: number
  readonly width: number
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function HeatDrawing({ heat, names, width }: HeatDrawingProps) {
  const [at, setAt] = useState<readonly [number, number]>()
  const { columns, rows, months, most } = heat
  const column = Math.min(34, (width - names) / columns.length)
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const [row, col] = at ?? [0, 0]
    const within = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))
    setAt([within(row + step[0], rows.length), within(col + step[1], columns.length)])
  }
  const told = at === undefined ? undefined : cellWords(heat, at[0], at[1])
  return (
    <>
      <div
        role="slider"
        className="heat-cells"
        tabIndex={0}
        aria-label="Articles by owner and time; arrow keys walk the cells"
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={at === undefined ? 0 : documentsAt(heat, at[0], at[1])}
        aria-valuetext={told ?? "no cell"}
        onKeyDown={press}
        onFocus={() => setAt((known) => known ?? [0, 0])}
      >
        <svg className="heat" width={width} height={HEAD + rows.length * ROW} aria-hidden="true">
          {columns.map((month, index) => {
            const year = month.slice(0, 4)
            const begins = index === 0 || columns[index - 1]?.slice(0, 4) !== year
            const room = index === 0 || columns.length - index > 34 / column
            return begins && room && (months < 12 || column > 30 || index % Math.ceil(34 / column) === 0) ? (
              <text key={month} className="axis-label" x={names + index * column} y={14}>
                {year}
              </text>
            ) : null
          })}
          {rows.map(({ owner, cells }, row) => (
            <g key={`${owner.affiliation} ${owner.owner}`} transform={`translate(0 ${HEAD + row * ROW})`}>
              <line className="grid" x1={0} x2={width} y1={ROW - 0.5} y2={ROW - 0.5} />
              <text className={`heat-name heat-${owner.affiliation}`} x={0} y={15}>
                {shortened(owner.owner, names)}
              </text>
              {cells.map((cell) => (
                <rect
                  key={cell.column}
                  className={`heat-cell heat-${owner.affiliation}`}
                  x={names + cell.column * column}
                  y={2}
                  width={Math.max(1, column - 1.5)}
                  height={ROW - 5}
                  opacity={shadeOf(cell.documents, most)}
                  data-tip={cellWords(heat, row, cell.column)}
                />
              ))}
            </g>
          ))}
          {at !== undefined && (
            <rect
              className="heat-cursor"
              x={names + at[1] * column - 1.5}
              y={HEAD + at[0] * ROW + 0.5}
              width={column + 1.5}
              height={ROW - 2}
            />
          )}
        </svg>
      </div>
      <p className="readout" aria-live="polite">
        {told ??
          "The stronger the colour, the more articles. Blue: independent or unknown; brown: state media."}
      </p>
    </>
  )
}

const documentsAt = ({ rows }: HeatMap, row: number, column: number): number =>
  rows[row]?.cells.find((cell) => cell.column === column)?.documents ?? 0

const cellWords = (heat: HeatMap, row: number, column: number): string =>
  `${heat.rows[row]?.owner.owner ?? ""}, ${columnWords(heat.columns[column] ?? "", heat.months, monthWords)}: ${counted(documentsAt(heat, row, column), "article")}`

const LETTER = 7
const shortened = (name: string, width: number): string => {
  const most = Math.floor(width / LETTER) - 1
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`
}
