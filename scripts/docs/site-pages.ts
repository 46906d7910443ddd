import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

export const ROOT = join(import.meta.dirname, "../..")

/** Groups of pages in the order of the site's menu; whatever else lies in docs/ comes under the last. */
const GROUPS: readonly { readonly name: string; readonly pages: readonly string[] }[] = [
  { name: "Begin", pages: ["quick-start", "how-it-codes", "library"] },
  {
    name: "Read the record",
    pages: ["happenings", "ledger", "relation-index", "search", "alerts", "corrections", "second-opinion"],
  },
  { name: "Data", pages: ["formats", "data-sets", "store", "spark"] },
  {
    name: "Recipes",
    pages: ["recipes/duckdb", "recipes/pandas", "recipes/r", "recipes/observable"],
  },
  { name: "Serve", pages: ["api", "mcp", "security"] },
  { name: "Behind it", pages: ["accuracy", "performance", "architecture"] },
]
const DECISIONS = "Decisions"
const REST = "More"

export interface SitePage {
  /** Path of its source from the root of the repository, "docs/store.md". */
  readonly source: string
  /** Path of its page from the root of the site, "store.html". */
  readonly path: string
  readonly group: string
  readonly markdown: string
}

/** Every page of docs/ in the order of the menu. */
export function sitePages(): SitePage[] {
  const names = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -".md".length))
    .sort()
  const listed = GROUPS.flatMap(({ name, pages }) =>
    pages.filter((page) => names.includes(page)).map((page) => ({ page, group: name })),
  )
  const known = new Set(listed.map(({ page }) => page))
  const others = names
    .filter((name) => !known.has(name))
    .map((page) => ({ page, group: page.startsWith("decisions/") ? DECISIONS : REST }))
    .sort((a, b) => Number(a.group === DECISIONS) - Number(b.group === DECISIONS))
  return [...listed, ...others].map(({ page, group }) => ({
    source: `docs/${page}.md`,
    path: `${page}.html`,
    group,
    markdown: readFileSync(join(ROOT, `docs/${page}.md`), "utf8"),
  }))
}
