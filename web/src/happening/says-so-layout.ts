import type { Citation, SaysSo, Teller } from "./says-so.ts"

/** Pixels between the lines of a name, between two names, and around the drawing. */
const LINE = 15
const GAP = 12
const EDGE = 8
/** From a column's left edge to its names, and what is kept free before the next column. */
const MARK = 14
const ROOM = 26
/** A character of the drawing's letters is about so wide. */
const CHARACTER = 7
/** A name is given at most so many lines; what is longer ends in an ellipsis. */
const MOST_LINES = 3

/** A teller in its place: the mark's middle, and its name in lines that fit the column. */
export interface PlacedTeller extends Teller {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
}

/** A citation as a curve from the end of a column to a mark of a later one. */
export interface PlacedCitation extends Citation {
  readonly path: string
}

export interface SaysSoLayout {
  readonly height: number
  readonly tellers: readonly PlacedTeller[]
  readonly citations: readonly PlacedCitation[]
}

/** Places tellers in columns by depth, outlets in their order and sources beside those who cite them. */
export function layOut({ tellers, citations }: SaysSo, width: number): SaysSoLayout {
  const columns = Math.max(0, ...tellers.map(({ depth }) => depth)) + 1
  const columnWidth = (width - EDGE) / columns
  const letters = Math.max(8, Math.floor((columnWidth - MARK - ROOM) / CHARACTER))
  const placed = new Map<string, PlacedTeller>()
  let height = 0
  for (let depth = 0; depth < columns; depth++) {
    const column = tellers
      .filter((teller) => teller.depth === depth)
      .map((teller) => ({
        teller,
        wanted: wantedAt(teller, citations, placed),
        lines: linesOf(teller, letters),
      }))
    // What stands nowhere yet keeps its order: the sort is stable.
    if (depth > 0) column.sort((a, b) => a.wanted - b.wanted)
    let next = EDGE
    for (const { teller, wanted, lines } of column) {
      const half = (lines.length * LINE) / 2
      const y = Math.max(next + half, depth === 0 ? 0 : wanted)
      placed.set(teller.id, { ...teller, x: EDGE + depth * columnWidth, y, lines })
      next = y + half + GAP
    }
    height = Math.max(height, next - GAP + EDGE)
  }
  return {
    height,
    tellers: tellers.flatMap(({ id }) => placed.get(id) ?? []),
    citations: citations.flatMap((citation) => {
      const [from, to] = [placed.get(citation.from), placed.get(citation.to)]
      return from === undefined || to === undefined ? [] : [{ ...citation, path: curve(from, to) }]
    }),
  }
}

/** The middle of those who cite it. */
function wantedAt(
  { id }: Teller,
  citations: readonly Citation[],
  placed: ReadonlyMap<string, PlacedTeller>,
): number {
  const heights = citations.flatMap(({ from, to }) => (to === id ? (placed.get(from)?.y ?? []) : []))
  return heights.length === 0 ? 0 : heights.reduce((sum, y) => sum + y, 0) / heights.length
}

/** From behind a name to before a mark; back over the top where a circle is closed. */
function curve(from: PlacedTeller, to: PlacedTeller): string {
  const longest = Math.max(...from.lines.map(({ length }) => length))
  const x1 = from.x + MARK + longest * CHARACTER + 2
  const x2 = to.x - 8
  const bend = Math.max(16, (x2 - x1) / 2)
  return `M${n(x1)},${n(from.y)}C${n(x1 + bend)},${n(from.y)} ${n(x2 - bend)},${n(to.y)} ${n(x2)},${n(to.y)}`
}

const n = (value: number): string => String(Math.round(value * 10) / 10)

function linesOf({ name, country }: Teller, letters: number): string[] {
  const words = `${name}${country === null ? "" : ` ${country}`}`.split(/\s+/)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, MOST_LINES)
  if (lines.length > MOST_LINES) kept[MOST_LINES - 1] = `${kept[MOST_LINES - 1]}…`
  return kept.map((line) => (line.length > letters + 2 ? `${line.slice(0, letters + 1)}…` : line))
}
