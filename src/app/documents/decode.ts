/** Bytes that are no text in the encoding they claim; the message says where and what to do. */
export class DecodingError extends Error {
  override readonly name = "DecodingError"
}

/** How far into a page a charset declaration is looked for, in bytes (browsers look at 1,024). */
const DECLARATION_REACH = 4096
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*(?:["']\s*)?([a-z0-9_:-]{2,40})/i

/** What windows-1252 holds at 0x80–0x9F; Node 20's own decoder leaves control characters there. */
const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178"
const LATIN = new Set(["windows-1252", "iso-8859-1", "latin1", "ascii", "us-ascii", "cp1252", "x-cp1252"])

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replaceAll(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!)

/** A byte order mark decides, and is no part of the text. */
function fromMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes)
  return undefined
}

/** Decodes UTF-8, without its byte order mark; undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first line that is not UTF-8, from 1. */
function invalidLine(bytes: Uint8Array): number {
  let line = 1
  let begin = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, begin)) {
    if (decodeUtf8(bytes.subarray(begin, at)) === undefined) return line
    begin = at + 1
    line++
  }
  return line
}

/** Decodes UTF-8 (or UTF-16 with its mark); the byte order mark is dropped. Throws DecodingError, naming the line. */
export function decodeText(bytes: Uint8Array): string {
  const text = fromMark(bytes) ?? decodeUtf8(bytes)
  if (text === undefined)
    throw new DecodingError(
      `line ${invalidLine(bytes)} is not UTF-8. Convert the file, for example: iconv -f windows-1252 -t utf-8`,
    )
  if (text.includes("\0")) throw new DecodingError("it holds NUL characters: this is no text file")
  return text
}

const fromCharset = (bytes: Uint8Array, charset: string): string | undefined => {
  if (LATIN.has(charset)) return latin(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Decodes a page: by its mark, as UTF-8, by the charset that its server names or that it declares, else as windows-1252, as
 * browsers do.
 */
export function decodeHtml(bytes: Uint8Array, served?: string): string {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_REACH)).toString("latin1")
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase()
  return (
    fromMark(bytes) ??
    decodeUtf8(bytes) ??
    (served === undefined ? undefined : fromCharset(bytes, served)) ??
    (declared === undefined ? undefined : fromCharset(bytes, declared)) ??
    latin(bytes)
  )
}
