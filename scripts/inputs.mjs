// Tells whether something built is older than what it was built from.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { ROOT } from "./ensure-installed.mjs"

const PASSED_OVER = new Set(["node_modules", "dist", ".vite"])

/** Every file below the given files and folders of the repository, sorted. */
function filesBelow(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter((name) => !PASSED_OVER.has(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** A digest of names, sizes and times of the inputs: quick, and changed by every edit. */
export function fingerprint(paths) {
  const hash = createHash("sha256")
  for (const path of paths.flatMap(filesBelow)) {
    const { size, mtimeMs } = statSync(join(ROOT, path))
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest("hex")
}

/** True where the record says that these inputs were built as they are. */
export const isFresh = (record, digest) => existsSync(record) && readFileSync(record, "utf8") === digest

export function writeRecord(record, digest) {
  mkdirSync(dirname(record), { recursive: true })
  writeFileSync(record, digest)
}
