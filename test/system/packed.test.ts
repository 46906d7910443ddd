import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { after, before, test } from "node:test"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import type { EventLine } from "../../src/app/events/event-line.ts"

const ROOT = resolve(import.meta.dirname, "../..")
/** What users download, in bytes: models and gazetteer are most of it. */
const LARGEST_TARBALL = 40e6
const folder = mkdtempSync(join(tmpdir(), "chancery-packed-"))
after(() => rmSync(folder, { recursive: true, force: true }))

const ARTICLE = `President flies to Nairobi
March 4, 2022

The president of Kenya met the president of Estonia in Nairobi on Friday. Estonia condemned Russia on Friday.
`
const LIBRARY = `import { createReader } from "chancery"
const { events, article } = createReader().read({ text: ${JSON.stringify(ARTICLE)}, published: "2022-03-04" })
for (const { evidence } of events)
  if (article.text.slice(evidence.start, evidence.end) !== evidence.text) throw new Error("offsets")
console.log(events.length)
`
const TYPED = `import { createReader, type Event } from "chancery"
import { openStore, type Store } from "chancery/store"
const events: readonly Event[] = createReader().read({ text: "Kenya thanked Estonia.", published: "2022-03-04" }).events
export const quads: (string | null)[] = events.map(({ quad }) => quad)
export const open = (): Promise<Store> => openStore(":memory:")
`

function call(command: string, args: readonly string[], cwd = folder, input = ""): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  })
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${stdout}\n${stderr}`)
  return stdout
}

let tarball = ""

before(() => {
  call("npm", ["pack", "--silent", "--pack-destination", folder], ROOT)
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "none")
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  call("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline", tarball])
})

test("the tarball holds the package, its data and nothing of the workshop", () => {
  const files = call("tar", ["-tzf", tarball]).split("\n")
  for (const needed of [
    "package.json",
    "README.md",
    "LICENSE",
    "dist/index.js",
    "dist/index.d.ts",
    "dist/app/cli/main.js",
    "dist/web/index.html",
    "dist/browser/index.js",
    "dist/browser/worker.js",
    "dist/app/browser/index.d.ts",
    "data/SOURCES.md",
  ])
    assert.ok(files.includes(`package/${needed}`), `${needed} is not packed`)
  const strays = files.filter((file) =>
    /^package\/(?:(?:src|test|scripts|examples|web|node_modules|data\/training|dist\/docs)\/|dist\/browser\/.*\.bin$)/.test(
      file,
    ),
  )
  assert.deepEqual(strays, [])
  assert.ok(statSync(tarball).size < LARGEST_TARBALL, `${statSync(tarball).size} bytes`)
})

test("the manifest is sound for those who import it", async () => {
  const { messages, pkg } = await publint({
    pkgDir: join(folder, "node_modules/chancery"),
    strict: true,
    pack: false,
  })
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg ?? {})),
    [],
  )
})

test("the installed command codes a text, with its words", () => {
  writeFileSync(join(folder, "article.txt"), ARTICLE)
  const lines = call(join(folder, "node_modules/.bin/chancery"), ["code", "article.txt"]).trim().split("\n")
  const events = lines.map((line) => JSON.parse(line) as EventLine)
  const accusation = events.find(({ type }) => type === "ACCUSE")
  assert.equal(accusation?.date?.start, "2022-03-04")
  assert.equal(accusation?.actors[0]?.country, "EST")
  for (const { evidence, document } of events) {
    assert.equal(ARTICLE.slice(evidence.start, evidence.end), evidence.text)
    assert.equal(document, "article.txt")
  }
})

test("the installed command runs, stores and links", () => {
  const table = call(join(folder, "node_modules/.bin/chancery"), [
    "run",
    "article.txt",
    "--store",
    "record.duckdb",
  ])
  assert.match(table, /documents\s*│\s*1 /)
})

test("the library is imported from JavaScript", () => {
  writeFileSync(join(folder, "library.js"), LIBRARY)
  assert.ok(Number(call(process.execPath, ["library.js"])) >= 1)
})

test("the library is imported from TypeScript, with its types", () => {
  writeFileSync(join(folder, "typed.ts"), TYPED)
  const settings = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2023",
      lib: ["es2023"],
      types: [],
    },
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...settings, files: ["typed.ts"] }))
  call(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"])
})
