import { DataError, type DataFiles } from "../../codebook/data-files.ts"

/** Where a file lies in the pack, in bytes after the list. */
interface Entry {
  readonly path: string
  readonly start: number
  readonly length: number
}

/** Eight letters, the length of the list as a number of four bytes (little-endian), the list as JSON, then the files. */
const MAGIC = "CHNCDAT1"
const LIST_AT = MAGIC.length + 4

/** Packs files of data/ (path → bytes) into one; the same files give the same bytes, in whatever order they come. */
export function packData(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const entries: Entry[] = []
  let start = 0
  for (const [path, { length }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries.push({ path, start, length })
    start += length
  }
  const list = new TextEncoder().encode(JSON.stringify(entries))
  const packed = new Uint8Array(LIST_AT + list.length + start)
  packed.set(new TextEncoder().encode(MAGIC))
  new DataView(packed.buffer).setUint32(MAGIC.length, list.length, true)
  packed.set(list, LIST_AT)
  for (const { path, start } of entries) packed.set(files.get(path)!, LIST_AT + list.length + start)
  return packed
}

/** Reads a pack as data/. Throws DataError where it is none, or cut off. */
export function unpackData(packed: Uint8Array): DataFiles {
  const magic = new TextDecoder().decode(packed.subarray(0, MAGIC.length))
  if (magic !== MAGIC || packed.length < LIST_AT)
    throw new DataError(
      "the packed data is some other file: it must be data.bin of this version's dist/browser/",
    )
  const listLength = new DataView(packed.buffer, packed.byteOffset).getUint32(MAGIC.length, true)
  const first = LIST_AT + listLength
  if (packed.length < first) throw new DataError("the packed data is cut off: load it whole")
  const list = new TextDecoder().decode(packed.subarray(LIST_AT, first))
  const entries = new Map((JSON.parse(list) as Entry[]).map((entry) => [entry.path, entry]))
  // A copy of its own: what is read as numbers must begin where a number may.
  const bytes = (path: string): Uint8Array => {
    const entry = entries.get(path)
    if (entry === undefined) throw new DataError(`data/${path} is not in the packed data: build it anew`)
    const start = first + entry.start
    if (start + entry.length > packed.length) throw new DataError("the packed data is cut off: load it whole")
    return packed.slice(start, start + entry.length)
  }
  // Like Node's, a byte order mark stays.
  return { bytes, text: (path) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes(path)) }
}

/** Hands files on and remembers which were asked for: what a pack must hold. */
export function recordingData(data: DataFiles): {
  readonly data: DataFiles
  readonly asked: Map<string, Uint8Array>
} {
  const asked = new Map<string, Uint8Array>()
  const bytes = (path: string): Uint8Array => {
    const found = data.bytes(path)
    asked.set(path, found)
    return found
  }
  return {
    asked,
    data: {
      bytes,
      text: (path) => {
        bytes(path)
        return data.text(path)
      },
    },
  }
}
