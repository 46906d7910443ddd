// `npm start [-- PATH…]`: from a fresh clone to the page in one command. Installs what is missing, builds what is stale, codes the
// articles of examples/news (or the files and folders given) into .chancery/, and serves the record on this machine.
// PORT is the port to begin with (4180), CHANCERY_FOLDER the folder of the stores.
import { spawn } from "node:child_process"
import { join, resolve } from "node:path"
import { ensureInstalled, ROOT } from "./ensure-installed.mjs"

const EXAMPLES = "examples/news"
/** The outlets of the examples are invented: they stand beside them, not in data/. */
const OUTLETS = join(ROOT, "examples/outlets.tsv")
const FOLDER = process.env.CHANCERY_FOLDER ?? join(ROOT, ".chancery")
/** The invented outlets of the examples do not mix with what the user reads. */
const STORES = { examples: join(FOLDER, "chancery.duckdb"), own: join(FOLDER, "own.duckdb") }
const SOME_LOST = 3

let command
// Ctrl-C reaches the command from the terminal as well; it closes the store and ends, and so do we then.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => command?.kill(signal))

function chancery(args, cwd = ROOT) {
  command = spawn(process.execPath, [join(ROOT, "dist/app/cli/main.js"), ...args], { cwd, stdio: "inherit" })
  return new Promise((done) => command.on("close", (code) => done(code ?? 1)))
}

async function run(args) {
  const code = await chancery(["run", ...args])
  if (code !== 0 && code !== SOME_LOST) process.exit(code)
}

ensureInstalled()
const { ensureLibraryBuilt, ensurePageBuilt } = await import("./build.mjs")
if (ensureLibraryBuilt()) process.stderr.write("Built the library.\n")
if (ensurePageBuilt()) process.stderr.write("Built the web page.\n")

const paths = process.argv.slice(2)
const port = process.env.PORT === undefined ? [] : ["--port", process.env.PORT]
if (paths.length === 0) {
  await run([EXAMPLES, "--store", STORES.examples, "--outlets", OUTLETS])
  process.exit(await chancery(["serve", "--store", STORES.examples, "--outlets", OUTLETS, ...port]))
} else {
  // Paths are relative to where the user called npm.
  const from = process.env.INIT_CWD ?? process.cwd()
  await run([...paths.map((path) => resolve(from, path)), "--store", STORES.own])
  process.exit(await chancery(["serve", "--store", STORES.own, ...port]))
}
