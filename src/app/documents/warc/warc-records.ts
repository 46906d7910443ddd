import type { ByteWindow } from "../byte-window.ts"

/** A record of a WARC file: its named fields in lower case, and its block. */
export interface WarcRecord {
  readonly fields: ReadonlyMap<string, string>
  readonly block: Buffer
}

/** A record, or why a stretch of the file is none; `offset` is where it begins, `end` where the next one does. */
export type FoundRecord =
  | { readonly offset: number; readonly end: number; readonly record: WarcRecord; readonly message?: never }
  | { readonly offset: number; readonly message: string }

const HEADER_END = Buffer.from("\r\n\r\n")
const NEXT_RECORD = Buffer.from("\r\n\r\nWARC/")
const VERSION = "WARC/"
const LONGEST_HEADER = 2 ** 16
/** A block beyond this is no page, in bytes. */
const LARGEST_BLOCK = 64 * 2 ** 20
const CHUNK = 2 ** 20

/** "WARC-Type: response" lines to a map. */
export function parseFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(":")
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

interface Header {
  readonly fields: ReadonlyMap<string, string>
  readonly length: number
  /** Bytes of the block, as the header says. */
  readonly block: number | undefined
}

function readHeader(held: Buffer): Header | undefined {
  if (held.toString("latin1", 0, VERSION.length) !== VERSION) return undefined
  const end = held.subarray(0, LONGEST_HEADER).indexOf(HEADER_END)
  if (end === -1) return undefined
  const fields = parseFields(held.toString("utf8", 0, end).split("\r\n").slice(1))
  const stated = fields.get("content-length") ?? ""
  return {
    fields,
    length: end + HEADER_END.length,
    block: /^\d{1,15}$/.test(stated) ? Number(stated) : undefined,
  }
}

/** Reads the records of one gzip member: nearly always one. */
export function* recordsIn(bytes: Buffer, offset: number, end: number): Generator<FoundRecord> {
  for (let at = 0; at < bytes.length; ) {
    const header = readHeader(bytes.subarray(at))
    if (header === undefined) return yield { offset, message: "it is no WARC record" }
    const begin = at + header.length
    const stop = begin + (header.block ?? Number.POSITIVE_INFINITY)
    const after = bytes.toString("latin1", stop, stop + HEADER_END.length)
    if (stop > bytes.length || !HEADER_END.toString("latin1").startsWith(after))
      return yield { offset, message: "its stated length is not that of its block" }
    yield { offset, end, record: { fields: header.fields, block: bytes.subarray(begin, stop) } }
    at = stop + HEADER_END.length
  }
}

/** Moves behind the blank lines before the next record; false where none follows. */
async function seekRecord(window: ByteWindow): Promise<boolean> {
  for (;;) {
    const held = window.held()
    const at = held.indexOf(NEXT_RECORD)
    if (at !== -1) {
      window.advance(at + HEADER_END.length)
      return true
    }
    const kept = Math.min(held.length, NEXT_RECORD.length - 1)
    window.advance(held.length - kept)
    if (!(await window.ensure(kept + CHUNK)) && window.held().indexOf(NEXT_RECORD) === -1) return false
  }
}

/** True where after a block come a blank line and another record, or the end. */
function endsRightly(held: Buffer, stop: number): boolean {
  const after = held.toString("latin1", stop, stop + NEXT_RECORD.length)
  return NEXT_RECORD.toString("latin1").startsWith(after)
}

/**
 * Reads the records of an unpacked stream. One whose stated length is wrong costs itself alone: reading goes on at the next
 * record's first line. Holds one record at a time.
 */
export async function* recordsFrom(window: ByteWindow): AsyncGenerator<FoundRecord> {
  while (await window.ensure(1)) {
    await window.ensure(LONGEST_HEADER)
    const offset = window.offset()
    const header = readHeader(window.held())
    const size = header?.block
    const stop = header === undefined || size === undefined ? undefined : header.length + size
    if (header === undefined || size === undefined || stop === undefined || size > LARGEST_BLOCK) {
      yield {
        offset,
        message: header === undefined ? "it is no WARC record" : "its stated length cannot be true",
      }
      window.advance(Math.min(window.held().length, 1))
      if (!(await seekRecord(window))) return
      continue
    }
    await window.ensure(stop + NEXT_RECORD.length)
    const held = window.held()
    if (held.length < stop || !endsRightly(held, stop)) {
      yield { offset, message: "its stated length is not that of its block" }
      window.advance(header.length - HEADER_END.length)
      if (!(await seekRecord(window))) return
      continue
    }
    const block = Buffer.from(held.subarray(header.length, stop))
    window.advance(Math.min(held.length, stop + HEADER_END.length))
    yield { offset, end: window.offset(), record: { fields: header.fields, block } }
  }
}
