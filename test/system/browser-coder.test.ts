import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { Browser, Page } from "playwright-core"
import { buildSite } from "../../scripts/docs/build-site.ts"
import { ROOT } from "../../scripts/docs/site-pages.ts"
import { openBrowser } from "../../scripts/open-browser.ts"
import type { BrowserReader } from "../../src/app/browser/index.ts"
import { CODING_MODES, type CodingMode } from "../../src/event/coding-mode.ts"
import { createReader } from "../../src/index.ts"
import { type ServedFolder, serveFolder } from "./serve-folder.ts"

/** Nothing but the server's own files, and nothing that is written into a page. */
const STRICT = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'",
}
const EXAMPLES = readdirSync(join(ROOT, "examples/news")).sort()
/** Of each mode; the accurate one takes its time. */
const SOME: Readonly<Record<CodingMode, number>> = { fast: 12, accurate: 3 }
const ODD = [
  "",
  "Минск 🕊 Beijing thanked Estonia.\r\n\r\nEstonia thanked Kenya \ud800 on Friday.",
  "Poland imposed sanctions on Belarus. Putin will visit China in May.",
]

const site = mkdtempSync(join(tmpdir(), "chancery-site-"))
let browser: Browser
let server: ServedFolder

before(async () => {
  const build = spawnSync(process.execPath, ["scripts/build.mjs", "lib", "browser", "--stale"], {
    cwd: ROOT,
    encoding: "utf8",
  })
  assert.equal(build.status, 0, build.stderr)
  buildSite(site)
  writeFileSync(
    join(site, "empty.html"),
    '<!doctype html><title>Empty</title><link rel="icon" href="favicon.svg">',
  )
  server = await serveFolder(site, STRICT)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await server?.close()
  rmSync(site, { recursive: true, force: true })
})

/** Runs a claim in a page that must neither complain nor ask anybody but the server. */
async function onPage(
  path: string,
  claim: (page: Page) => Promise<void>,
  viewport = { width: 1280, height: 860 },
): Promise<void> {
  const page = await browser.newPage({ viewport })
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("request", (request) => {
    if (!request.url().startsWith(`${server.address}/`)) complaints.push(`asks for ${request.url()}`)
  })
  try {
    await page.goto(`${server.address}/${path}`)
    await claim(page)
  } finally {
    await page.close()
  }
  assert.deepEqual(complaints, [])
}

const draftOf = (name: string) => ({
  text: readFileSync(join(ROOT, "examples/news", name), "utf8"),
  published: name.slice(0, 10),
})

interface BrowserModule {
  readonly createReader: (options: { mode: CodingMode }) => Promise<BrowserReader>
}

for (const mode of CODING_MODES)
  test(`a browser codes the examples as Node does, byte for byte (${mode})`, () =>
    onPage("empty.html", async (page) => {
      const drafts = [
        ...EXAMPLES.slice(0, SOME[mode]).map(draftOf),
        ...ODD.map((text) => ({ text, published: "2022-03-04" })),
      ]
      const reader = createReader({ mode })
      const inNode = drafts.map((draft) => {
        const { article, events } = reader.read(draft)
        return JSON.stringify({ article, events })
      })
      const inBrowser = await page.evaluate(
        async ({ drafts, mode, module }) => {
          const { createReader } = (await import(module)) as BrowserModule
          const reader = await createReader({ mode })
          const readings: string[] = []
          for (const draft of drafts) readings.push(JSON.stringify(await reader.read(draft)))
          reader.close()
          return readings
        },
        { drafts, mode, module: "/browser/index.js" },
      )
      assert.ok(inNode.some((reading) => reading.includes('"SANCTION"')))
      assert.deepEqual(inBrowser, inNode)
    }))

test("the reader explains codes, names what goes wrong, and ends", () =>
  onPage("empty.html", async (page) => {
    const said = await page.evaluate(async (module) => {
      const { createReader } = (await import(module)) as BrowserModule
      const reader = await createReader({ mode: "fast" })
      const explained = await reader.explain("CONSULT")
      const wrong = await reader
        .read({ text: 7 as unknown as string })
        .catch((error: Error) => `${error.name}: ${error.message}`)
      const pending = reader
        .read({ text: "Kenya thanked Estonia." })
        .catch((error: Error) => `${error.name}: ${error.message}`)
      reader.close()
      return { explained, wrong, closed: await pending }
    }, "/browser/index.js")
    assert.match(said.explained, /Talks with somebody/)
    assert.match(String(said.wrong), /^TypeError: /)
    assert.match(String(said.closed), /the reader was closed/)
  }))

test("the page of the docs codes a text that is pasted, with no server but that of its files", () =>
  onPage("try.html", async (page) => {
    await page.getByRole("button", { name: "Code it" }).click()
    await page.locator("#events tbody tr").first().waitFor({ timeout: 120_000 })
    assert.match((await page.locator("#state").textContent()) ?? "", /^\d+ events? in /)
    await page.locator("#text").fill("Poland imposed sanctions on Belarus.")
    await page.getByRole("button", { name: "Code it" }).click()
    await page.locator("#state", { hasText: /^1 event in / }).waitFor()
    assert.match((await page.locator("#events tbody").textContent()) ?? "", /POL.*SANCTION.*BLR.*occurred/)
  }))

test("the codebook of the docs is searched as one types", () =>
  onPage("codebook.html", async (page) => {
    const shown = () => page.locator("#codes tbody tr:visible").count()
    const all = await shown()
    await page.locator("#search").fill("host visit")
    assert.ok((await shown()) >= 1 && (await shown()) < all / 10)
    await page.locator("#search").fill("")
    assert.equal(await shown(), all)
  }))

test("no page of the docs is wider than a telephone", async () => {
  for (const path of ["index.html", "formats.html", "codebook.html", "try.html", "recipes/duckdb.html"])
    await onPage(
      path,
      async (page) => {
        const wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert.equal(wider, 0, path)
      },
      { width: 390, height: 844 },
    )
})
