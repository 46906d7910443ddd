// `npm run screenshots [-- --store FILE --out FOLDER --only NAME]`: pictures of every view, light and dark, wide, at 390 px and in 4K, into
// screenshots/. Without a store the articles of examples/news are coded into a temporary one. Needs the built library and page
// (`npm run build`) and Debian's chromium.
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { DocumentPage, DocumentRow, PairPage, PairRow } from "../src/view/api.ts"
import type { LeaderRow } from "../src/view/leaders-page.ts"
import type { SourcesPage } from "../src/view/sources-page.ts"
import { openBrowser } from "./open-browser.ts"
import { serveExamples } from "./serve-examples.ts"

const { values } = parseArgs({
  options: {
    store: { type: "string" },
    out: { type: "string", default: "screenshots" },
    // A part of the names of the pictures to take: "map", "4k", "network-wide-dark".
    only: { type: "string", default: "" },
  },
})
const SCREENS = [
  { name: "wide-light", colorScheme: "light", width: 1360, height: 860 },
  { name: "wide-dark", colorScheme: "dark", width: 1360, height: 860 },
  { name: "narrow-light", colorScheme: "light", width: 390, height: 844 },
  { name: "narrow-dark", colorScheme: "dark", width: 390, height: 844 },
  { name: "4k-light", colorScheme: "light", width: 3840, height: 2160 },
  { name: "4k-dark", colorScheme: "dark", width: 3840, height: 2160 },
] as const
const MOST_DOCUMENTS = 500
/** Milliseconds in which drawings come to rest. */
const SETTLING = 400
let taken = 0

const byMost = <T>(rows: readonly T[], count: (row: T) => number): T | undefined =>
  [...rows].sort((a, b) => count(b) - count(a))[0]

/** The views worth a picture: the pair, the happening, the leader, the outlet and the article of which most is told. */
async function viewsOf(address: string): Promise<ReadonlyMap<string, string>> {
  const ask = async <T>(path: string): Promise<T> =>
    (await fetch(`${address}/api/v1/${path}`)).json() as Promise<T>
  const views = new Map([
    ["pairs", "/"],
    ["today", "/today?from=2025-01-01"],
    ["search", "/search?q=border&in=evidence"],
    ["articles", "/documents"],
    ["leaders", "/leaders"],
    ["network", "/network"],
    ["map", "/map"],
    ["sources", "/sources"],
    ["about", "/about"],
  ])
  const pair = byMost(await ask<readonly PairRow[]>("pairs"), (row) => row.happenings)?.pair
  const [leader] = await ask<readonly LeaderRow[]>("leaders?limit=1")
  if (leader !== undefined) views.set("leader", `/leaders/${encodeURIComponent(leader.id)}`)
  const outlet = byMost((await ask<SourcesPage>("sources")).outlets, (row) => row.documents)
  if (outlet !== undefined) views.set("outlet", `/sources/${encodeURIComponent(outlet.id)}`)
  if (pair !== undefined) {
    views.set("pair", `/pairs/${pair}`)
    views.set("compare", `/pairs/${pair}/compare`)
    const { happenings } = await ask<PairPage>(`pairs/${pair}`)
    const happening = byMost(happenings, (row) => row.independentOwners * 100 + row.reports)
    if (happening !== undefined) views.set("happening", `/happenings/${happening.id}`)
  }
  const rows = await ask<readonly DocumentRow[]>(`documents?limit=${MOST_DOCUMENTS}`)
  const document = byMost(rows, (row) => row.events)
  if (document !== undefined) {
    const id = encodeURIComponent(document.id)
    const { coded } = await ask<DocumentPage>(`documents/${id}`)
    views.set("article", `/documents/${id}${coded[0] === undefined ? "" : `?event=${coded[0].id}`}`)
  }
  return views
}

const record = await serveExamples(values.store)
const browser = await openBrowser()
try {
  mkdirSync(values.out, { recursive: true })
  const views = await viewsOf(record.address)
  for (const { name, colorScheme, width, height } of SCREENS) {
    const wanted = [...views].filter(([view]) => `${view}-${name}`.includes(values.only))
    if (wanted.length === 0) continue
    const page = await browser.newPage({ colorScheme, viewport: { width, height }, reducedMotion: "reduce" })
    for (const [view, path] of wanted) {
      await page.goto(`${record.address}${path}`, { waitUntil: "networkidle" })
      // Parts of a page are loaded when they are drawn.
      await page.locator("h1").first().waitFor()
      while ((await page.locator(".skeleton").count()) > 0) await page.waitForTimeout(SETTLING)
      await page.waitForTimeout(SETTLING)
      await page.screenshot({ path: join(values.out, `${view}-${name}.png`) })
      taken++
    }
    await page.close()
  }
  console.log(`${taken} pictures are in ${values.out}/`)
} finally {
  await browser.close()
  await record.close()
}
