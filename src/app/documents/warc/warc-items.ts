import { type ByteWindow, openWindow } from "../byte-window.ts"
import { decodeUtf8 } from "../decode.ts"
import type { RawItem } from "../raw-item.ts"
import { unpacked } from "../unpacked.ts"
import { gzipMembers } from "./gzip-members.ts"
import { readResponse } from "./http-response.ts"
import { type FoundRecord, recordsFrom, recordsIn, type WarcRecord } from "./warc-records.ts"

const PAGE_TYPES: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml"])
const OK = 200

/** What an archived page becomes: an item to read, or nothing where the record holds no page. */
function toItem({ fields, block }: WarcRecord, where: string): RawItem | undefined {
  const url = fields.get("warc-target-uri")?.replace(/^<|>$/g, "")
  const address = url === undefined ? {} : { url }
  const named = url === undefined ? where : `${where} (${url})`
  const type = fields.get("warc-type")
  if (type === "response") {
    const response = readResponse(block)
    if (response === undefined || response.status !== OK || !PAGE_TYPES.has(response.type)) return undefined
    const charset = response.charset === undefined ? {} : { charset: response.charset }
    return { kind: "file", where: named, format: "html", bytes: response.body, ...address, ...charset }
  }
  if (type === "resource" && PAGE_TYPES.has(fields.get("content-type")?.split(";", 1)[0]?.trim() ?? ""))
    return { kind: "file", where: named, format: "html", bytes: block, ...address }
  if (type === "conversion") {
    const text = decodeUtf8(block)
    return text === undefined
      ? { kind: "problem", where: named, message: "its text is not UTF-8" }
      : { kind: "line", where: named, text: JSON.stringify({ text, ...address }) }
  }
  return undefined
}

function* itemsOf(found: FoundRecord, path: string): Generator<RawItem> {
  const where = `${path}@${found.offset}`
  if (found.message !== undefined) {
    yield { kind: "problem", where, message: found.message }
    return
  }
  try {
    const item = toItem(found.record, where)
    if (item !== undefined) yield item
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw error
    yield { kind: "problem", where, message: "its body unpacks to more than any page holds" }
  }
}

async function* packedRecords(window: ByteWindow): AsyncGenerator<FoundRecord> {
  for await (const member of gzipMembers(window, "WARC/")) {
    if (member.kind === "member") yield* recordsIn(member.bytes, member.offset, member.end)
    else if (member.kind === "damaged") yield member
    else yield* recordsFrom(openWindow(unpacked(window.rest())))
  }
}

/**
 * The pages of a web archive (WARC 1.0 and 1.1), packed or not: HTML responses with status 200, HTML resources, and the texts of
 * conversion records. Whatever is damaged is named with its place, and costs only itself.
 */
export async function* warcItems(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { gzipped }: { readonly gzipped: boolean },
): AsyncGenerator<RawItem> {
  const window = openWindow(chunks)
  try {
    for await (const found of gzipped ? packedRecords(window) : recordsFrom(window))
      yield* itemsOf(found, path)
  } finally {
    await window.close()
  }
}
