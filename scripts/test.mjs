// `npm test [-- FILE…]`: installs what is missing, runs every test that needs no system package, and ends with one line, `N passed, N failed`.
import { spawn } from "node:child_process"
import { readdirSync } from "node:fs"
import { ensureInstalled, ROOT } from "./ensure-installed.mjs"

ensureInstalled()
// The tests of the command line run the built command.
const { ensureLibraryBuilt } = await import("./build.mjs")
ensureLibraryBuilt()

const given = process.argv.slice(2)
const files =
  given.length > 0
    ? given
    : readdirSync(`${ROOT}test`, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".test.ts") && !file.startsWith("system/"))
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
    "--test-timeout=240000",
    ...files,
  ],
  { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
)
let tail = ""
run.stdout.on("data", (chunk) => {
  process.stdout.write(chunk)
  tail = (tail + chunk).slice(-20_000)
})
run.on("close", (code) => {
  const count = (name) =>
    Number(
      tail
        .match(new RegExp(`^ℹ ${name} (\\d+)$`, "gm"))
        ?.at(-1)
        ?.match(/\d+$/)?.[0] ?? 0,
    )
  const failed = count("fail") + count("cancelled")
  console.log(`${count("pass")} passed, ${failed} failed`)
  process.exit(code === 0 && failed === 0 && count("pass") > 0 ? 0 : 1)
})
