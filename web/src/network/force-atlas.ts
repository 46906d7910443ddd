import library from "graphology-layout-forceatlas2"
import type { AbstractGraph } from "graphology-types"

/** Moves the nodes of a graph to where ties pull them: writes `x` and `y`. */
interface Layout {
  readonly assign: (
    graph: AbstractGraph,
    options: {
      readonly iterations: number
      readonly getEdgeWeight: string
      readonly settings: Readonly<Record<string, number | boolean>>
    },
  ) => void
}

/**
 * ForceAtlas2 (Jacomy et al. 2014). The package is CommonJS with the types of a module: whether its default import has `assign`
 * depends, for the type checker alone, on who resolves it.
 */
export const forceAtlas2 = library as unknown as Layout
