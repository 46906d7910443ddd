import { constants, crc32, inflateRawSync } from "node:zlib"
import type { ByteWindow } from "../byte-window.ts"
import { headerLength, LARGEST_MEMBER, LONGEST_HEADER, seekMember, TRAILER } from "../gzip-format.ts"

/** One gzip member, unpacked; or why a stretch of the file could not be. `end` is where the next one begins. */
export type Member =
  | { readonly kind: "member"; readonly offset: number; readonly end: number; readonly bytes: Buffer }
  | { readonly kind: "damaged"; readonly offset: number; readonly message: string }
  /** The first member is no single record: the file is one stream, and is to be read as such. */
  | { readonly kind: "stream" }

const FIRST_LOOK = 2 ** 16

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
