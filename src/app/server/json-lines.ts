import { Readable } from "node:stream"

export const JSON_LINES = "application/x-ndjson"
/** Characters that are sent at a time. */
const CHUNK = 1 << 16

/** True where the client names JSON lines among what it accepts, and not JSON before them. */
export function wantsLines(accept = ""): boolean {
  const types = accept.split(",").map((type) => type.split(";")[0]?.trim().toLowerCase())
  const lines = types.indexOf(JSON_LINES)
  const json = types.indexOf("application/json")
  return lines >= 0 && (json < 0 || lines < json)
}

/**
 * The rows as a stream of lines; a row is read only once the client has taken those before it. What goes wrong before the first
 * row is thrown here, while it can still be told.
 */
export async function lineStream(rows: AsyncIterable<object>): Promise<Readable> {
  const iterator = rows[Symbol.asyncIterator]()
  const first = await iterator.next()
  return Readable.from(chunks(first, iterator), { objectMode: false, highWaterMark: CHUNK })
}

async function* chunks(
  first: IteratorResult<object>,
  iterator: AsyncIterator<object>,
): AsyncGenerator<string> {
  let chunk = ""
  try {
    for (let row = first; row.done !== true; row = await iterator.next()) {
      chunk += `${JSON.stringify(row.value)}\n`
      if (chunk.length < CHUNK) continue
      yield chunk
      chunk = ""
    }
    if (chunk !== "") yield chunk
  } finally {
    await iterator.return?.()
  }
}
