import type { Happening } from "../../record/index.ts"
import { type PairPoint, relationSeries } from "../../relation/index.ts"
import type { LakeColumn } from "../../store/index.ts"
import { LineError, parseObject, readJsonLines } from "../cli/json-lines.ts"
import { writeOut } from "../cli/stdout.ts"
import { monthOf } from "./code-lines.ts"
import { groupsOf } from "./groups.ts"

type Json = Readonly<Record<string, unknown>>

/** The columns of a series as a lake holds it. */
export const RELATION_COLUMNS: readonly LakeColumn[] = [
  { name: "pair", type: "VARCHAR" },
  { name: "period", type: "DATE" },
  { name: "happenings", type: "INTEGER" },
  ...["cooperation", "conflict", "share", "low", "high", "intentCooperation", "intentConflict"].map(
    (name) => ({
      name,
      type: "DOUBLE",
    }),
  ),
]

function readHappening(given: Json): Happening {
  for (const field of ["id", "type", "status"])
    if (typeof given[field] !== "string")
      throw new LineError(
        `"${field}" is ${JSON.stringify(given[field]) ?? "nothing"}; a happening needs it, as a string`,
      )
  for (const field of ["actors", "recipients"])
    if (!Array.isArray(given[field])) throw new LineError(`"${field}" is no list; a happening needs it`)
  return given as unknown as Happening
}

/** Reads {"pair": "BLR-CHN", "happening": "its JSON"}. */
function readPaired({ pair, happening }: Json): { readonly pair: string; readonly happening: Happening } {
  if (typeof pair !== "string" || typeof happening !== "string")
    throw new LineError('a line needs "pair" and "happening", the JSON of a happening, as strings')
  return { pair, happening: readHappening(parseObject(happening)) }
}

/** Reads all happenings and writes the relation of every pair, a line a pair and month. */
export async function printSeries(paths: readonly string[]): Promise<void> {
  const happenings: Happening[] = []
  for await (const happening of readJsonLines(paths, readHappening)) happenings.push(happening)
  for (const point of relationSeries(happenings)) await writeOut(`${JSON.stringify(point)}\n`)
}

/** The same of each pair whose happenings follow one another, as rows of a lake with their month. */
export async function seriesByPair(paths: readonly string[]): Promise<void> {
  // A happening of many parties stands in many pairs; the others have groups of their own.
  for await (const { key, items } of groupsOf(readJsonLines(paths, readPaired), ({ pair }) => pair))
    for (const point of relationSeries(items.map(({ happening }) => happening)))
      if (point.pair === key) await writeOut(rowLine(point))
}

const rowLine = (point: PairPoint): string =>
  `${JSON.stringify({ id: `${point.pair} ${point.period}`, month: monthOf(point.period), tables: { relations: [point] } })}\n`
