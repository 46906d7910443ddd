import assert from "node:assert/strict"
import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { test } from "node:test"
import { createReader } from "../src/index.ts"

const README = readFileSync(resolve(import.meta.dirname, "../README.md"), "utf8")

test("the README's library example prints what the README says it prints", () => {
  const example = /```ts\n([\s\S]*?)```/.exec(README)?.[1] ?? ""
  const promised = example
    .split("\n")
    .filter((line) => line.startsWith("// "))
    .map((line) => line.slice("// ".length))
  assert.ok(promised.length > 1, "the example shows no output")
  const printed: string[] = []
  const body = example
    .replace(/^import .*$/m, "")
    .replace(/^\/\/ .*$/gm, "")
    .replaceAll("console.log(", "print(")
  new Function("createReader", "print", body)(createReader, (...words: unknown[]) => {
    printed.push(words.join(" "))
  })
  assert.deepEqual(printed, promised)
})

test("every link of the README leads to a file of the repository", () => {
  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? "")
  assert.ok(links.length > 5)
  for (const link of links) assert.ok(existsSync(resolve(import.meta.dirname, "..", link)), link)
})
