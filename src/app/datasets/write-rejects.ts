import { mkdir } from "node:fs/promises"
import { basename, join } from "node:path"
import { tsvRow } from "../../view/formats/index.ts"
import { writeTexts } from "../export/write-file.ts"
import type { ImportReport } from "./import-datasets.ts"

/**
 * Keeps what could not be read beside the store: line, what is wrong, and the row as it came, in which tabs are tabs. Gives the
 * file's path.
 */
export async function writeRejects(store: string, { name, rejected }: ImportReport): Promise<string> {
  const folder = `${store}.rejects`
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${basename(name)}.tsv`)
  await writeTexts(path, [
    tsvRow(["line", "problem", "row"]),
    ...rejected.map(({ line, problem, text }) => `${line}\t${problem.replaceAll(/\s+/g, " ")}\t${text}\n`),
  ])
  return path
}
