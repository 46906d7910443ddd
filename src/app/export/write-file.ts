import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { rename, rm } from "node:fs/promises"

/** What stands beside a file while it is written: whoever finds it knows that the writing was cut off. */
export const PART = ".part"

/** Lets `write` fill a file under another name and gives it its own when it is whole; nothing half-written stays. */
export async function whenWhole<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${path}${PART}`
  try {
    const result = await write(part)
    await rename(part, path)
    return result
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Writes texts one after the other to a file, which is there only when it is whole; gives the number of texts. */
export const writeTexts = (path: string, texts: AsyncIterable<string> | Iterable<string>): Promise<number> =>
  whenWhole(path, async (part) => {
    const stream = createWriteStream(part)
    let count = 0
    const failed = once(stream, "error").then(([error]) => Promise.reject(error as Error))
    failed.catch(() => undefined)
    for await (const text of texts) {
      count++
      if (!stream.write(text)) await Promise.race([once(stream, "drain"), failed])
    }
    stream.end()
    await Promise.race([once(stream, "finish"), failed])
    return count
  })
