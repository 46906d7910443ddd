import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { MapHappenings, MapPage } from "../../src/view/map-page.ts"
import type { OutletPage, SourcesPage } from "../../src/view/sources-page.ts"
import { ExamplePages, pathOf, queryOf } from "./example-pages.ts"

let pages: ExamplePages
before(async () => {
  pages = await ExamplePages.open()
})
after(() => pages?.close())

test("the map's circles hold every happening that has a place, once", () =>
  pages.show({}, async (page) => {
    const { placed } = await pages.ask<MapPage>("map")
    await pages.open(page, "/map")
    await page.locator(".circle").first().waitFor()
    const words = await page
      .locator(".circle")
      .evaluateAll((circles) => circles.map((circle) => circle.getAttribute("aria-label") ?? ""))
    const counts = words.map((told) => Number(/: ([\d,]+) happening/.exec(told)?.[1]?.replaceAll(",", "")))
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      placed,
    )
  }))

test("a place of the map lists what happened there under the filters of the address", () =>
  pages.show({}, async (page) => {
    const { places } = await pages.ask<MapPage>("map?status=occurred")
    const [place] = places
    const { latitude, longitude, name = "" } = place ?? {}
    const box = `west=${longitude}&east=${longitude}&south=${latitude}&north=${latitude}`
    const { total } = await pages.ask<MapHappenings>(`map/happenings?status=occurred&${box}`)
    await pages.open(page, "/map?status=occurred")
    await page.getByRole("button", { name, exact: true }).click()
    await page.locator(".map-inside .count", { hasText: new RegExp(`^${total} `) }).waitFor()
    assert.equal(await page.locator(".map-inside .entry").count(), Math.min(total, 100))
    await page.reload({ waitUntil: "networkidle" })
    await page.locator(".map-inside .count", { hasText: new RegExp(`^${total} `) }).waitFor()
    assert.equal(await page.getByLabel("Status").inputValue(), "occurred")
    assert.equal(await page.locator(".map-inside .entry").count(), Math.min(total, 100))
  }))

test("the keyboard moves the map, chooses a circle, and brings everything back", () =>
  pages.show({}, async (page) => {
    await pages.open(page, "/map")
    await page.locator(".circle[tabindex='0']").focus()
    await page.keyboard.press("+")
    assert.match(queryOf(page).get("view") ?? "", /,1\.6$/)
    await page.keyboard.press("ArrowRight")
    assert.notEqual(queryOf(page).get("view")?.split(",")[0], "12")
    await page.getByRole("button", { name: "Fit" }).click()
    assert.equal(queryOf(page).get("view"), null)
    await page.locator(".circle[tabindex='0']").focus()
    await page.keyboard.press("Enter")
    assert.equal((queryOf(page).get("box") ?? "").split(",").length, 4)
    await page.locator(".circle-chosen").waitFor()
  }))

test("an outlet of the sources opens its articles, and these their text", () =>
  pages.show({}, async (page) => {
    const { outlets } = await pages.ask<SourcesPage>("sources")
    await pages.open(page, "/sources")
    assert.equal(await page.locator(".outlet-table tbody a").count(), outlets.length)
    await page.locator(".outlet-table tbody a").first().click()
    await page.locator(".outlet-articles li").first().waitFor()
    const id = decodeURIComponent(pathOf(page).slice("/sources/".length))
    const { articles } = await pages.ask<OutletPage>(`sources/${encodeURIComponent(id)}`)
    assert.equal(await page.locator(".outlet-articles li").count(), articles.length)
    await page.locator(".outlet-articles a").first().click()
    await page.locator(".article-text").waitFor()
  }))

test("the heat map tells each cell's number to whoever walks it", () =>
  pages.show({}, async (page) => {
    const { owners } = await pages.ask<SourcesPage>("sources")
    const [owner] = owners
    await pages.open(page, "/sources")
    const cells = page.getByRole("slider")
    await cells.focus()
    const told: number[] = []
    for (let step = 0; step < 70; step++) {
      const words = (await cells.getAttribute("aria-valuetext")) ?? ""
      assert.ok(words.startsWith(owner?.owner ?? ""), words)
      told.push(Number(/: (\d+) article/.exec(words)?.[1]))
      const before = words
      await page.keyboard.press("ArrowRight")
      if ((await cells.getAttribute("aria-valuetext")) === before) break
    }
    assert.equal(
      told.reduce((sum, documents) => sum + documents, 0),
      owner?.documents,
    )
  }))

test("outlets stand under their owner or their country, as the address says", () =>
  pages.show({}, async (page) => {
    const { outlets } = await pages.ask<SourcesPage>("sources")
    await pages.open(page, "/sources?by=country")
    const groups = await page.locator(".group-name").allTextContents()
    assert.deepEqual(
      new Set(groups.map((name) => name.trim())),
      new Set(outlets.map((own) => own.countryName)),
    )
    await page.getByRole("combobox", { name: "by" }).selectOption("owner")
    assert.equal(queryOf(page).get("by"), null)
    assert.equal(await page.locator(".group-name").count(), new Set(outlets.map((own) => own.owner)).size)
  }))

test("who is not in the record is told so, with a way on", async () => {
  for (const path of ["/leaders/BLR%20Nobody%20Atall", "/sources/Nothing%20Such"])
    await pages.showMissing(path, async (page) => {
      await page.getByRole("alert").waitFor()
      assert.equal(await page.locator("h1").first().textContent(), "Not in the record")
    })
})
