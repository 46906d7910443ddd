import { existsSync } from "node:fs"
import { open, stat } from "node:fs/promises"
import { join } from "node:path"
import { readColumn } from "../../store/index.ts"
import { readJsonLines } from "../cli/json-lines.ts"
import { DESCRIPTOR } from "../export/write-package.ts"

type Json = Readonly<Record<string, unknown>>

/** One of our own exported records with the file that it stands in. */
export interface OwnRecord {
  readonly where: string
  readonly record: Json
}

/** What of a package is read back; happenings are made anew from the events. */
const OF_PACKAGE = ["documents.jsonl", "events.jsonl"]
const SNIFFED = 65_536

/** The files of our own that a path stands for: a package's, or itself; undefined where it is none of ours. */
export async function ownFiles(path: string): Promise<readonly string[] | undefined> {
  if ((await stat(path)).isDirectory())
    return existsSync(join(path, DESCRIPTOR)) ? OF_PACKAGE.map((name) => join(path, name)) : undefined
  if (/\.parquet$/i.test(path)) return [path]
  const head = await headOf(path)
  if (/^\ufeff?\s*\{/.test(head)) return [path]
  return /^"?id"?,.*,"?record"?\r?$/.test(head.split("\n", 1)[0] ?? "") ? [path] : undefined
}

async function headOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED), 0, SNIFFED, 0)
    return buffer.toString("utf8", 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The records of a file of ours, whichever way they were written. */
export async function* ownRecords(path: string): AsyncGenerator<OwnRecord> {
  if (/\.(parquet|csv)$/i.test(path)) {
    let row = 0
    for await (const cell of readColumn(path, "record"))
      yield { where: `${path}: row ${++row}`, record: JSON.parse(cell ?? "null") as Json }
  } else for await (const record of readJsonLines([path], (object) => object)) yield { where: path, record }
}
