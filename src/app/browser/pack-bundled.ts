import { gzipSync } from "node:zlib"
import { readerOver } from "../../reader.ts"
import { bundledData } from "../bundled-data.ts"
import { packData, recordingData } from "./packed-data.ts"

const SMALLEST = 9

/** What a reader in a browser needs of data/, as one gzipped file: whatever the reader asks for when it is made. */
export function packBundledData(): Uint8Array {
  const { data, asked } = recordingData(bundledData)
  readerOver(data)
  return gzipSync(packData(asked), { level: SMALLEST })
}
