// Installs what package-lock.json names where node_modules lacks it; does nothing (in a few milliseconds) where it is there.
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"

export const ROOT = fileURLToPath(new URL("..", import.meta.url))

/** True where npm's own record of what it installed is as new as the lock file and names the same packages. */
function isInstalled() {
  const lock = `${ROOT}package-lock.json`
  const installed = `${ROOT}node_modules/.package-lock.json`
  if (!existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true
  const wanted = JSON.parse(readFileSync(lock, "utf8")).packages
  const there = JSON.parse(readFileSync(installed, "utf8")).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      !path.startsWith("node_modules/") || optional || there[path]?.version === version,
  )
}

export function ensureInstalled() {
  if (isInstalled()) return
  process.stderr.write("Installing dependencies (npm ci) …\n")
  const { status } = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  })
  if (status !== 0) {
    process.stderr.write(
      "npm ci failed; its message stands above. Node >= 20.19 and access to an npm registry are needed.\n",
    )
    process.exit(1)
  }
}
