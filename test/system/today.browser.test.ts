import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { Browser, Page } from "playwright-core"
import { openBrowser } from "../../scripts/open-browser.ts"
import { type ServedRecord, serveExamples } from "../../scripts/serve-examples.ts"
import type { RecordVersion } from "../../src/view/record-version.ts"
import type { TodayPage } from "../../src/view/today-page.ts"
import { barriersOn, NARROW, onPage, overflowOf, WIDE } from "./on-page.ts"

const ROOT = join(import.meta.dirname, "../..")
const COMMAND = join(ROOT, "dist/app/cli/main.js")
const folder = mkdtempSync(join(tmpdir(), "chancery-today-"))
const YEAR = "/today?from=2023-01-01"

let record: ServedRecord
let browser: Browser

/** ICEWS rows of two states, one or two a month: enough months to compare. */
function icewsRows(): string {
  const head =
    "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country"
  const rows = Array.from({ length: 36 }, (_, at) => {
    const day = `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-05`
    const [code, intensity] = at % 3 === 0 ? ["112", "-2.0"] : ["042", "1.9"]
    return `${at + 1}\t${day}\tBelarus\tBelarus\tAct\t${code}\t${intensity}\tPoland\tPoland`
  })
  return `${[head, ...rows].join("\n")}\n`
}

function chancery(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8" })
  assert.equal(status, 0, stderr)
}

before(async () => {
  const build = spawnSync(process.execPath, ["scripts/build.mjs", "--stale"], { cwd: ROOT, encoding: "utf8" })
  assert.equal(build.status, 0, build.stderr)
  const store = join(folder, "record.duckdb")
  const icews = join(folder, "events.2021.tab")
  writeFileSync(icews, icewsRows())
  chancery(
    "run",
    join(ROOT, "examples/news"),
    "--store",
    store,
    "--outlets",
    join(ROOT, "examples/outlets.tsv"),
  )
  chancery("import", "--dataset", "icews", icews, "--store", store)
  record = await serveExamples(store)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await record?.close()
  rmSync(folder, { recursive: true, force: true })
})

const inPage = (claim: (page: Page) => Promise<void>, options: Partial<Parameters<typeof onPage>[0]> = {}) =>
  onPage({ browser, address: record.address, ...options }, claim)
const open = (page: Page, path: string) => page.goto(path, { waitUntil: "networkidle" })
const addressOf = (page: Page) => page.url().slice(record.address.length)
const ask = async <T>(path: string): Promise<T> =>
  (await fetch(`${record.address}/api/v1/${path}`)).json() as Promise<T>

test("three clicks lead from Today to a sentence marked in its article", () =>
  inPage(async (page) => {
    await open(page, YEAR)
    await page.locator(".today-fresh .entry-link").first().click()
    await page.locator(".report .evidence a").first().click()
    await page.locator("mark.in-hand").first().waitFor()
    assert.match(addressOf(page), /^\/documents\/.+\?event=/)
  }))

test("today begins with the last week of the record's own news, and another stretch is an address", () =>
  inPage(async (page) => {
    const { until } = await ask<TodayPage>("today")
    await open(page, "/today")
    assert.match((await page.locator("h1").textContent()) ?? "", new RegExp(`${until?.slice(0, 4)}$`))
    assert.equal(await page.locator(".from-picker [aria-current]").textContent(), "a week")
    await page.getByRole("link", { name: "all news" }).click()
    await page.locator('.from-picker a[aria-current]:text("all news")').waitFor()
    const address = addressOf(page)
    const shown = await page.locator("main").textContent()
    await open(page, address)
    assert.equal(await page.locator("main").textContent(), shown)
  }))

test("a pair that moved is reached by the keyboard, and its list begins where the news does", () =>
  inPage(async (page) => {
    await open(page, YEAR)
    await page.locator("a.move").first().focus()
    assert.match((await page.locator("#tip").textContent()) ?? "", /Cooperative share/)
    await page.keyboard.press("Enter")
    await page.locator(".page-head h1 .codes").waitFor()
    assert.match(addressOf(page), /^\/pairs\/[A-Z]{3}-[A-Z]{3}\?from=2023-01-01$/)
  }))

