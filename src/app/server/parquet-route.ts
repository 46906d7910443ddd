import { Type } from "typebox"
import { columnsOf, parquetOf } from "../export/plain-rows.ts"
import { RequestError } from "./request-error.ts"
import { PARQUET, route } from "./route.ts"

/** What one file may hold: a chart's rows, not a record's (`chancery export` writes those). */
const MOST_ROWS = 200_000
const MOST_COLUMNS = 200
const MOST_BYTES = 32 << 20
/** DuckDB's names are alike whatever their case, and hold no control characters. */
const COLUMN_NAME = /^[^\p{C}]{1,100}$/u

const cell = Type.Unsafe<string | number | boolean | null>({ type: ["string", "number", "boolean", "null"] })
const body = Type.Object({
  rows: Type.Array(Type.Record(Type.String(), cell), {
    minItems: 1,
    maxItems: MOST_ROWS,
    description: `Flat records, one a row: 1 to ${MOST_ROWS}.`,
  }),
})

export const parquetRoute = route({
  method: "POST",
  path: "/parquet",
  summary: "Rows as a Parquet file, such as a chart's; nothing of them is kept.",
  body,
  mostBytes: MOST_BYTES,
  answer: Type.Unsafe<Buffer>({ type: "string", contentMediaType: PARQUET }),
  media: PARQUET,
  handle: async ({ body: { rows } }) => {
    requireNames(columnsOf(rows).map(({ name }) => name))
    return parquetOf(rows)
  },
})

function requireNames(names: readonly string[]): void {
  const wrong = names.find((name) => !COLUMN_NAME.test(name))
  if (wrong !== undefined)
    throw new RequestError(
      400,
      `"${wrong}" cannot name a column.`,
      "Give names of 1 to 100 visible characters.",
    )
  const alike = new Set(names.map((name) => name.toLowerCase()))
  if (alike.size < names.length || names.length === 0 || names.length > MOST_COLUMNS)
    throw new RequestError(
      400,
      names.length === 0 ? "The rows have no column." : "The rows have too many columns, or two of one name.",
      `Give 1 to ${MOST_COLUMNS} names that differ in more than their case.`,
    )
}
