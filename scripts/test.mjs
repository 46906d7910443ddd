// `npm test [-- FILE…]`: installs what is missing, runs every test that needs no system package, and ends with one line, `N passed, N failed`.
// `node scripts/test.mjs --system` runs those of test/system/ instead: they need Debian's chromium and several minutes.
import { spawn } from "node:child_process"
import { readdirSync } from "node:fs"
import { ensureInstalled, ROOT } from "./ensure-installed.mjs"

ensureInstalled()
// The tests of the command line run the built command.
const { ensureLibraryBuilt } = await import("./build.mjs")
ensureLibraryBuilt()

const system = process.argv.includes("--system")
const given = process.argv.slice(2).filter((word) => word !== "--system")
const files =
  given.length > 0
    ? given
    : readdirSync(`${ROOT}test`, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".test.ts") && file.startsWith("system/") === system)
        .map((file) => `test/${file}`)
        .sort()

const run = spawn(
  process.execPath,
  [
    "--import",
    "tsx",
    "--test",
    "--test-reporter=spec",
    "--test-concurrency=2",
    // Starting browsers and clusters takes its time.
    `--test-timeout=${system ? 600_000 : 240_000}`,
    ...files,
  ],
  { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
)
/** The runner's closing counts, "ℹ pass 12"; what failed is told again after them. */
const counts = new Map()
let rest = ""
run.stdout.setEncoding("utf8").on("data", (chunk) => {
  process.stdout.write(chunk)
  const lines = (rest + chunk).split("\n")
  rest = lines.pop()
  for (const line of lines) {
    const count = /^ℹ (pass|fail|cancelled) (\d+)$/.exec(line)
    if (count !== null) counts.set(count[1], Number(count[2]))
  }
})
run.on("close", (code) => {
  const passed = counts.get("pass") ?? 0
  const failed = (counts.get("fail") ?? 0) + (counts.get("cancelled") ?? 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(code === 0 && failed === 0 && passed > 0 ? 0 : 1)
})
