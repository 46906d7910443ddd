import { crc32, createInflateRaw } from "node:zlib"
import { type ByteWindow, openWindow } from "./byte-window.ts"
import { headerLength, LONGEST_HEADER, seekMember, TRAILER } from "./gzip-format.ts"

/** So many packed bytes at a time: what they hold is lost where a member is damaged, and held in memory where it is a bomb. */
const SLICE = 16_384
/** Keeps a line that was cut off apart from the first one of the next member. */
const BREAK = Buffer.from("\n")

const zlibError = (code: string, message: string): Error => Object.assign(new Error(message), { code })

/** Passes over the zero bytes that tapes and blocks are filled up with; true where there were any. */
async function passZeros(window: ByteWindow): Promise<boolean> {
  let passed = false
  while (await window.ensure(1)) {
    const held = window.held()
    const filled = held.findIndex((byte) => byte !== 0)
    if (filled === 0) return passed
    passed = true
    window.advance(filled === -1 ? held.length : filled)
  }
  return passed
}

/**
 * Unpacks the member at the window's place, and moves behind it. Where it is damaged, what was sound comes out before the error,
 * and the window stays before the last slice: damage may have been read past the member's end.
 */
async function* member(window: ByteWindow): AsyncGenerator<Uint8Array> {
  await window.ensure(LONGEST_HEADER)
  const header = headerLength(window.held())
  if (header === undefined) throw zlibError("Z_DATA_ERROR", "incorrect header check")
  const inflate = createInflateRaw()
  const came: Uint8Array[] = []
  const failures: Error[] = []
  let done = false
  const finished = new Promise<void>((resolve) => {
    inflate.on("data", (piece: Uint8Array) => came.push(piece))
    inflate.on("end", () => {
      done = true
      resolve()
    })
    inflate.on("error", (error) => {
      failures.push(error)
      resolve()
    })
  })
  let [taken, checksum, length] = [0, 0, 0]
  let ahead = header
  try {
    while (!done) {
      if (taken > 0) {
        window.advance(ahead)
        ahead = 0
      }
      if (await window.ensure(ahead + 1)) {
        const slice = window.held().subarray(ahead, ahead + SLICE)
        await Promise.race([new Promise((next) => inflate.write(slice, next)), finished])
      } else {
        inflate.end()
        await finished
      }
      ahead += inflate.bytesWritten - taken
      taken = inflate.bytesWritten
      for (const piece of came.splice(0)) {
        checksum = crc32(piece, checksum)
        length += piece.length
        yield piece
      }
      if (failures[0] !== undefined) throw failures[0]
    }
  } finally {
    inflate.destroy()
  }
  if (!(await window.ensure(ahead + TRAILER))) throw zlibError("Z_BUF_ERROR", "unexpected end of file")
  const [told, size] = [window.held().readUInt32LE(ahead), window.held().readUInt32LE(ahead + 4)]
  if (told !== checksum || size !== length % 2 ** 32) throw zlibError("Z_DATA_ERROR", "incorrect data check")
  window.advance(ahead + TRAILER)
}

/**
 * Unpacks gzip, member by member. Where one is damaged, or something else stands between two, what stands before and what stands
 * after come out all the same, with a line's end between them, and the error last.
 */
export async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const window = openWindow(packed)
  let failure: unknown
  try {
    for (let first = true; await window.ensure(1); first = false) {
      if (!first && (await passZeros(window))) continue
      try {
        yield* member(window)
      } catch (error) {
        if (!(error as NodeJS.ErrnoException).code?.startsWith("Z_")) throw error
        failure ??= error
        if (!(await seekMember(window, ""))) break
        yield BREAK
      }
    }
  } finally {
    await window.close()
  }
  if (failure !== undefined) throw failure
}
