import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { test } from "node:test"

const ROOT = resolve(import.meta.dirname, "..")

test("every test that the threat model names is there", () => {
  const files = readdirSync(resolve(ROOT, "test"), { recursive: true, encoding: "utf8" }).map(
    (file) => `test/${file}`,
  )
  const text = readFileSync(resolve(ROOT, "docs/security.md"), "utf8")
  const named = [...text.matchAll(/`([\w/-]+(?:\.test\.ts|\/))`/g)].map(([, name = ""]) => name)
  const missing = named.filter((name) =>
    name.startsWith("test/") || name.endsWith(".ts")
      ? !files.some((file) => file === name.replace(/\/$/, "") || file.endsWith(`/${name}`))
      : false,
  )
  assert.ok(named.length > 20, `${named.length}`)
  assert.deepEqual(missing, [])
})
