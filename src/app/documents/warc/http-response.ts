import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib"
import { parseFields } from "./warc-records.ts"

/** A response as an archive keeps it, its body unpacked. */
export interface ArchivedResponse {
  readonly status: number
  readonly type: string
  readonly charset?: string
  readonly body: Buffer
}

/** A page that unpacks to more bytes than this is a bomb. */
const LARGEST_BODY = 32 * 2 ** 20
const HEAD_END = Buffer.from("\r\n\r\n")

/** Joins the chunks of a chunked body; undefined where it is not chunked, as crawlers keep it that have joined it already. */
function dechunked(body: Buffer): Buffer | undefined {
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf("\r\n", at)
    if (end === -1 || end - at > 20) return undefined
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(body.toString("latin1", at, end))?.[1]
    if (size === undefined) return undefined
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(pieces)
    if (end + 2 + length > body.length) return undefined
    pieces.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}

/** Unpacks a body by its content encoding; one that says it is packed and is not stays as it is. Throws on a bomb. */
export function unpackBody(body: Buffer, encoding: string | undefined): Buffer {
  const limit = { maxOutputLength: LARGEST_BODY }
  try {
    switch (encoding?.trim().toLowerCase()) {
      case "gzip":
      case "x-gzip":
        return gunzipSync(body, limit)
      case "deflate":
        return (body[0]! & 15) === 8 ? inflateSync(body, limit) : inflateRawSync(body, limit)
      case "br":
        return brotliDecompressSync(body, limit)
      default:
        return body
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw error
    return body
  }
}

/** "text/html; charset=windows-1251" → type and charset. */
export function parseContentType(value: string | undefined): {
  readonly type: string
  readonly charset?: string
} {
  const type = (value ?? "").split(";", 1)[0]!.trim().toLowerCase()
  const charset = /charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(value ?? "")?.[1]?.toLowerCase()
  return { type, ...(charset === undefined ? {} : { charset }) }
}

/** Reads the block of a response record; undefined where it is no HTTP response. Throws where its body is a bomb. */
export function readResponse(block: Buffer): ArchivedResponse | undefined {
  const end = block.indexOf(HEAD_END)
  if (end === -1) return undefined
  const [statusLine = "", ...lines] = block.toString("latin1", 0, end).split("\r\n")
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(statusLine)?.[1]
  if (status === undefined) return undefined
  const fields = parseFields(lines)
  const raw = block.subarray(end + HEAD_END.length)
  const joined = /chunked/i.test(fields.get("transfer-encoding") ?? "") ? (dechunked(raw) ?? raw) : raw
  return {
    status: Number(status),
    ...parseContentType(fields.get("content-type")),
    body: unpackBody(joined, fields.get("content-encoding")),
  }
}
