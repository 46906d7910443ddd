import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"

export type SourceFormat = "text" | "markdown" | "html" | "json" | "jsonl" | "warc" | "wiki" | "unknown"

/** A file to read, as the user named it. */
export interface SourceFile {
  readonly path: string
  readonly format: SourceFormat
  readonly gzipped: boolean
  /** Bytes on disk; 0 where that is not known (standard input). */
  readonly size: number
}

/** A path that cannot be read, and why. */
export interface MissingSource {
  readonly path: string
  readonly problem: string
}

export const STANDARD_INPUT = "-"

const FORMATS: Readonly<Record<string, SourceFormat>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  warc: "warc",
  xml: "wiki",
}

/** "a/b.jsonl.gz" → JSONL, gzipped. */
function formatOf(path: string): Pick<SourceFile, "format" | "gzipped"> {
  const gzipped = path.toLowerCase().endsWith(".gz")
  const bare = gzipped ? path.slice(0, -3) : path
  const extension = /\.([a-z]+)$/i.exec(bare)?.[1]?.toLowerCase() ?? ""
  return { format: FORMATS[extension] ?? "unknown", gzipped }
}

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

/** Every readable file below a folder, sorted by name at each level; hidden entries and unknown formats are passed over. */
async function* filesBelow(folder: string): AsyncGenerator<SourceFile> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort(byName)
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (formatOf(path).format !== "unknown") {
      const found = await stat(path).catch(() => undefined)
      if (found?.isFile()) yield { path, ...formatOf(path), size: found.size }
    }
  }
}

/**
 * The files that the given paths name, in their order: a file itself, a folder's files sorted, "-" for standard input. A path
 * that is not there comes out as a missing source.
 */
export async function* sourceFiles(paths: readonly string[]): AsyncGenerator<SourceFile | MissingSource> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      yield { path, format: "unknown", gzipped: false, size: 0 }
      continue
    }
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (found instanceof Error)
      yield {
        path,
        problem:
          found.code === "ENOENT" ? "there is no such file or folder" : `it cannot be read (${found.code})`,
      }
    else if (found.isDirectory()) yield* filesBelow(path)
    else yield { path, ...formatOf(path), size: found.size }
  }
}
