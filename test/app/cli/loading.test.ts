import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { test } from "node:test"

const MAIN = resolve(import.meta.dirname, "../../../src/app/cli/main.ts")
/** Statements that load at once; import() waits until it is reached, and types are gone before. */
const AT_ONCE = /^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm

/** Every module that a file loads at once, and what these load. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, from, bare] of readFileSync(file, "utf8").matchAll(AT_ONCE)) {
    const target = from ?? bare ?? ""
    if (target.startsWith(".")) loadedBy(resolve(dirname(file), target), seen)
    else seen.add(target)
  }
  return seen
}

test("the command line loads neither the protocol's SDK, nor the server, nor the database before a command asks for it", () => {
  const loaded = [...loadedBy(MAIN)]
  assert.ok(loaded.includes("commander") && loaded.length > 20)
  assert.deepEqual(
    loaded.filter((name) => /modelcontextprotocol|fastify|duckdb|typebox/.test(name)),
    [],
  )
})
