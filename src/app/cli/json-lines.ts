import { rawLines } from "../documents/raw-items.ts"
import { SOME_LOST } from "./exit-codes.ts"

type Json = Readonly<Record<string, unknown>>

/** A line that cannot be used; the message says which field, what it is and what is expected. */
export class LineError extends Error {
  override readonly name = "LineError"
}

/** A line's JSON object; throws LineError where it is none. */
export function parseObject(text: string): Json {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new LineError(`it is not valid JSON (${(error as Error).message})`)
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new LineError("each line must be a JSON object")
  return value as Json
}

/**
 * Reads JSONL from files or standard input with `read`, which throws LineError for a line that it cannot use. Such a line is
 * named on stderr and skipped, and makes the exit code 3.
 */
export async function* readJsonLines<T>(
  paths: readonly string[],
  read: (object: Json) => T,
): AsyncGenerator<T> {
  for await (const item of rawLines(paths)) {
    try {
      if (item.kind !== "line") throw new LineError(item.kind === "problem" ? item.message : "it is no line")
      yield read(parseObject(item.text))
    } catch (error) {
      if (!(error instanceof LineError)) throw error
      process.stderr.write(`${item.where}: ${error.message}; skipped\n`)
      process.exitCode = SOME_LOST
    }
  }
}
