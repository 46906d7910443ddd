import { Type } from "typebox"
import { isCalendarDay } from "../../record/index.ts"
import type { Place } from "../../store/index.ts"
import { RequestError } from "./request-error.ts"

/** Where a list goes on: as an answer's Link header gives it, and for nobody to read. */
export const cursor = Type.Optional(
  Type.String({
    maxLength: 8000,
    description: "Where to go on in the list: taken from the Link header (rel=next) of the answer before.",
  }),
)

type Cell = string | number | null

export const writeCursor = (cells: readonly Cell[]): string =>
  Buffer.from(JSON.stringify(cells)).toString("base64url")

/** The cells of a cursor where they are of these types; throws RequestError for whatever no answer gave. */
export function readCursor(given: string, types: readonly ("string" | "number" | "string?")[]): Cell[] {
  const cells = parsed(given)
  const fits = (cell: unknown, at: number): boolean =>
    types[at] === "string?" ? cell === null || typeof cell === "string" : typeof cell === types[at]
  if (!Array.isArray(cells) || cells.length !== types.length || !cells.every(fits))
    throw new RequestError(
      400,
      "The cursor is none of ours.",
      "Take it as the answer's Link header gives it.",
    )
  return cells as Cell[]
}

/** A place in a list of days or times. */
export const placeCursor = ({ at, id }: Place): string => writeCursor([at, id])
export function readPlace(given: string | undefined, isTime = isCalendarDay): Place | undefined {
  if (given === undefined) return undefined
  const [at, id] = readCursor(given, ["string?", "string"]) as [string | null, string]
  if (at !== null && !isTime(at))
    throw new RequestError(
      400,
      "The cursor is none of ours.",
      "Take it as the answer's Link header gives it.",
    )
  return { at, id }
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(Buffer.from(given, "base64url").toString("utf8"))
  } catch {
    return undefined
  }
}
