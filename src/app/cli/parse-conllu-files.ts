import { readFileSync } from "node:fs"
import { bundledData } from "../bundled-data.ts"
import { decodeText } from "../documents/decode.ts"
import { STANDARD_INPUT } from "../documents/source-files.ts"
import { parsePretokenised } from "../reading/parse-output.ts"
import { MisuseError, pathsOrStdin } from "./options.ts"
import { writeOut } from "./stdout.ts"

const STDIN_DESCRIPTOR = 0

function readConlluFile(path: string): string {
  try {
    return decodeText(readFileSync(path === STANDARD_INPUT ? STDIN_DESCRIPTOR : path))
  } catch (error) {
    throw new MisuseError(`${path}: it cannot be read (${(error as Error).message})`)
  }
}

/** Parses CoNLL-U files, keeping their tokens, and writes them to standard output. */
export async function parseConlluFiles(paths: readonly string[]): Promise<void> {
  for (const path of pathsOrStdin(paths))
    for (const part of parsePretokenised(readConlluFile(path), bundledData)) await writeOut(part)
}
