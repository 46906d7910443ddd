/** One line of a byte stream without its line end; `overlong` where it was cut at the limit and its rest dropped. */
export interface ByteLine {
  readonly number: number
  readonly bytes: Uint8Array
  readonly overlong: boolean
}

const NEWLINE = 10
const CARRIAGE_RETURN = 13

/**
 * Cuts a stream of bytes into lines, numbered from 1. A line longer than `limit` bytes comes out cut off, so that a stream
 * without line ends does not fill the memory.
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let pieces: Uint8Array[] = []
  let held = 0
  let number = 1
  const take = (): ByteLine => {
    const whole = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
    const overlong = held > limit
    const end =
      whole.length > 0 && whole[whole.length - 1] === CARRIAGE_RETURN ? whole.length - 1 : whole.length
    pieces = []
    held = 0
    return { number: number++, bytes: whole.subarray(0, end), overlong }
  }
  const hold = (piece: Uint8Array): void => {
    if (held <= limit && piece.length > 0) pieces.push(piece)
    held += piece.length
  }
  for await (const chunk of chunks) {
    let begin = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, begin)) {
      hold(chunk.subarray(begin, at))
      begin = at + 1
      yield take()
    }
    hold(chunk.subarray(begin))
  }
  if (held > 0) yield take()
}
