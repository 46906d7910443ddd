/** A stretch of a byte stream held in memory: grows as more is asked for, and forgets what was passed. */
export interface ByteWindow {
  /** Bytes held, from the place reached. */
  readonly held: () => Buffer
  /** Place reached in the stream, in bytes from its begin. */
  readonly offset: () => number
  /** Holds at least so many bytes; false where the stream ends before. */
  readonly ensure: (length: number) => Promise<boolean>
  /** Passes over bytes that are held. */
  readonly advance: (length: number) => void
  /** What is held and what comes after it, as a stream; the window must not be used any more. */
  readonly rest: () => AsyncGenerator<Uint8Array>
  readonly close: () => Promise<void>
}

/** Opens a window over a stream whose first byte stands at `start` of its file. */
export function openWindow(chunks: AsyncIterable<Uint8Array>, start = 0): ByteWindow {
  const iterator = chunks[Symbol.asyncIterator]()
  let buffer = Buffer.alloc(0)
  let passed = 0
  let offset = start
  let ended = false
  const held = (): Buffer => buffer.subarray(passed)
  const close = async (): Promise<void> => {
    await iterator.return?.()
  }
  return {
    held,
    offset: () => offset,
    ensure: async (length) => {
      if (buffer.length - passed >= length) return true
      const pieces: Uint8Array[] = [held()]
      let total = buffer.length - passed
      while (total < length && !ended) {
        const next = await iterator.next()
        if (next.done === true) ended = true
        else {
          pieces.push(next.value)
          total += next.value.length
        }
      }
      buffer = Buffer.concat(pieces)
      passed = 0
      return total >= length
    },
    advance: (length) => {
      passed += length
      offset += length
    },
    rest: async function* () {
      yield held()
      while (!ended) {
        const next = await iterator.next()
        if (next.done === true) return
        yield next.value
      }
    },
    close,
  }
}
