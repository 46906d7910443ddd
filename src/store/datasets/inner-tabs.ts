/** What a column holds: a cell of a shape never holds a tab, any other may. */
export interface TabColumn {
  readonly shape?: RegExp
  /** True where the column is read; what the others hold is of no account. */
  readonly read: boolean
}

/** So many tabs too many are looked at; a row with more is no row with slips, but another kind of row. */
const MOST_EXTRA = 3

/**
 * The cells of a row that has more of them than there are columns, each tab that belongs to a cell made a space; undefined
 * where the columns that are read could be read in more than one way, or in none.
 */
export function withoutInnerTabs(
  cells: readonly string[],
  columns: readonly TabColumn[],
): readonly string[] | undefined {
  const extra = cells.length - columns.length
  if (extra < 1 || extra > MOST_EXTRA) return undefined
  const found = new Map<string, readonly string[]>()
  for (const row of readings(cells, columns)) {
    found.set(JSON.stringify(row.filter((_, at) => columns[at]!.read)), row)
    if (found.size > 1) return undefined
  }
  return [...found.values()][0]
}

/** Every way of giving the cells to the columns in their order. */
function* readings(
  cells: readonly string[],
  columns: readonly TabColumn[],
  begun: readonly string[] = [],
): Generator<readonly string[]> {
  const column = columns[begun.length]
  if (column === undefined) {
    if (cells.length === 0) yield begun
    return
  }
  const most = cells.length - (columns.length - begun.length) + 1
  for (let taken = 1; taken <= (column.shape === undefined ? most : 1); taken++) {
    const cell = cells.slice(0, taken).join(" ").trim()
    if (column.shape !== undefined && cell !== "" && !column.shape.test(cell)) return
    yield* readings(cells.slice(taken), columns, [...begun, cell])
  }
}
