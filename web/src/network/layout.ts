import { UndirectedGraph } from "graphology"
import { forceAtlas2 } from "./force-atlas.ts"
import { type ShownNetwork, statesOf } from "./shown.ts"

export interface Point {
  readonly x: number
  readonly y: number
}

const ITERATIONS = 400
/** Sizes as the layout keeps them apart, in degrees: near enough to what is drawn. */
const NODE_SPACE = 7
/** How far the heaviest tie may pull more than others do. */
const PULL = 0.6

/**
 * Where the states stand: each begins at its capital, and ties pull by their weight. The same ties always give the same
 * drawing: nothing in it is left to chance.
 */
export function layoutOf({ states, ties }: ShownNetwork): ReadonlyMap<string, Point> {
  const graph = new UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>()
  for (const [at, { code, capital }] of states.entries())
    graph.addNode(code, {
      // Two seats of government may lie at one point; no two may begin there.
      x: (capital?.longitude ?? 0) + at * 0.01,
      y: (capital?.latitude ?? -60) + at * 0.01,
      size: NODE_SPACE,
    })
  const heaviest = Math.max(1e-9, ...ties.map(({ cooperation, conflict }) => cooperation + conflict))
  for (const tie of ties) {
    const [a, b] = statesOf(tie)
    if (graph.hasNode(a) && graph.hasNode(b))
      graph.addEdge(a, b, { weight: 0.2 + PULL * Math.sqrt((tie.cooperation + tie.conflict) / heaviest) })
  }
  if (graph.order > 1)
    forceAtlas2.assign(graph, {
      iterations: ITERATIONS,
      getEdgeWeight: "weight",
      settings: {
        adjustSizes: true,
        barnesHutOptimize: graph.order > 150,
        gravity: 0.4,
        linLogMode: false,
        scalingRatio: 40,
        slowDown: 6,
        strongGravityMode: true,
      },
    })
  return new Map(graph.mapNodes((code, { x, y }) => [code, { x, y }]))
}
