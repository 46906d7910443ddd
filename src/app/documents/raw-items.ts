import { createReadStream } from "node:fs"
import type { Readable } from "node:stream"
import { byteLines } from "./byte-lines.ts"
import { decodeUtf8 } from "./decode.ts"
import type { RawItem } from "./raw-item.ts"
import { type SourceFile, type SourceFormat, STANDARD_INPUT, sourceFiles } from "./source-files.ts"
import { unpacked } from "./unpacked.ts"
import { warcItems } from "./warc/warc-items.ts"
import { wikiItems } from "./wiki-items.ts"

/** One document may be at most this long, in bytes: far beyond any article, and short of what a string can hold. */
const LONGEST_DOCUMENT = 64 * 2 ** 20
/** A .json file is parsed whole; larger collections belong in .jsonl. */
const LONGEST_JSON_FILE = 256 * 2 ** 20
/** How much of an unnamed input is looked at to tell its format, in characters. */
const SNIFFED = 65_536

const tooLong = (limit: number): string =>
  `it is longer than ${limit / 2 ** 20} MiB; split it, or write one document a line (.jsonl)`

/** "-" is shown as what it is. */
const nameOf = (path: string): string => (path === STANDARD_INPUT ? "stdin" : path)

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))

/**
 * The format of an input that has no telling name, from its first bytes: JSONL where the first line or a later one opens an
 * object, a page where it says so, plain text otherwise.
 */
export function sniffFormat(head: string): Exclude<SourceFormat, "unknown" | "markdown" | "warc" | "wiki"> {
  const text = head.replace(/^\ufeff/, "").trimStart()
  if (/^\[\s*\{\s*"/.test(text) || /^\{\s*\n/.test(text)) return "json"
  const [first = "", ...others] = text.split("\n")
  if (first.startsWith("{") || others.some((line) => line.trimStart().startsWith('{"'))) return "jsonl"
  if (/^<(?:!doctype html|html[\s>])/i.test(text)) return "html"
  return "text"
}

async function* prepend(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** True once a first line stands there whole: a writer may wait for our answer to it. */
const hasLine = (head: string): boolean => head.trimStart().includes("\n")

/** Reads enough of a stream to tell its format, and gives the stream back whole. */
async function sniff(chunks: AsyncIterable<Uint8Array>): Promise<{
  readonly format: SourceFormat
  readonly chunks: AsyncIterable<Uint8Array>
}> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let head = ""
  while (head.length < SNIFFED && !hasLine(head)) {
    const next = await iterator.next()
    if (next.done === true) break
    first.push(next.value)
    head += Buffer.from(next.value.subarray(0, SNIFFED)).toString("utf8")
  }
  return { format: sniffFormat(head), chunks: prepend(first, iterator) }
}

async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limit) return undefined
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

async function* lineItems(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem> {
  for await (const line of byteLines(chunks, LONGEST_DOCUMENT)) {
    const where = `${nameOf(path)}:${line.number}`
    if (line.overlong) yield { kind: "problem", where, message: tooLong(LONGEST_DOCUMENT) }
    else if (!isBlank(line.bytes)) yield lineItem(where, line.bytes)
  }
}

function lineItem(where: string, bytes: Uint8Array): RawItem {
  const text = decodeUtf8(bytes)
  if (text !== undefined) return { kind: "line", where, text }
  const message = "the line is not UTF-8. Convert the file, for example: iconv -f windows-1252 -t utf-8"
  return { kind: "problem", where, message }
}

async function* wholeItem(
  path: string,
  format: "text" | "markdown" | "html" | "json",
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<RawItem> {
  const where = nameOf(path)
  const limit = format === "json" ? LONGEST_JSON_FILE : LONGEST_DOCUMENT
  const bytes = await collect(chunks, limit)
  if (bytes === undefined) yield { kind: "problem", where, message: tooLong(limit) }
  else if (bytes.length > 0 || path !== STANDARD_INPUT)
    yield { kind: "file", where, format, bytes, ...(path === STANDARD_INPUT ? {} : { id: path }) }
}

const openRaw = (file: SourceFile, stdin: Readable): Readable =>
  file.path === STANDARD_INPUT ? stdin : createReadStream(file.path, { highWaterMark: 2 ** 20 })

function open(file: SourceFile, stdin: Readable): AsyncIterable<Uint8Array> {
  const raw = openRaw(file, stdin)
  // A broken archive fails in the reader of its text, where it is caught.
  return file.gzipped ? unpacked(raw) : raw
}

async function* itemsOf(file: SourceFile, stdin: Readable): AsyncGenerator<RawItem> {
  // A web archive is unpacked record by record, so that a damaged one costs itself alone.
  if (file.format === "warc")
    return yield* warcItems(file.path, openRaw(file, stdin), { gzipped: file.gzipped })
  const opened = open(file, stdin)
  const { format, chunks } =
    file.format === "unknown" ? await sniff(opened) : { format: file.format, chunks: opened }
  if (format === "jsonl") yield* lineItems(file.path, chunks)
  else if (format === "wiki") yield* wikiItems(file.path, chunks)
  else yield* wholeItem(file.path, format as "text" | "markdown" | "html" | "json", chunks)
}

/** Reads paths with `read`; what cannot be read comes out as a problem, and reading goes on. */
async function* guardedItems(
  paths: readonly string[],
  read: (file: SourceFile) => AsyncIterable<RawItem>,
): AsyncGenerator<RawItem> {
  for await (const file of sourceFiles(paths)) {
    if ("problem" in file) {
      yield { kind: "problem", where: file.path, message: file.problem }
      continue
    }
    try {
      yield* read(file)
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      yield { kind: "problem", where: nameOf(file.path), message: `it cannot be read (${code ?? message})` }
    }
  }
}

/** Reads paths (files, folders, "-") to items in their order. */
export const rawItems = (
  paths: readonly string[],
  stdin: Readable = process.stdin,
): AsyncGenerator<RawItem> => guardedItems(paths, (file) => itemsOf(file, stdin))

/** Reads paths line by line as JSONL, whatever their names. */
export const rawLines = (
  paths: readonly string[],
  stdin: Readable = process.stdin,
): AsyncGenerator<RawItem> => guardedItems(paths, (file) => lineItems(file.path, open(file, stdin)))
