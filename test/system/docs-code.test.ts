import assert from "node:assert/strict"
import { type SpawnSyncReturns, spawnSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { after, before, type TestContext, test } from "node:test"
import { DuckDBInstance } from "@duckdb/node-api"
import { type CodeBlock, codeBlocks } from "../../scripts/docs/markdown.ts"
import { ROOT, sitePages } from "../../scripts/docs/site-pages.ts"
import { openBrowser } from "../../scripts/open-browser.ts"
import { serveFolder } from "./serve-folder.ts"

/** Every block of code on the site runs here, page by page, in a folder with some of the example news and their record. */

const folder = mkdtempSync(join(tmpdir(), "chancery-docs-code-"))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Enough for the pairs that the pages name. */
const NEWS = /^2023-(?:02-2|03-0|12-0)|sanctions|wto-case/
/** Packages beside our own that the pages use. */
const PACKAGES = ["@observablehq", "d3", "linkedom"]
/** What is shown and not run: records, messages and exchanges. */
const LANGUAGES_OF_TEXT = new Set(["", "http", "json", "text"])

/** Lines that are not run, because they serve, ask others, or need programs that are not ours; their options are checked. */
const NOT_RUN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^chancery (?:serve|watch|fetch|mcp)\b/, why: "it serves, or asks the network" },
  { pattern: /^chancery second-opinion --endpoint/, why: "it needs a language model" },
  { pattern: /^(?!chancery |mkdir |echo |cat )/, why: "it is a program of others, or builds the checkout" },
]

function run(command: string, args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const PATH = [join(folder, "bin"), process.env.PATH].join(delimiter)
  return spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
    env: { ...process.env, PATH },
  })
}

function succeeds(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = run(command, args, cwd)
  assert.equal(
    status,
    0,
    `${command} ${args.join(" ")}\n${error?.message ?? ""}${stdout.slice(-2000)}\n${stderr.slice(-4000)}`,
  )
  return stdout
}

before(() => {
  const built = spawnSync(process.execPath, ["scripts/build.mjs", "lib", "browser", "--stale"], {
    cwd: ROOT,
    encoding: "utf8",
  })
  assert.equal(built.status, 0, built.stderr)
  mkdirSync(join(folder, "bin"))
  writeFileSync(
    join(folder, "bin/chancery"),
    `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist/app/cli/main.js")}" "$@"\n`,
  )
  chmodSync(join(folder, "bin/chancery"), 0o755)
  const start = join(folder, "start")
  mkdirSync(join(start, "news"), { recursive: true })
  for (const name of readdirSync(join(ROOT, "examples/news")).filter((name) => NEWS.test(name)))
    cpSync(join(ROOT, "examples/news", name), join(start, "news", name))
  mkdirSync(join(start, "node_modules/@observablehq"), { recursive: true })
  symlinkSync(ROOT, join(start, "node_modules/chancery"))
  for (const name of PACKAGES.filter((name) => !name.startsWith("@")))
    symlinkSync(join(ROOT, "node_modules", name), join(start, "node_modules", name))
  symlinkSync(join(ROOT, "node_modules/@observablehq/plot"), join(start, "node_modules/@observablehq/plot"))
  writeFileSync(join(start, "package.json"), '{"type": "module", "private": true}')
  succeeds("chancery", ["run", "news", "--store", "record.duckdb", "--workers", "1"], start)
  mkdirSync(join(start, ".chancery"))
  cpSync(join(start, "record.duckdb"), join(start, ".chancery/chancery.duckdb"))
})

/** The commands of a block, lines that go on joined, without comments. */
const commandsOf = (code: string): string[] =>
  code
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) => line.replace(/\s{2,}#.*$|^#.*$/, "").trim())
    .filter((line) => line !== "")

function checkOptions(command: string, cwd: string): void {
  const [, name = "", rest = ""] = /^chancery (\S+)(.*)$/.exec(command) ?? []
  const help = succeeds("chancery", [name, "--help"], cwd)
  for (const [option] of rest.matchAll(/--[a-z][a-z-]*/g))
    assert.ok(help.includes(option), `chancery ${name} knows no ${option}: ${command}`)
}

function runShell({ code }: CodeBlock, cwd: string, t: TestContext): void {
  for (const command of commandsOf(code)) {
    const reason = NOT_RUN.find(({ pattern }) => pattern.test(command))
    if (reason === undefined) {
      succeeds("bash", ["-euo", "pipefail", "-c", command], cwd)
      continue
    }
    t.diagnostic(`not run: ${command} (${reason.why})`)
    succeeds("bash", ["-n", "-c", command], cwd)
    if (command.startsWith("chancery ")) checkOptions(command, cwd)
  }
}

let scripts = 0
const writeScript = (cwd: string, ending: string, code: string): string => {
  const name = `block-${++scripts}.${ending}`
  writeFileSync(join(cwd, name), code)
  return name
}

/** What a block promises to print stands in it as comments at the beginning of lines. */
function runNode({ code }: CodeBlock, cwd: string): void {
  const printed = succeeds(process.execPath, [writeScript(cwd, "mjs", code)], cwd)
  const promised = code.split("\n").filter((line) => line.startsWith("// "))
  if (promised.length > 0)
    assert.deepEqual(
      printed.trimEnd().split("\n"),
      promised.map((line) => line.slice("// ".length)),
    )
}

/** What Observable's runtime gives a page: attachments from beside it, a document, and a place to display. */
const OBSERVABLE = `import { readFileSync } from "node:fs"
import { autoType, csvParse } from "d3"
import * as Plot from "@observablehq/plot"
import { parseHTML } from "linkedom"
globalThis.window = parseHTML("<!doctype html><html><body></body></html>")
const FileAttachment = (name) => ({ csv: async () => csvParse(readFileSync(name, "utf8"), autoType) })
const display = (figure) => {
  if (figure.querySelectorAll("path, rect, circle, line").length < 3) throw new Error("the figure is empty")
}
`

async function runSql({ code }: CodeBlock, cwd: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { file_search_path: cwd })
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(code)
  assert.ok(reader.currentRowCount > 0, `the query finds nothing:\n${code}`)
  connection.closeSync()
  instance.closeSync()
}

