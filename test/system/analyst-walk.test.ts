import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { DuckDBInstance } from "@duckdb/node-api"
import type { Browser, Page } from "playwright-core"
import { openBrowser } from "../../scripts/open-browser.ts"
import { type ServedRecord, serveExamples } from "../../scripts/serve-examples.ts"
import type { DocumentPage, PairPage } from "../../src/view/api.ts"
import { barriersOn, NARROW, onPage, overflowOf } from "./on-page.ts"

const ROOT = join(import.meta.dirname, "../..")
const folder = mkdtempSync(join(tmpdir(), "chancery-walk-"))
const PAIR = "BLR-CHN"

let record: ServedRecord
let browser: Browser
before(async () => {
  const build = spawnSync(process.execPath, ["scripts/build.mjs", "--stale"], { cwd: ROOT, encoding: "utf8" })
  assert.equal(build.status, 0, build.stderr)
  record = await serveExamples()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await record?.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async <T>(path: string): Promise<T> =>
  (await fetch(`${record.address}/api/v1/${path}`)).json() as Promise<T>
const walk = (claim: (page: Page) => Promise<void>, viewport?: typeof NARROW) =>
  onPage({ browser, address: record.address, ...(viewport === undefined ? {} : { viewport }) }, claim)
const shownDocument = (page: Page): Promise<DocumentPage> =>
  ask<DocumentPage>(`documents/${new URL(page.url()).pathname.split("/")[2]}`)
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** The rows of a Parquet file as DuckDB reads them. */
async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  const read = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`)
  const rows = read.getRowObjectsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

test("from Today it is three clicks to the words, which are then corrected, and the pair's panel opens in DuckDB", () =>
  walk(async (page) => {
    await page.goto("/today?from=2023-01-01")
    await page.locator(".today-fresh .entry-link").first().click()
    await page.locator(".happening-words a").click()
    await page.locator("mark.in-hand").first().waitFor()
    const event = new URL(page.url()).searchParams.get("event") ?? ""
    const words = await page.locator(`mark[data-events~="${event}"]`).allTextContents()
    const coded = (await shownDocument(page)).coded.find(({ id }) => id === event)
    assert.equal(words.join(""), coded?.evidence.text)

    await press(page, "c")
    await page.locator(".name-form input").waitFor()
    await page.keyboard.type("Ada Lovelace")
    await press(page, "Enter")
    await page.locator('.card[aria-current="true"] .flag', { hasText: "confirmed" }).waitFor()

    await page.goto(`/pairs/${PAIR}`)
    await page.locator(".month-cursor .plot").first().waitFor()
    await page.locator(".charts-foot .export summary").click()
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Parquet" }).click(),
    ])
    const path = join(folder, "panel.parquet")
    await download.saveAs(path)
    assert.match(download.suggestedFilename(), /^belarus-china-.*\.parquet$/)
    const rows = await rowsOf(path)
    assert.ok(rows.length > 0)
    assert.ok(rows.every(({ pair }) => pair === PAIR))
  }))

test("an event that the coder missed is added by the keyboard alone, and counts at once", () =>
  walk(async (page) => {
    const { happenings } = await ask<PairPage>(`pairs/${PAIR}?limit=1`)
    await page.goto(`/happenings/${happenings[0]?.id}`)
    await page.locator(".report .evidence a").first().click()
    await page.locator("mark.in-hand").first().waitFor()
    const before = (await shownDocument(page)).coded.length
    await press(page, "a")
    await page.locator(".add-panel").waitFor()
    await press(page, "ArrowDown", "ArrowRight", "ArrowRight", "Shift+ArrowRight")
    const picked = await page.locator(".add-words q").textContent()
    assert.equal((await page.locator(".clue-picked").allTextContents()).join(""), picked)
    assert.deepEqual(await barriersOn(page), [])
    await press(page, "Enter")
    await page.locator(".fix-form").waitFor()
    assert.deepEqual(await barriersOn(page), [])
    await page.keyboard.type("Mobilize")
    const fill = async (label: string, text: string) => {
      await page.getByLabel(label, { exact: true }).focus()
      await page.keyboard.type(text)
    }
    await fill("Actors: name", "Norway")
    await fill("Actors: country", "NOR")
    await fill("Recipients: name", "Iceland")
    await fill("Recipients: country", "ISL")
    await fill("From", "2023-05-01")
    await fill("Your name", "Ada Lovelace")
    await press(page, "Enter")
    await page.locator('.card[aria-current="true"] .flag', { hasText: "added" }).waitFor()
    const { coded } = await shownDocument(page)
    const added = coded.find(({ coder }) => coder === "analyst")
    assert.equal(coded.length, before + 1)
    assert.deepEqual(
      [added?.type, added?.trigger?.text, added?.correction?.author, added?.date?.end],
      ["MOBILIZE", picked, "Ada Lovelace", "2023-05-01"],
    )
    assert.deepEqual(await barriersOn(page), [])
    assert.equal((await ask<PairPage>("pairs/ISL-NOR")).total, 1)
    await press(page, "u")
    await page.locator('.card[aria-current="true"] .flag', { hasText: "taken back" }).waitFor()
    assert.equal((await ask<PairPage>("pairs/ISL-NOR")).total, 0)
  }))

test("words that are selected with the mouse are the ones that are added", () =>
  walk(async (page) => {
    const { happenings } = await ask<PairPage>(`pairs/${PAIR}?limit=1`)
    await page.goto(`/happenings/${happenings[0]?.id}`)
    await page.locator(".report .evidence a").first().click()
    const text = page.locator(".article-text p").last()
    await text.waitFor()
    await page.getByRole("button", { name: /a missed event/ }).click()
    await text.dblclick()
    await text.locator(".clue-picked").first().waitFor()
    const picked = (await page.locator(".clue-picked").allTextContents()).join("")
    assert.match(picked, /^[\p{L}\p{N}’'-]+$/u)
    assert.equal(await page.locator(".add-words q").textContent(), picked)
    await page.getByRole("button", { name: /Cancel/ }).click()
    assert.equal(await page.locator(".clue-picked").count(), 0)
  }))

test("the happening's graph and table say who says so in words too, on a telephone as well", () =>
  walk(async (page) => {
    const { happenings } = await ask<PairPage>(`pairs/${PAIR}`)
    const most = [...happenings].sort(
      (a, b) => b.independentOwners - a.independentOwners || b.reports - a.reports,
    )[0]
    await page.goto(`/happenings/${most?.id}`)
    await page.locator(".says-so-graph").waitFor()
    await page.locator(".says-so-words summary").click()
    const drawn = await page.locator(".says-so-graph .teller").count()
    assert.ok(drawn > 1)
    assert.ok((await page.locator(".says-so-words > ul > li").count()) > 0)
    assert.ok((await page.locator(".version-table tbody tr").count()) > 1)
    assert.deepEqual(await barriersOn(page), [])
    assert.equal(await overflowOf(page), 0)
  }, NARROW))
