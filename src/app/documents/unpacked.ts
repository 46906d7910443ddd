import { once } from "node:events"
import { createGunzip } from "node:zlib"

/** So many packed bytes at a time: at most what they hold is lost where the archive is damaged, and held in memory where it is a bomb. */
const SLICE = 16_384

/**
 * Unpacks gzip. Where an archive is cut off or damaged, everything before comes out first, and then the error: a stream of
 * Node's own would drop what was not yet taken from it.
 */
export async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const closed = once(gunzip, "close").catch(() => undefined)
  const came: Uint8Array[] = []
  const failures: Error[] = []
  gunzip.on("data", (piece: Uint8Array) => came.push(piece)).on("error", (error) => failures.push(error))
  try {
    for await (const chunk of packed)
      for (let at = 0; at < chunk.length; at += SLICE) {
        const taken = new Promise((done) => gunzip.write(chunk.subarray(at, at + SLICE), done))
        await Promise.race([taken, closed])
        yield* came.splice(0)
        if (failures[0] !== undefined) throw failures[0]
      }
    gunzip.end()
    await closed
    yield* came.splice(0)
    if (failures[0] !== undefined) throw failures[0]
  } finally {
    gunzip.destroy()
  }
}
