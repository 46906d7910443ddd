import { constants, inflateRawSync } from "node:zlib"
import type { ByteWindow } from "./byte-window.ts"

/** A member may unpack to so many bytes, and take so many packed: more is no page, but a bomb. */
export const LARGEST_MEMBER = 64 * 2 ** 20
/** A header is no longer than this, in bytes. */
export const LONGEST_HEADER = 2 ** 16
/** CRC-32 and length of what a member unpacks to, in bytes. */
export const TRAILER = 8
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])
const FIRST_LOOK = 2 ** 16
/** How much of a member is unpacked to see how it begins, in bytes. */
const GLIMPSE = 4096

/** Flags of RFC 1952: what stands between the fixed header and the data. */
const HEADER_CRC = 2
const EXTRA = 4
const NAME = 8
const COMMENT = 16
const RESERVED = 0xe0

/** Length of a member's header; undefined where it is none, or its end is not held. */
export function headerLength(bytes: Buffer): number | undefined {
  if (bytes.length < 10 || !bytes.subarray(0, 3).equals(MAGIC)) return undefined
  const flags = bytes[3]!
  if ((flags & RESERVED) !== 0) return undefined
  let at = 10
  if ((flags & EXTRA) !== 0) {
    if (bytes.length < at + 2) return undefined
    at += 2 + bytes.readUInt16LE(at)
  }
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue
    const end = bytes.indexOf(0, at)
    if (end === -1) return undefined
    at = end + 1
  }
  if ((flags & HEADER_CRC) !== 0) at += 2
  return at <= bytes.length ? at : undefined
}

/** True where what begins here unpacks to something that begins like `expected`, whatever comes after. */
function beginsLike(held: Buffer, expected: string): boolean {
  const header = headerLength(held)
  if (header === undefined) return false
  try {
    const begin = inflateRawSync(held.subarray(header, header + GLIMPSE), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: LARGEST_MEMBER,
    })
    return begin.toString("latin1", 0, expected.length) === expected
  } catch (error) {
    if (/^(?:Z_|ERR_BUFFER_TOO_LARGE)/.test((error as NodeJS.ErrnoException).code ?? "")) return false
    throw error
  }
}

/**
 * Moves a byte on, and then to the next place where a member that begins like `expected` can be unpacked; false where there is
 * none.
 */
export async function seekMember(window: ByteWindow, expected: string): Promise<boolean> {
  window.advance(1)
  for (;;) {
    const at = window.held().indexOf(MAGIC)
    if (at === -1) {
      // The mark may be cut by the end of what is held.
      window.advance(Math.max(0, window.held().length - 2))
      if (!(await window.ensure(FIRST_LOOK)) && window.held().indexOf(MAGIC) === -1) return false
      continue
    }
    window.advance(at)
    await window.ensure(FIRST_LOOK)
    if (beginsLike(window.held(), expected)) return true
    window.advance(1)
  }
}
