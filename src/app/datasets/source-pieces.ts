import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"
import { openPromise as openZip } from "yauzl"

/** One file's content: of a zip archive, each member; of a .gz, what it unpacks to. */
export interface Piece {
  readonly name: string
  /** Where the content lies as it is; undefined where it is unpacked on the way. */
  readonly path?: string
  readonly open: () => Promise<AsyncIterable<Uint8Array>>
}

/** Members of archives that are no data. */
const NO_DATA = /(^|\/)(__MACOSX\/|\.)|\/$|\.(pdf|docx?|md|html?|rtf)$/i

/** The contents of a file: GDELT comes as .zip with one member, others as .gz or as they are. */
export async function* sourcePieces(path: string): AsyncGenerator<Piece> {
  if (/\.zip$/i.test(path)) yield* membersOf(path)
  else if (/\.gz$/i.test(path))
    yield { name: path, open: () => Promise.resolve(createReadStream(path).compose(createGunzip())) }
  else
    yield {
      name: path,
      path,
      open: () => Promise.resolve(createReadStream(path, { highWaterMark: 2 ** 20 })),
    }
}

async function* membersOf(path: string): AsyncGenerator<Piece> {
  const archive = await openZip(path, { lazyEntries: true, autoClose: false })
  try {
    for await (const entry of archive.eachEntry())
      if (!NO_DATA.test(entry.fileName))
        yield {
          name: `${path}/${entry.fileName}`,
          open: () => archive.openReadStreamPromise(entry),
        }
  } finally {
    archive.close()
  }
}
