import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { Browser, Page } from "playwright-core"
import { openBrowser } from "../../scripts/open-browser.ts"
import { type ServedRecord, serveExamples } from "../../scripts/serve-examples.ts"
import type { DocumentPage, DocumentRow } from "../../src/view/api.ts"

const ROOT = join(import.meta.dirname, "../..")
const COMMAND = join(ROOT, "dist/app/cli/main.js")
const ARTICLE = "2021-05-23-neris-post-flight-diverted-to-minsk.md"
const WIDE = { width: 1280, height: 860 }
const NARROW = { width: 390, height: 844 }
const folder = mkdtempSync(join(tmpdir(), "chancery-corrections-"))

let record: ServedRecord
let browser: Browser
before(async () => {
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" })
  const build = run("scripts/build.mjs", "lib", "web", "--stale")
  assert.equal(build.status, 0, build.stderr)
  const store = join(folder, "record.duckdb")
  const coded = run(COMMAND, "run", join(ROOT, "examples/news", ARTICLE), "--store", store)
  assert.equal(coded.status, 0, coded.stderr)
  record = await serveExamples(store)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await record?.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async <T>(path: string): Promise<T> =>
  (await fetch(`${record.address}/api/v1/${path}`)).json() as Promise<T>
const article = async (): Promise<DocumentPage> => {
  const [row] = await ask<readonly DocumentRow[]>("documents")
  return ask<DocumentPage>(`documents/${encodeURIComponent(row?.id ?? "")}`)
}

/** Opens the article in a page of its own, which must not complain. */
async function onArticle(viewport: typeof WIDE, claim: (page: Page) => Promise<void>) {
  const page = await browser.newPage({ viewport, reducedMotion: "reduce" })
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(error.message))
  try {
    const { id } = await article()
    await page.goto(`${record.address}/documents/${encodeURIComponent(id)}`, { waitUntil: "networkidle" })
    await claim(page)
  } finally {
    await page.close()
  }
  assert.deepEqual(complaints, [], "the page complained")
}
const chosen = (page: Page) => page.locator('.card[aria-current="true"]')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test("an event is confirmed, rejected and given back by the keyboard alone, in the name that was given once", () =>
  onArticle(WIDE, async (page) => {
    await press(page, "j", "c")
    await page.locator(".name-form input").waitFor()
    await page.keyboard.type("Ada Lovelace")
    await press(page, "Enter")
    await chosen(page).locator(".flag", { hasText: "confirmed" }).waitFor()
    await page.locator(".review", { hasText: "Confirmed by Ada Lovelace" }).waitFor()

    await press(page, "x")
    await page.locator(".card.rejected").waitFor()
    await press(page, "u")
    await chosen(page).locator(".flag", { hasText: "confirmed" }).waitFor()
    assert.equal(await page.locator(".card.rejected").count(), 0)
  }))

test("an event is fixed by the keyboard alone, and after loading anew it still reads as it was fixed", () =>
  onArticle(WIDE, async (page) => {
    await page.evaluate('localStorage.setItem("chancery-analyst", "Ada Lovelace")')
    await page.reload({ waitUntil: "networkidle" })
    await press(page, "j", "j", "f")
    const form = page.locator(".fix-form")
    await form.waitFor()
    assert.equal(await page.evaluate("document.activeElement?.tagName"), "SELECT")
    // Type, mode, status: a list takes the first letters of what is to be chosen.
    await press(page, "Tab", "Tab")
    await page.keyboard.type("den")
    await press(page, "Tab")
    while ((await page.evaluate('document.activeElement?.getAttribute("placeholder")')) !== "2023-12-03")
      await press(page, "Tab")
    await press(page, "Control+a")
    await page.keyboard.type("2021-05-20")
    await press(page, "Tab", "Control+a")
    await page.keyboard.type("2021-05-22")
    await press(page, "Enter")
    await form.waitFor({ state: "detached" })
    await chosen(page).locator(".flag", { hasText: "fixed" }).waitFor()

    const id = new URL(page.url()).searchParams.get("event")
    await page.reload({ waitUntil: "networkidle" })
    await chosen(page).locator(".pill", { hasText: "denied" }).waitFor()
    const event = (await article()).coded.find((one) => one.id === id)
    assert.deepEqual(
      [event?.status, event?.date?.start, event?.date?.end, event?.correction?.author],
      ["denied", "2021-05-20", "2021-05-22", "Ada Lovelace"],
    )
  }))

test("Escape leaves the event as it was, and nothing is said that changes nothing", () =>
  onArticle(WIDE, async (page) => {
    await page.evaluate('localStorage.setItem("chancery-analyst", "Ada Lovelace")')
    await page.reload({ waitUntil: "networkidle" })
    const before = JSON.stringify(await article())
    await press(page, "j", "f")
    await page.locator(".fix-form").waitFor()
    await press(page, "Tab", "Tab", "Tab", "Enter")
    await press(page, "Escape")
    await page.locator(".fix-form").waitFor({ state: "detached" })
    assert.equal(await page.evaluate("document.activeElement?.className"), "card-head")
    assert.equal(JSON.stringify(await article()), before)
  }))

test("why an event was coded so is told on asking, from trigger to codebook", () =>
  onArticle(NARROW, async (page) => {
    let asked = 0
    page.on("request", (request) => {
      if (request.url().endsWith("/explanation")) asked++
    })
    await press(page, "j")
    await chosen(page).waitFor()
    assert.equal(asked, 0)
    await press(page, "w")
    await page.locator(".why-part").first().waitFor({ timeout: 120_000 })
    assert.equal(asked, 1)
    const parts = await page.locator(".why-part h3").allTextContents()
    for (const part of ["Trigger", "Type", "Status", "Record", "Codebook"])
      assert.ok(parts.includes(part), part)
    assert.ok((await page.locator(".contributions li").count()) > 5)
    const overflow = Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
    assert.ok(overflow <= 0, "the page is wider than the screen")
    await press(page, "w")
    await page.locator(".why-part").first().waitFor({ state: "detached" })
  }))
