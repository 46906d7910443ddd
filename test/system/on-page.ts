import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults } from "axe-core"
import type { Browser, Page } from "playwright-core"

export const WIDE = { width: 1280, height: 860 }
export const NARROW = { width: 390, height: 844 }

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
/** The success criteria of WCAG 2.2, levels A and AA. */
const CRITERIA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

interface PageOptions {
  readonly browser: Browser
  /** Where the page is served; nobody else may be asked. */
  readonly address: string
  readonly viewport?: typeof WIDE
  readonly colorScheme?: "light" | "dark"
}

/** Runs a claim in a page of its own, which must neither complain nor ask anybody but the server. */
export async function onPage(
  { browser, address, viewport = WIDE, colorScheme = "light" }: PageOptions,
  claim: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce", baseURL: address })
  const complaints: string[] = []
  const strangers: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`) && !/^(data|blob):/.test(request.url()))
      strangers.push(request.url())
  })
  try {
    await claim(page)
  } finally {
    await page.close()
  }
  assert.deepEqual(complaints, [], "the page complained")
  assert.deepEqual(strangers, [], "a request left the machine")
}

/** What axe finds against WCAG 2.2 AA, each with the elements it is about; empty where nothing stands in anybody's way. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Evaluated, not inserted: the page's own policy forbids scripts within it.
  await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: { type: "tag", values: ${JSON.stringify(CRITERIA)} } })`,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  )
}

/** Pixels by which the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
