import { constants, crc32, inflateRawSync } from "node:zlib"
import type { ByteWindow } from "../byte-window.ts"

/** One gzip member, unpacked; or why a stretch of the file could not be. `end` is where the next one begins. */
export type Member =
  | { readonly kind: "member"; readonly offset: number; readonly end: number; readonly bytes: Buffer }
  | { readonly kind: "damaged"; readonly offset: number; readonly message: string }
  /** The first member is no single record: the file is one stream, and is to be read as such. */
  | { readonly kind: "stream" }

/** A member may unpack to so many bytes, and take so many packed: more is no page, but a bomb. */
export const LARGEST_MEMBER = 64 * 2 ** 20
const FIRST_LOOK = 2 ** 16
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])
const LONGEST_HEADER = 2 ** 16
const TRAILER = 8

/** Flags of RFC 1952: what stands between the fixed header and the data. */
const HEADER_CRC = 2
const EXTRA = 4
const NAME = 8
const COMMENT = 16

/** Length of a member's header; undefined where it is none, or its end is not held. */
function headerLength(bytes: Buffer): number | undefined {
  if (bytes.length < 10 || !bytes.subarray(0, 3).equals(MAGIC)) return undefined
  const flags = bytes[3]!
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

type Unpacked =
  | { readonly kind: "done"; readonly bytes: Buffer; readonly length: number }
  | { readonly kind: "incomplete" | "too-large" | "damaged" }

interface InflateInfo {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

function unpack(held: Buffer): Unpacked {
  const header = headerLength(held)
  if (header === undefined) return { kind: held.length < LONGEST_HEADER ? "incomplete" : "damaged" }
  try {
    const { buffer, engine } = inflateRawSync(held.subarray(header), {
      info: true,
      maxOutputLength: LARGEST_MEMBER,
      finishFlush: constants.Z_FINISH,
    }) as unknown as InflateInfo
    const data = header + engine.bytesWritten
    if (held.length < data + TRAILER) return { kind: "incomplete" }
    if (held.readUInt32LE(data) !== crc32(buffer)) return { kind: "damaged" }
    return { kind: "done", bytes: buffer, length: data + TRAILER }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "Z_BUF_ERROR") return { kind: "incomplete" }
    if (code === "ERR_BUFFER_TOO_LARGE") return { kind: "too-large" }
    if (code === "Z_DATA_ERROR" || code === "Z_NEED_DICT") return { kind: "damaged" }
    throw error
  }
}

/** Unpacks the member at the window's place, reading on until its end is held. */
async function unpackNext(window: ByteWindow): Promise<Unpacked> {
  for (let length = FIRST_LOOK; ; length *= 2) {
    const more = await window.ensure(length)
    const unpacked = unpack(window.held())
    if (unpacked.kind !== "incomplete") return unpacked
    if (!more) return { kind: "damaged" }
    if (length > LARGEST_MEMBER) return { kind: "too-large" }
  }
}

/** How much of a member is unpacked to see how it begins, in bytes. */
const GLIMPSE = 4096

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

/** Moves to the next place where a member that begins like `expected` can be unpacked; false where there is none. */
async function seekMember(window: ByteWindow, expected: string): Promise<boolean> {
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

/**
 * Unpacks a file of gzip members one by one. A damaged one costs itself alone: reading goes on at the next that begins like
 * `expected`. Holds one member at a time.
 */
export async function* gzipMembers(window: ByteWindow, expected: string): AsyncGenerator<Member> {
  let first = true
  while (await window.ensure(1)) {
    const offset = window.offset()
    const unpacked = await unpackNext(window)
    if (unpacked.kind === "done") {
      window.advance(unpacked.length)
      yield { kind: "member", offset, end: window.offset(), bytes: unpacked.bytes }
    } else {
      if (first && unpacked.kind === "too-large") {
        yield { kind: "stream" }
        return
      }
      const message =
        unpacked.kind === "too-large"
          ? `the record unpacks to more than ${LARGEST_MEMBER / 2 ** 20} MiB`
          : "the archive is damaged or cut off here"
      yield { kind: "damaged", offset, message }
      if (!(await seekMember(window, expected))) return
    }
    first = false
  }
}
