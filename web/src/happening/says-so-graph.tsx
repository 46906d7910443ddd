import { useId, useRef, useState } from "react"
import type { ReportRow } from "../../../src/view/api.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { counted } from "../wording/numbers.ts"
import { type SaysSo, saysSo, type Teller } from "./says-so.ts"
import { layOut, type PlacedTeller } from "./says-so-layout.ts"

/** So many outlets are drawn at first. */
const FIRST_OUTLETS = 10
const LINE = 15

interface SaysSoGraphProps {
  readonly title: string
  readonly reports: readonly ReportRow[]
}

/** Who says so: each outlet, whom it cites, and whom these cite, as a drawing and as the same in words. */
export function SaysSoGraph({ title, reports }: SaysSoGraphProps) {
  const [all, setAll] = useState(false)
  const [holder, width] = useWidth<HTMLDivElement>()
  const drawings = useRef<HTMLElement>(null)
  const graph = saysSo(reports, all ? undefined : FIRST_OUTLETS)
  return (
    <section className="says-so" aria-labelledby="says-so-heading">
      <h2 id="says-so-heading">Who says so</h2>
      <figure ref={drawings}>
        <div ref={holder} className="says-so-drawing">
          {width > 0 && <Drawing graph={graph} width={width} />}
        </div>
        <Legend tellers={graph.tellers} />
      </figure>
      {graph.more > 0 && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {counted(graph.more, "more outlet")}
        </button>
      )}
      <details className="says-so-words">
        <summary>In words</summary>
        <SaysSoList graph={graph} />
      </details>
      <ChartExport title={`${title}: who says so`} rows={() => rowsOf(saysSo(reports))} drawings={drawings} />
    </section>
  )
}

function Drawing({ graph, width }: { readonly graph: SaysSo; readonly width: number }) {
  const arrow = useId()
  const { height, tellers, citations } = layOut(graph, width)
  return (
    <svg
      className="says-so-graph"
      role="img"
      aria-label="Who says so; the same stands below in words"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path className="says-so-tip" d="M0,0.5L8,4L0,7.5z" />
        </marker>
      </defs>
      {citations.map(({ from, to, path, reports }) => (
        <path
          key={`${from} ${to}`}
          className="says-so-cites"
          d={path}
          strokeWidth={Math.min(4, 1 + 0.5 * (reports - 1))}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {tellers.map((teller) => (
        <Placed key={teller.id} teller={teller} />
      ))}
    </svg>
  )
}

function Placed({ teller }: { readonly teller: PlacedTeller }) {
  const { x, y, lines } = teller
  const top = y - ((lines.length - 1) * LINE) / 2
  return (
    <g className={`teller teller-${shapeOf(teller)}`}>
      <Mark teller={teller} />
      <text>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may hold the same line twice
          <tspan key={at} x={x + 14} y={top + at * LINE + 4}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}

type Shape = "own" | "state" | "cites" | "source" | "unnamed"
const SHAPES: Readonly<Record<Shape, string>> = {
  own: "outlet, tells it itself",
  state: "state media",
  cites: "outlet, only cites",
  source: "source",
  unnamed: "unnamed source",
}

function shapeOf({ kind, state, ownVoice }: Teller): Shape {
  if (kind === "unnamed") return "unnamed"
  if (kind !== "outlet") return "source"
  if (state) return "state"
  return ownVoice > 0 ? "own" : "cites"
}

function Mark({ teller }: { readonly teller: PlacedTeller }) {
  return <ShapeAt shape={shapeOf(teller)} hollow={teller.ownVoice === 0} x={teller.x} y={teller.y} />
}

function ShapeAt({
  shape,
  hollow,
  x,
  y,
}: {
  readonly shape: Shape
  readonly hollow: boolean
  readonly x: number
  readonly y: number
}) {
  const look = hollow ? "teller-mark teller-hollow" : "teller-mark"
  if (shape === "state") return <rect className={look} x={x - 4.5} y={y - 4.5} width={9} height={9} />
  if (shape === "source" || shape === "unnamed")
    return <path className={look} d={`M${x - 5.5},${y}L${x},${y - 5.5}L${x + 5.5},${y}L${x},${y + 5.5}z`} />
  return <circle className={look} cx={x} cy={y} r={5} />
}

/** What the marks mean, of those that are drawn. */
function Legend({ tellers }: { readonly tellers: readonly Teller[] }) {
  const drawn = new Set(tellers.map(shapeOf))
  const hollowState = tellers.some((teller) => shapeOf(teller) === "state" && teller.ownVoice === 0)
  return (
    <p className="says-so-legend">
      {(Object.keys(SHAPES) as Shape[])
        .filter((shape) => drawn.has(shape))
        .map((shape) => (
          <span key={shape} className={`teller-${shape}`}>
            <svg className="mark" width={14} height={14} aria-hidden="true">
              <ShapeAt shape={shape} hollow={shape !== "own" && shape !== "state"} x={7} y={7} />
            </svg>
            {SHAPES[shape]}
            {shape === "state" && hollowState && " (hollow: only cites)"}
          </span>
        ))}
    </p>
  )
}

/** The drawing in words: each outlet, and below it whom it cites. */
function SaysSoList({ graph: { tellers, citations } }: { readonly graph: SaysSo }) {
  const byId = new Map(tellers.map((teller) => [teller.id, teller]))
  const citing = tellers.filter(
    ({ id, kind }) => kind === "outlet" || citations.some(({ from }) => from === id),
  )
  return (
    <ul>
      {citing.map((teller) => {
        const cited = citations.filter(({ from }) => from === teller.id)
        return (
          <li key={teller.id}>
            <b>{nameOf(teller)}</b>
            {teller.ownVoice > 0 && ` tells it itself in ${counted(teller.ownVoice, "report")}`}
            {teller.ownVoice > 0 && cited.length > 0 && ", and"}
            {cited.length > 0 && " cites"}
            {cited.length > 0 && (
              <ul>
                {cited.map(({ to, reports }) => (
                  <li key={to}>
                    {nameOf(byId.get(to))}
                    {reports > 1 && ` in ${counted(reports, "report")}`}
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const nameOf = (teller: Teller | undefined): string =>
  teller === undefined
    ? "somebody"
    : `${teller.name}${teller.country === null ? "" : ` ${teller.country}`}${teller.state ? ", state media," : ""}`

/** One row a citation, one an outlet that tells it itself. */
const rowsOf = ({ tellers, citations }: SaysSo) => {
  const byId = new Map(tellers.map((teller) => [teller.id, teller]))
  return [
    ...tellers
      .filter(({ ownVoice }) => ownVoice > 0)
      .map(({ name, country, ownVoice }) => ({
        teller: name,
        tellerCountry: country,
        cites: null,
        citedCountry: null,
        citedKind: null,
        reports: ownVoice,
      })),
    ...citations.map(({ from, to, reports }) => ({
      teller: byId.get(from)?.name ?? null,
      tellerCountry: byId.get(from)?.country ?? null,
      cites: byId.get(to)?.name ?? null,
      citedCountry: byId.get(to)?.country ?? null,
      citedKind: byId.get(to)?.kind ?? null,
      reports,
    })),
  ]
}
