import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { after, before, test } from "node:test"
import type { LeaderRow } from "../../src/view/leaders-page.ts"
import type { SourcesPage } from "../../src/view/sources-page.ts"
import { ExamplePages, NARROW, pathOf, WIDE } from "./example-pages.ts"

let pages: ExamplePages
before(async () => {
  pages = await ExamplePages.open()
})
after(() => pages?.close())

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
/** Run in the page: each thing that breaks WCAG 2.2 AA or good practice, with the element. */
const FINDINGS = `axe
  .run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
  .then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`
const VIEWS = ["/leaders", "", "/network", "/map", "/sources", "/sources/outlet"] as const

/** The addresses of the screens; those of a leader and an outlet by the record. */
async function addresses(): Promise<string[]> {
  const [first] = await pages.ask<readonly LeaderRow[]>("leaders?limit=1")
  const leader = `/leaders/${encodeURIComponent(first?.id ?? "")}`
  const { outlets } = await pages.ask<SourcesPage>("sources")
  const outlet = `/sources/${encodeURIComponent(outlets[0]?.id ?? "")}`
  return VIEWS.map((view) => (view === "" ? leader : view === "/sources/outlet" ? outlet : view))
}

for (const [viewport, colorScheme] of [
  [WIDE, "light"],
  [WIDE, "dark"],
  [NARROW, "light"],
] as const)
  test(`axe finds nothing wrong at ${viewport.width} pixels, ${colorScheme}, and nothing scrolls sideways`, () =>
    pages.show({ viewport, colorScheme }, async (page) => {
      const wrong: string[] = []
      for (const path of await addresses()) {
        await pages.open(page, path)
        await page.locator("h1").waitFor()
        await page.evaluate(AXE)
        const found = await page.evaluate<string[]>(FINDINGS)
        wrong.push(...found.map((words) => `${path}: ${words}`))
        const content = await page.evaluate<number>("document.documentElement.scrollWidth")
        if (content > viewport.width) wrong.push(`${path} is ${content} pixels wide`)
        const headings = await page.locator("h1").count()
        if (headings !== 1) wrong.push(`${path} has ${headings} main headings`)
      }
      assert.deepEqual(wrong, [])
    }))

test("on a narrow screen the other rooms open from the keyboard, and Escape closes them", () =>
  pages.show({ viewport: NARROW }, async (page) => {
    await pages.open(page, "/sources")
    const more = page.getByRole("button", { name: "More" })
    await more.focus()
    await page.keyboard.press("Enter")
    await page.getByRole("link", { name: "Leaders" }).waitFor()
    await page.keyboard.press("Escape")
    assert.equal(await page.getByRole("link", { name: "Leaders" }).isVisible(), false)
    assert.equal(await page.locator(":focus").textContent(), "More")
    await more.click()
    await page.getByRole("link", { name: "Network" }).click()
    await page.locator(".tie-table").waitFor()
    assert.equal(pathOf(page), "/network")
  }))
