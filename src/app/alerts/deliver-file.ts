import {
  closeSync,
  createReadStream,
  existsSync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs"
import { createInterface } from "node:readline"
import type { Firing } from "../../store/index.ts"
import type { Attempt } from "./deliver-webhook.ts"

const LINE_END = 10

/** Adds a line for a firing. One that may have been written before the process ended is looked for first. */
export async function deliverFile(path: string, firing: Firing): Promise<Attempt> {
  try {
    if (firing.tries > 0 && (await holds(path, firing.message))) return {}
    append(path, firing.message)
    return {}
  } catch (error) {
    return { problem: `${path} cannot be written: ${(error as Error).message}` }
  }
}

async function holds(path: string, message: string): Promise<boolean> {
  if (!existsSync(path)) return false
  const lines = createInterface({
    input: createReadStream(path, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  try {
    for await (const line of lines) if (line === message) return true
    return false
  } finally {
    lines.close()
  }
}

/** A line that was cut off stays as it is, on a line of its own. */
function append(path: string, message: string): void {
  const file = openSync(path, "a+")
  try {
    const { size } = fstatSync(file)
    const last = Buffer.alloc(1)
    if (size > 0) readSync(file, last, 0, 1, size - 1)
    const isCut = size > 0 && last[0] !== LINE_END
    writeSync(file, `${isCut ? "\n" : ""}${message}\n`)
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
}
