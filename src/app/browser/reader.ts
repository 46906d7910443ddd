import type { CodingMode } from "../../event/coding-mode.ts"
import { type Reader, readerOver } from "../../reader.ts"
import { unpackData } from "./packed-data.ts"

export type { CodingMode } from "../../event/coding-mode.ts"
export type { Reading } from "../../read.ts"
export type { Reader } from "../../reader.ts"
export type { ArticleDraft } from "../../text/article-draft.ts"

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Servers differ in whether they unpack what is gzipped. */
async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!isGzip(bytes)) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Makes a reader from the bytes of what `chancery pack-data` wrote for its mode, in a page or in a worker of your own. */
export const createReader = async (
  data: Uint8Array<ArrayBuffer>,
  { mode }: { readonly mode?: CodingMode } = {},
): Promise<Reader> => readerOver(unpackData(await unzipped(data)), mode)
