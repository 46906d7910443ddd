import assert from "node:assert/strict"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { after, test } from "node:test"
import { Parser } from "htmlparser2"
import { buildSite } from "../../scripts/docs/build-site.ts"
import { withFormatTables } from "../../scripts/docs/format-tables.ts"
import { renderMarkdown, slugOf } from "../../scripts/docs/markdown.ts"
import { ROOT, sitePages } from "../../scripts/docs/site-pages.ts"
import { EVENT_TYPES, STATUSES } from "../../src/record/index.ts"

const out = mkdtempSync(join(tmpdir(), "chancery-docs-"))
after(() => rmSync(out, { recursive: true, force: true }))
const dead = buildSite(out)

interface Page {
  readonly path: string
  readonly ids: ReadonlySet<string>
  /** What the page leads to (a), and what it loads (everything else). */
  readonly links: readonly { readonly tag: string; readonly target: string }[]
  /** Scripts and styles that stand in the page itself. */
  readonly inline: readonly string[]
}

function readPage(path: string): Page {
  const ids = new Set<string>()
  const links: { tag: string; target: string }[] = []
  const inline: string[] = []
  const parser = new Parser({
    onopentag: (tag, { id, href, src, style, ...others }) => {
      if (id !== undefined) ids.add(id)
      for (const target of [href, src]) if (target !== undefined) links.push({ tag, target })
      if (style !== undefined || tag === "style" || (tag === "script" && src === undefined)) inline.push(tag)
      for (const name of Object.keys(others)) if (name.startsWith("on")) inline.push(name)
    },
  })
  parser.end(readFileSync(join(out, path), "utf8"))
  return { path, ids, links, inline }
}

const PAGES = new Map(
  readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((path) => [path, readPage(path)]),
)
const isAddress = (target: string): boolean => /^[a-z][a-z+.-]*:/i.test(target)

test("no page of docs/ leads to a file that is not there", () => {
  assert.deepEqual(dead, [])
})

test("every link of the site leads to a page and a heading that are there", () => {
  assert.ok(PAGES.size > 20, "there are few pages: the check is looking in the wrong place")
  const broken: string[] = []
  for (const { path, links } of PAGES.values())
    for (const { target } of links) {
      if (isAddress(target)) continue
      const [file = "", anchor] = target.split("#")
      const to = file === "" ? path : join(dirname(path), decodeURIComponent(file))
      const isThere = existsSync(join(out, to))
      if (!isThere || (anchor !== undefined && PAGES.get(to)?.ids.has(anchor) !== true))
        broken.push(`${path}: ${target}`)
    }
  assert.deepEqual(broken, [])
})

test("no page loads anything from elsewhere, or runs what stands in it", () => {
  for (const { path, links, inline } of PAGES.values()) {
    const strange = links.filter(({ tag, target }) => tag !== "a" && isAddress(target))
    assert.deepEqual(strange, [], path)
    assert.deepEqual(inline, [], path)
  }
  for (const name of ["site.css", "codebook.js", "try.js"])
    assert.doesNotMatch(readFileSync(join(out, name), "utf8"), /https?:|@import/)
})

test("every page of docs/ stands in the menu of every page, once", () => {
  const expected = sitePages().map(({ path }) => path)
  const home = PAGES.get("index.html")?.links.map(({ target }) => target) ?? []
  for (const path of expected) assert.ok(home.includes(path), path)
})

test("the codebook lists every category and status", () => {
  const page = readFileSync(join(out, "codebook.html"), "utf8")
  for (const code of [...EVENT_TYPES, ...STATUSES]) assert.ok(page.includes(`<code>${code}</code>`), code)
})

test("the columns in docs/formats.md are those that are written; npm run docs brings them up to date", () => {
  const page = readFileSync(join(ROOT, "docs/formats.md"), "utf8")
  assert.ok(page.includes("| `happening_id` | text |"))
  assert.equal(withFormatTables(page), page)
  assert.throws(() => withFormatTables("<!-- columns: tea-leaves -->\n<!-- end -->"), /tea-leaves/)
})

test("headings get the ids that code hosts give them", () => {
  assert.equal(slugOf("Data in and out"), "data-in-and-out")
  assert.equal(slugOf("PLOVER's JSON"), "plovers-json")
  const { anchors } = renderMarkdown("# One\n\n## Two `x`\n\n## Two `x`\n", (target) => target)
  assert.deepEqual([...anchors], ["one", "two-x", "two-x-1"])
})

test("code is shown as it stands, whatever is in it", () => {
  const { html } = renderMarkdown("```sh\na < b && c > '</code><script>'\n```\n", (target) => target)
  assert.match(html, /a &lt; b &amp;&amp; c &gt; '&lt;\/code&gt;&lt;script&gt;'/)
})
