import { gzipSync } from "node:zlib"
import type { CodingMode } from "../../event/coding-mode.ts"
import { readerOver } from "../../reader.ts"
import { bundledData } from "../bundled-data.ts"
import { packData, recordingData } from "./packed-data.ts"

const SMALLEST = 9

/** What a reader of a mode needs of data/, as one gzipped file: whatever it asks for when it is made. */
export function packBundledData(mode: CodingMode): Uint8Array {
  const { data, asked } = recordingData(bundledData)
  readerOver(data, mode)
  return gzipSync(packData(asked), { level: SMALLEST })
}
