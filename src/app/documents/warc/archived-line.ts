import { Readable } from "node:stream"
import type { RawItem } from "../raw-item.ts"
import { warcItems } from "./warc-items.ts"

/** A line that begins so holds one record of a web archive, unpacked, in base 64: so archives travel line by line. */
const BEGIN = '{"warc":'

/** The bytes of the record in such a line; undefined for any other. */
export function asArchived(item: RawItem): Buffer | undefined {
  if (item.kind !== "line" || !item.text.startsWith(BEGIN)) return undefined
  const end = item.text.lastIndexOf("}")
  return Buffer.from(item.text.slice(BEGIN.length, end).replaceAll('"', ""), "base64")
}

/** The pages of one record: none where it is a request or no page, a problem where it is damaged. */
export async function archivedItems(record: Buffer, where: string): Promise<RawItem[]> {
  const items: RawItem[] = []
  for await (const item of warcItems(where, Readable.from([record]), { gzipped: false })) items.push(item)
  return items
}
