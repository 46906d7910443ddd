import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { test } from "node:test"

/** Each room may import these rooms, itself, and nothing else. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  record: [],
  codebook: ["record"],
  text: ["record", "codebook"],
  mention: ["record", "codebook", "text"],
  event: ["record", "codebook", "text", "mention"],
  happening: ["record", "codebook"],
  relation: ["record", "codebook"],
  ledger: ["record", "codebook", "happening"],
  correction: ["record", "codebook"],
  view: ["record", "codebook"],
  evaluation: ["record", "codebook"],
  store: ["record"],
}
/** The file system, the network, the clock's host and the database: in store/ and app/ only. */
const OUTSIDE = /^(node:|@duckdb\/)/
const SRC = resolve(import.meta.dirname, "../src")

interface Import {
  readonly file: string
  readonly room: string
  readonly target: string
}

const roomOf = (file: string): string => relative(SRC, file).split("/")[0] ?? ""

function importsOf(file: string, source: string): Import[] {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)
  return [...found].map((match) => ({ file, room: roomOf(file), target: match[1] ?? "" }))
}

function allImports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
  return files.flatMap((file) => importsOf(join(SRC, file), readFileSync(join(SRC, file), "utf8")))
}

function breaches(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, room, target }) => {
    const allowed = MAY_IMPORT[room]
    if (allowed === undefined) return []
    if (OUTSIDE.test(target))
      return room === "store" ? [] : [`${relative(SRC, file)} imports ${target}: only store/ and app/ may`]
    if (!target.startsWith(".")) return []
    const to = roomOf(resolve(dirname(file), target))
    return to === room || allowed.includes(to)
      ? []
      : [`${relative(SRC, file)} imports ${target}: ${room}/ may not`]
  })
}

test("every room imports only the floors below it", () => {
  const imports = allImports()
  assert.ok(imports.length > 10, "no imports were found: the check is looking in the wrong place")
  assert.deepEqual(breaches(imports), [])
})

test("the check names an upward import and a stray node: import", () => {
  const file = join(SRC, "happening/link.ts")
  const bad = importsOf(file, `import { a } from "../mention/date.ts"\nimport fs from "node:fs"\n`)
  assert.equal(breaches(bad).length, 2)
})

test("every folder of src/ is a room that the list of floors knows", () => {
  const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const known = new Set([...Object.keys(MAY_IMPORT), "app"])
  assert.deepEqual(
    rooms.map((room) => room.name).filter((name) => !known.has(name)),
    [],
  )
})
