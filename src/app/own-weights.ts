import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { DataError } from "../codebook/data-files.ts"
import { parseWeights, type Weighing } from "../relation/index.ts"

const FINGERPRINT_LENGTH = 8

/** A user's weights from a file; they are called by its name and a fingerprint of what stands in it. */
export function loadOwnWeights(file: string): Weighing {
  let text: string
  try {
    text = readFileSync(file, "utf8")
  } catch (error) {
    throw new DataError(`${file}: the weights cannot be read (${(error as Error).message})`, { cause: error })
  }
  const fingerprint = createHash("sha256").update(text).digest("hex").slice(0, FINGERPRINT_LENGTH)
  return parseWeights(file, text, `${basename(file)}#${fingerprint}`)
}