test("a chart is taken away as rows, as a picture and as a citation of these data", () =>
  inPage(async (page) => {
    const { moved } = await ask<TodayPage>("today?from=2023-01-01")
    const { fingerprint } = await ask<RecordVersion>("version")
    await open(page, YEAR)
    await page.locator(".today-part .export summary").first().click()
    const choices = page.locator(".export-choices").first()
    assert.match(
      (await choices.locator(".export-citation").textContent()) ?? "",
      new RegExp(`Data version ${fingerprint}: .+ View: /today\\?from=2023-01-01$`),
    )

    const take = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        choices.getByRole("button", { name, exact: true }).click(),
      ])
      assert.ok(download.suggestedFilename().includes(fingerprint))
      return readFileSync(await download.path())
    }
    const csv = (await take("CSV")).toString().trim().split("\n")
    assert.equal(csv.length, moved.pairs.length + 1)
    assert.match(csv[0] ?? "", /^pair,country_a,country_b,from,until,share_before/)
    const lines = (await take("JSONL")).toString().trim().split("\n")
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { pair: string }).pair),
      moved.pairs.map(({ pair }) => pair),
    )
    const svg = (await take("SVG")).toString()
    assert.ok(
      svg.includes(`Data version ${fingerprint}`) && !svg.includes("var(--"),
      "the picture leans on the page",
    )
    assert.deepEqual(
      [...(await take("PNG")).subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(""),
      "PNG",
    )
  }))

test("a search opens the article at the words that were found, and of evidence with its event in hand", () =>
  inPage(async (page) => {
    await open(page, "/search?q=border")
    await page.locator(".hit mark").first().waitFor()
    await page.locator(".hit-title").first().click()
    await page.locator(".article-text").waitFor()
    const found = () =>
      page.evaluate<string[]>(
        "[...CSS.highlights.get('found')].map((range) => range.toString().toLowerCase())",
      )
    await page.waitForFunction("CSS.highlights.has('found')")
    assert.deepEqual([...new Set(await found())], ["border"])

    await open(page, "/search?q=border&in=evidence")
    await page.locator(".hit-title").first().click()
    await page.locator("mark.in-hand").first().waitFor()
    assert.match(addressOf(page), /\?event=.+&at=\d+-\d+/)
  }))

test("filters go into the address and come back from it; the language explains itself", () =>
  inPage(async (page) => {
    await open(page, "/search")
    await page.locator(".query-help a", { hasText: "sanction*" }).click()
    await page.locator(".hits").waitFor()
    await page.getByLabel("Pair", { exact: true }).fill("BLR-POL")
    await page.getByLabel("Look in").selectOption("evidence")
    await page.waitForURL((url) => url.searchParams.get("in") === "evidence")
    assert.equal(addressOf(page), "/search?q=sanction*&pair=BLR-POL&in=evidence")
    await page.reload({ waitUntil: "networkidle" })
    assert.equal(await page.getByLabel("Pair", { exact: true }).inputValue(), "BLR-POL")
  }))

test("a search that finds nothing, or cannot be understood, says what to do", async () => {
  await inPage(async (page) => {
    await open(page, "/search?q=xylophone")
    assert.match((await page.locator(".empty").textContent()) ?? "", /Nothing in the record answers/)
  })
  const page = await browser.newPage({ baseURL: record.address })
  await page.goto("/search?q=pair%3ABelarus", { waitUntil: "networkidle" })
  assert.match((await page.locator(".misunderstood").textContent()) ?? "", /two alpha-3 codes/)
  await page.close()
})

test("a pair stands beside a data set of others, measure by measure, or is told how to bring one in", () =>
  inPage(async (page) => {
    await open(page, "/pairs/BLR-POL")
    await page.getByRole("link", { name: "Compare with other data" }).click()
    await page.locator(".compare-lanes .plot").nth(1).waitFor()
    assert.equal(addressOf(page), "/pairs/BLR-POL/compare")
    assert.match((await page.locator(".agreement").textContent()) ?? "", /Of the \d+ months that both reach/)
    await page.getByLabel("Measure").selectOption("share")
    await page.waitForURL(/measure=share$/)
    assert.match(
      (await page.locator(".panel figcaption").nth(1).textContent()) ?? "",
      /^ICEWS: share of cooperation/,
    )

    await open(page, "/pairs/BLR-CHN/compare")
    assert.match((await page.locator(".compare-empty").textContent()) ?? "", /chancery import/)
  }))

for (const colorScheme of ["light", "dark"] as const)
  test(`nothing on these screens stands in anybody's way, ${colorScheme}`, async () => {
    const paths = [
      YEAR,
      "/search",
      "/search?q=border&in=evidence",
      "/pairs/BLR-POL/compare?measure=share",
      "/pairs/BLR-CHN/compare",
    ]
    for (const viewport of [WIDE, NARROW])
      for (const path of paths)
        await inPage(
          async (page) => {
            await open(page, path)
            for (const summary of await page.locator(".export summary").all()) await summary.click()
            // What the masthead half covers while the page is scrolled is no smaller target.
            await page.evaluate("scrollTo(0, 0)")
            assert.deepEqual(await barriersOn(page), [], path)
            assert.ok((await overflowOf(page)) <= 0, `${path} is wider than ${viewport.width} pixels`)
          },
          { viewport, colorScheme },
        )
  })
