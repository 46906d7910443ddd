import { isUtf8 } from "node:buffer"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { createReadStream, createWriteStream, type WriteStream } from "node:fs"
import { join } from "node:path"
import { LONGEST_LINE, type RejectedRow } from "../../store/index.ts"
import { byteLines } from "../documents/byte-lines.ts"
import { decodeHtml } from "../documents/decode.ts"
import type { Piece } from "./source-pieces.ts"

/** A piece as lines of UTF-8 that the store can read. */
export interface StagedLines {
  readonly name: string
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly firstLine: string
  readonly lines: number
  /** Lines that were no UTF-8 and were read as windows-1252, which Latin-1 is part of. */
  readonly latin: number
  readonly keptOut: readonly RejectedRow[]
}

interface Look {
  readonly sha256: string
  readonly bytes: number
  readonly lines: number
  readonly firstLine: string
  /** False where a line is no UTF-8, ends otherwise than with a line feed, or is too long. */
  readonly sound: boolean
}

const NEWLINE = 10
const CARRIAGE_RETURN = 13
/** What is kept of a first line or of a line that is kept out. */
const SHOWN = 65_536

/** Looks at a piece once; unpacks it into the folder on the way; mends it there where a line is not UTF-8 or too long. */
export async function stageLines(piece: Piece, folder: string): Promise<StagedLines> {
  const unpacked = piece.path ?? join(folder, "unpacked")
  const look = await lookAt(await piece.open(), piece.path === undefined ? unpacked : undefined)
  const { sound, ...facts } = look
  if (sound) return { name: piece.name, path: unpacked, ...facts, latin: 0, keptOut: [] }
  const path = join(folder, "mended")
  const { latin, keptOut, firstLine } = await mend(unpacked, path)
  return { name: piece.name, path, ...facts, firstLine, latin, keptOut }
}

async function lookAt(chunks: AsyncIterable<Uint8Array>, copy: string | undefined): Promise<Look> {
  const out = copy === undefined ? undefined : createWriteStream(copy)
  const hash = createHash("sha256")
  const head: Uint8Array[] = []
  let headBytes = 0
  let bytes = 0
  let lines = 0
  let sound = true
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
    if (headBytes < SHOWN) head.push(chunk.subarray(0, SHOWN - headBytes))
    headBytes += chunk.length
    if (out !== undefined) await write(out, chunk)
    const end = chunk.lastIndexOf(NEWLINE) + 1
    const whole = rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([rest, chunk.subarray(0, end)])
    if (end === 0) {
      // No line ends here; of a line that is too long there is nothing more to learn.
      if (rest.length <= LONGEST_LINE) rest = Buffer.concat([rest, chunk])
      else sound = false
      continue
    }
    const found = countLines(whole)
    lines += found.filled
    sound &&= found.longest < LONGEST_LINE && isPlain(whole)
    rest = chunk.subarray(end)
  }
  if (rest.length > 0) {
    lines++
    sound &&= rest.length < LONGEST_LINE && isPlain(rest)
  }
  if (out !== undefined) {
    out.end()
    await once(out, "finish")
  }
  const [firstLine = ""] = Buffer.concat(head).toString("utf8").split("\n", 1)
  return { sha256: hash.digest("hex"), bytes, lines, firstLine, sound }
}

/** UTF-8 whose only line end is the line feed. */
const isPlain = (bytes: Uint8Array): boolean => !bytes.includes(CARRIAGE_RETURN) && isUtf8(bytes)

/** Lines that hold anything, and the length of the longest. */
function countLines(bytes: Uint8Array): { filled: number; longest: number } {
  let filled = 0
  let longest = 0
  let begin = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, begin)) {
    const length = at - begin
    if (length > 1 || (length === 1 && bytes[begin] !== CARRIAGE_RETURN)) filled++
    if (length > longest) longest = length
    begin = at + 1
  }
  return { filled, longest }
}

async function mend(from: string, to: string) {
  const out = createWriteStream(to)
  const keptOut: RejectedRow[] = []
  let latin = 0
  let firstLine = ""
  for await (const { number, bytes, overlong } of byteLines(createReadStream(from), LONGEST_LINE - 1)) {
    if (overlong)
      keptOut.push({
        line: number,
        problem: `the line is longer than ${LONGEST_LINE} bytes`,
        text: Buffer.from(bytes.subarray(0, SHOWN)).toString("latin1"),
      })
    const sound = isUtf8(bytes)
    if (!sound) latin++
    const text = overlong ? "" : sound ? Buffer.from(bytes).toString("utf8") : decodeHtml(bytes)
    if (number === 1) firstLine = text
    await write(out, `${text.replaceAll("\r", " ")}\n`)
  }
  out.end()
  await once(out, "finish")
  return { keptOut, latin, firstLine }
}

async function write(out: WriteStream, chunk: Uint8Array | string): Promise<void> {
  if (!out.write(chunk)) await once(out, "drain")
}
