import { MultiUndirectedGraph } from "graphology"
import { useEffect, useRef, useState } from "react"
import Sigma, { DEFAULT_STYLES } from "sigma"
import { layerPlain, pathCurved, pathLine, pathLoop } from "sigma/rendering"
import type { Side } from "./choices.ts"
import type { Point } from "./layout.ts"
import { type ShownNetwork, statesOf } from "./shown.ts"
import { LINES, sizesOf } from "./sizes.ts"
import { type Theme, useTheme } from "./use-theme.ts"
import { stateWords, tieWords } from "./words.ts"

/** Narrower drawings have smaller circles and thinner lines. */
const NARROW = 600
const NARROW_SCALE = 0.6

interface NetworkCanvasProps {
  readonly height: number
  readonly network: ShownNetwork
  readonly layout: ReadonlyMap<string, Point>
  readonly side: Side
  readonly state: string | undefined
  readonly onState: (code: string | undefined) => void
  readonly onTie: (pair: string) => void
}

/** The network to be dragged and zoomed. A state chosen keeps its ties and dims the others; a tie leads to its pair. */
export default function NetworkCanvas(props: NetworkCanvasProps) {
  const { height, network, layout, side, state, onState, onTie } = props
  const holder = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const [told, setTold] = useState("")
  const calls = useRef({ onState, onTie })
  calls.current = { onState, onTie }
  useEffect(() => {
    const container = holder.current
    if (container === null) return
    const scale = container.clientWidth < NARROW ? NARROW_SCALE : 1
    const sigma = drawn(container, graphOf({ network, layout, side, state, theme, scale }), theme)
    const tell = (words: string) => () => setTold(words)
    sigma.on("clickNode", ({ node }) => calls.current.onState(node === state ? undefined : node))
    sigma.on("clickEdge", ({ edge }) => calls.current.onTie(edge.slice(0, 7)))
    sigma.on("clickStage", () => state !== undefined && calls.current.onState(undefined))
    sigma.on("enterNode", ({ node }) => setTold(stateWords(network, node)))
    sigma.on("enterEdge", ({ edge }) => setTold(tieWords(network, edge.slice(0, 7))))
    sigma.on("leaveNode", tell(""))
    sigma.on("leaveEdge", tell(""))
    return () => sigma.kill()
  }, [network, layout, side, state, theme])
  return (
    <>
      <div className="network-stage" style={{ height }}>
        <div ref={holder} className="network-canvas" aria-hidden="true" />
      </div>
      <p className="readout network-readout" aria-live="polite">
        {told === ""
          ? "Point at a state or a tie to read it. A state keeps its ties, a tie opens its pair."
          : told}
      </p>
    </>
  )
}

interface Drawn {
  readonly network: ShownNetwork
  readonly layout: ReadonlyMap<string, Point>
  readonly side: Side
  readonly state: string | undefined
  readonly theme: Theme
  readonly scale: number
}

/** The graph with everything that the drawing needs as attributes. */
function graphOf({ network, layout, side, state, theme, scale }: Drawn) {
  const graph = new MultiUndirectedGraph()
  const sizes = sizesOf(network)
  const near = new Set(
    network.ties
      .filter(({ pair }) => state !== undefined && pair.includes(state))
      .flatMap((tie) => statesOf(tie)),
  )
  for (const own of network.states) {
    const point = layout.get(own.code)
    if (point === undefined) continue
    const dimmed = state !== undefined && !near.has(own.code) && own.code !== state
    graph.addNode(own.code, {
      ...point,
      label: own.name,
      size: sizes.radius(own) * scale,
      color: own.code === state ? theme.ink : dimmed ? theme.line : theme.node,
      labelColor: dimmed ? theme.faint : theme.ink,
    })
  }
  for (const tie of network.ties) {
    const [a, b] = statesOf(tie)
    if (!graph.hasNode(a) || !graph.hasNode(b)) continue
    const dimmed = state !== undefined && a !== state && b !== state
    for (const line of LINES)
      if ((side === "both" || side === line) && tie[line] > 0)
        graph.addEdgeWithKey(`${tie.pair} ${line}`, a, b, {
          size: sizes.width(tie[line]) * scale,
          color: dimmed ? theme.line : theme[line],
        })
  }
  return graph
}

const drawn = (container: HTMLElement, graph: MultiUndirectedGraph, theme: Theme) =>
  new Sigma(graph, container, {
    primitives: {
      edges: { paths: [pathLine(), pathCurved(), pathLoop()], layers: [layerPlain()] },
    },
    styles: {
      nodes: {
        ...DEFAULT_STYLES.nodes,
        labelColor: { attribute: "labelColor", defaultValue: theme.ink },
        labelSize: 12.5,
        labelFont: theme.font,
        labelBackgroundColor: theme.veil,
        labelBackgroundPadding: 1,
        backdropColor: theme.page,
      },
      edges: {
        ...DEFAULT_STYLES.edges,
        path: "straight",
        selfLoopPath: "loop",
        parallelPath: "curved",
        parallelSpread: 0.18,
      },
    },
    settings: {
      enableEdgeEvents: true,
      gestureTarget: "shared",
      itemSizesReference: "screen",
      autoRescaleContent: "labels",
      labelDensity: 3,
      labelRenderedSizeThreshold: 3,
      minCameraRatio: 0.1,
      maxCameraRatio: 2,
      stagePadding: 16,
    },
  })