let python: string | undefined
/** An interpreter that has pandas: the one that is there, or one of an environment made for the tests. */
function pythonWithPandas(): string | undefined {
  if (python !== undefined) return python
  const environment = join(ROOT, "node_modules/.cache/chancery/python")
  const own = join(environment, "bin/python")
  const has = (program: string): boolean => run(program, ["-c", "import pandas"], folder).status === 0
  python = ["python3", own].find(has)
  if (python === undefined && run("python3", ["-m", "venv", environment], folder).status === 0) {
    run(own, ["-m", "pip", "install", "--quiet", "pandas"], folder)
    python = has(own) ? own : undefined
  }
  return python
}

/** Blocks of a page go on from each other, as cells do. */
function runTogether(blocks: readonly CodeBlock[], cwd: string, t: TestContext): void {
  const code = (language: string): string =>
    blocks
      .filter((block) => block.language === language)
      .map((block) => block.code)
      .join("\n\n")
  if (code("python") !== "") {
    const file = writeScript(cwd, "py", code("python"))
    const program = pythonWithPandas()
    if (program === undefined) {
      t.diagnostic("only compiled: there is no Python with pandas here, and none could be installed")
      succeeds("python3", ["-m", "py_compile", file], cwd)
    } else succeeds(program, [file], cwd)
  }
  if (code("r") !== "") {
    if (run("Rscript", ["--version"], cwd).status === 0)
      succeeds("Rscript", ["--vanilla", writeScript(cwd, "R", code("r"))], cwd)
    else t.diagnostic("not run: there is no Rscript here")
  }
}

/** Runs a module in a page of a server that has the browser build and what the page's own commands wrote. */
async function runInBrowser({ code }: CodeBlock, cwd: string): Promise<void> {
  const site = join(cwd, "public")
  cpSync(join(ROOT, "dist/browser"), join(site, "browser"), { recursive: true })
  writeFileSync(join(site, "block.js"), `${code}\nglobalThis.done = true`)
  const imports = JSON.stringify({ imports: { "chancery/browser": "/browser/index.js" } })
  writeFileSync(
    join(site, "index.html"),
    `<!doctype html><script type="importmap">${imports}</script><script type="module" src="/block.js"></script>`,
  )
  const server = await serveFolder(site)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(error.message))
    await page.goto(`${server.address}/index.html`)
    await page
      .waitForFunction("globalThis.done === true", undefined, { timeout: 120_000 })
      .catch((error: Error) => complaints.push(error.message))
    assert.deepEqual(complaints, [])
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Pages whose TypeScript another test runs, with what it needs. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = { "docs/api.md": "test/server/docs.test.ts" }

async function runBlock(block: CodeBlock, cwd: string, t: TestContext): Promise<void> {
  const { language, note, code } = block
  if (LANGUAGES_OF_TEXT.has(language) || language === "python" || language === "r") return
  if (language === "sh") runShell(block, cwd, t)
  else if (language === "sql") await runSql(block, cwd)
  else if (language === "js" && note === "browser") await runInBrowser(block, cwd)
  else if (language === "js" && note === "observable")
    succeeds(process.execPath, [writeScript(cwd, "mjs", OBSERVABLE + code)], cwd)
  else if (language === "js" && note === "") runNode(block, cwd)
  else assert.fail(`nothing here runs a block of “${language} ${note}”: teach the test, or call it text`)
}

for (const { source, markdown } of sitePages()) {
  const blocks = codeBlocks(markdown)
  if (blocks.every(({ language }) => LANGUAGES_OF_TEXT.has(language))) continue
  test(`the code of ${source} runs`, async (t) => {
    const cwd = join(folder, source.replaceAll(/[^a-z0-9]+/g, "-"))
    cpSync(join(folder, "start"), cwd, { recursive: true, verbatimSymlinks: true })
    const elsewhere = RUN_ELSEWHERE[source]
    if (elsewhere !== undefined) t.diagnostic(`its TypeScript is run by ${elsewhere}`)
    for (const block of blocks)
      if (block.language !== "ts" || elsewhere === undefined) await runBlock(block, cwd, t)
    runTogether(blocks, cwd, t)
  })
}
