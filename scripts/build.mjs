// `node scripts/build.mjs [lib] [web] [browser] [--stale]`: builds the library (tsc), the web page (vite) and the coder for browsers
// (esbuild) into dist/.
// With --stale, what is newer than its sources is left alone. Types are checked apart: `npm run types`.
import { spawnSync } from "node:child_process"
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { ensureInstalled, ROOT } from "./ensure-installed.mjs"
import { fingerprint, isFresh, writeRecord } from "./inputs.mjs"

const DIST = join(ROOT, "dist")
const COMMAND = join(DIST, "app/cli/main.js")
const WEB = "web"
/** What others than the compiler build into dist/. */
const OTHERS = [WEB, "browser", "docs"]
const RECORDS = join(ROOT, "node_modules/.cache/chancery")
const LIB_INPUTS = ["src", "tsconfig.json", "tsconfig.build.json", "package-lock.json"]
const BROWSER_INPUTS = [...LIB_INPUTS, "data", "scripts/build-browser.mjs"]
const WEB_INPUTS = ["web", "src/record", "src/view", "package-lock.json"]

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : []

function runTool(args, what) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] })
  if (status === 0) return
  process.stderr.write(`${what} could not be built; the messages stand above.\n`)
  process.exit(1)
}

/** Puts a file in its place in one step, so that a running command never sees half of it. */
function place(from, to) {
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) return
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

/** Compiles beside dist/ and moves the files over; what no source stands for any more goes, the web page stays. */
function buildLibrary() {
  mkdirSync(DIST, { recursive: true })
  const scratch = mkdtempSync(join(ROOT, "node_modules/.chancery-build-"))
  try {
    runTool(
      [
        join(ROOT, "node_modules/typescript/bin/tsc"),
        "-p",
        "tsconfig.build.json",
        "--noCheck",
        "--outDir",
        scratch,
      ],
      "The library",
    )
    for (const file of filesIn(join(ROOT, "src")).filter((name) => !name.endsWith(".ts"))) {
      mkdirSync(dirname(join(scratch, file)), { recursive: true })
      copyFileSync(join(ROOT, "src", file), join(scratch, file))
    }
    const built = filesIn(scratch)
    for (const file of built) place(join(scratch, file), join(DIST, file))
    const kept = new Set(built)
    for (const file of filesIn(DIST))
      if (!OTHERS.some((folder) => file.startsWith(`${folder}/`)) && !kept.has(file)) rmSync(join(DIST, file))
    chmodSync(COMMAND, 0o755)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function buildPage() {
  runTool([join(ROOT, "node_modules/vite/bin/vite.js"), "build", WEB, "--logLevel", "warn"], "The web page")
}

const buildBrowser = () => runTool([join(ROOT, "scripts/build-browser.mjs")], "The coder for browsers")

/** Builds one part where it is not there, or older than its sources. */
function ensureBuilt({ name, inputs, product, build }) {
  const record = join(RECORDS, `${name}.built`)
  const digest = fingerprint(inputs)
  if (existsSync(product) && isFresh(record, digest)) return false
  build()
  writeRecord(record, digest)
  return true
}

const LIBRARY = { name: "lib", inputs: LIB_INPUTS, product: COMMAND, build: buildLibrary }
const PAGE = { name: "web", inputs: WEB_INPUTS, product: join(DIST, "web/index.html"), build: buildPage }

const BROWSER = {
  name: "browser",
  inputs: BROWSER_INPUTS,
  product: join(DIST, "browser/index.js"),
  build: buildBrowser,
}

export const ensureLibraryBuilt = () => ensureBuilt(LIBRARY)
/** The page is built where the repository has one. */
export const ensurePageBuilt = () => existsSync(join(ROOT, "web/index.html")) && ensureBuilt(PAGE)
export const ensureBrowserBuilt = () => ensureBuilt(BROWSER)

if (process.argv[1] === import.meta.filename) {
  ensureInstalled()
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"))
  if (!process.argv.includes("--stale")) rmSync(RECORDS, { recursive: true, force: true })
  if (wanted.length === 0 || wanted.includes("lib")) ensureLibraryBuilt()
  if (wanted.length === 0 || wanted.includes("web")) ensurePageBuilt()
  if (wanted.length === 0 || wanted.includes("browser")) ensureBrowserBuilt()
}
