import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { resolve } from "node:path"
import { after, before, test } from "node:test"
import { ROUTES } from "../../src/app/server/routes.ts"
import { serveExamples } from "./example-record.ts"

const DOCS = readFileSync(resolve(import.meta.dirname, "../../docs/api.md"), "utf8")
let served: Awaited<ReturnType<typeof serveExamples>>
before(async () => {
  served = await serveExamples()
  await served.server.listen({ host: "127.0.0.1", port: 0 })
})
after(() => served.close())

const blocks = (language: string): string[] =>
  [...DOCS.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map((match) => match[1] ?? "")

/** What of the answer the docs show: they leave fields out, at any depth. */
function partOf(answer: unknown, shown: unknown): unknown {
  if (typeof answer !== "object" || answer === null || typeof shown !== "object" || shown === null)
    return answer
  if (Array.isArray(shown)) return shown.map((part, at) => partOf((answer as unknown[])[at], part))
  return Object.fromEntries(
    Object.entries(shown).map(([name, part]) => [
      name,
      partOf((answer as Record<string, unknown>)[name], part),
    ]),
  )
}

/** Each request of the docs with the answer that stands below it. */
const exchanges = [...DOCS.matchAll(/```http\nGET (\S+)\n```\n\n```json\n([\s\S]*?)```/g)].map(
  ([, url = "", answer = ""]) => [url, JSON.parse(answer) as object] as const,
)

test("every request of the docs is answered as the docs say", async () => {
  assert.equal(exchanges.length, blocks("http").length)
  for (const [url, promised] of exchanges) {
    const answer = (await served.server.inject(url)).json<object>()
    assert.deepEqual(partOf(answer, promised), promised, url)
  }
})

test("every example of the docs prints what the docs say it prints", async () => {
  const { port } = served.server.server.address() as AddressInfo
  const examples = blocks("ts")
  assert.ok(examples.length > 1)
  for (const example of examples) {
    const promised = [...example.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1])
    const printed: string[] = []
    const print = (...words: unknown[]) => printed.push(words.join(" "))
    const body = `return (async () => { ${example.replaceAll("console.log(", "print(")} })()`
    await (new Function("server", "print", body)(`http://127.0.0.1:${port}`, print) as Promise<void>)
    assert.deepEqual(printed, promised)
  }
})

test("the docs name every address of the API, and none that is not there", () => {
  const table = DOCS.split("\n").filter((line) => line.startsWith("| `/") || line.startsWith("| `…"))
  const named = new Set(
    table.flatMap((line) =>
      [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""),
    ),
  )
  const firstOf = (path: string): string => `/${path.split("/")[1]}`
  const there = new Set(ROUTES.map(({ path }) => firstOf(path)))
  const documented = new Set([...named].filter((path) => path.startsWith("/")).map(firstOf))
  const aside = new Set(["/openapi.json", "/problems"])
  assert.deepEqual(
    [...there].filter((path) => !documented.has(path) && !aside.has(path)),
    [],
  )
  assert.deepEqual(
    [...documented].filter((path) => !there.has(path)),
    [],
  )
})
