import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, posix } from "node:path"
import { codebookHtml } from "./codebook-page.ts"
import { type FramedPage, frame, type MenuEntry, upFrom } from "./frame.ts"
import { type RenderedPage, renderMarkdown } from "./markdown.ts"
import { ROOT, type SitePage, sitePages } from "./site-pages.ts"
import { tryHtml } from "./try-page.ts"

/** Pages that are made from data, not from a file of docs/. */
const MADE: readonly (FramedPage & { readonly group: string })[] = [
  { group: "Begin", path: "try.html", title: "Try it", html: tryHtml, script: "try.js" },
  { group: "Begin", path: "codebook.html", title: "Codebook", html: codebookHtml(), script: "codebook.js" },
]
const HOME = "quick-start.html"
/** Files of the repository that pages lead to lie here on the site. */
const ASIDE = "repository"
const isAddress = (target: string): boolean => /^[a-z][a-z+.-]*:/i.test(target)

/** Renders pages, and with them whatever file of the repository they lead to. */
class Site {
  readonly #out: string
  readonly #rendered = new Map<string, RenderedPage & { readonly path: string }>()
  readonly #copied = new Set<string>()
  /** Links that lead nowhere, each with its page. */
  readonly dead: string[] = []

  constructor(out: string) {
    this.#out = out
  }

  render({ source, path, markdown }: Pick<SitePage, "source" | "path" | "markdown">): void {
    const page = renderMarkdown(markdown, (target) => this.#follow(target, { source, path }))
    this.#rendered.set(source, { ...page, path })
  }

  /** The address on the site of what a page of the repository leads to. */
  #follow(target: string, from: { readonly source: string; readonly path: string }): string {
    if (isAddress(target) || target.startsWith("#")) return target
    const [file = "", anchor] = target.split("#")
    const source = posix.normalize(posix.join(posix.dirname(from.source), file))
    const path = this.#pathOf(source, from.source)
    return `${upFrom(from.path)}${path}${anchor === undefined ? "" : `#${anchor}`}`
  }

  #pathOf(source: string, from: string): string {
    if (MADE.some(({ path }) => `docs/${path}` === source)) return source.slice("docs/".length)
    if (!existsSync(join(ROOT, source)) || !statSync(join(ROOT, source)).isFile()) {
      this.dead.push(`${from} leads to ${source}, which is no file`)
      return HOME
    }
    if (!source.endsWith(".md")) return this.#copy(source)
    const isDoc = source.startsWith("docs/")
    const path = `${isDoc ? source.slice("docs/".length) : `${ASIDE}/${source}`}`.replace(/\.md$/, ".html")
    if (!isDoc && !this.#copied.has(source)) {
      this.#copied.add(source)
      this.render({ source, path, markdown: readFileSync(join(ROOT, source), "utf8") })
    }
    return path
  }

  #copy(source: string): string {
    const path = source.startsWith("docs/") ? source.slice("docs/".length) : `${ASIDE}/${source}`
    if (!this.#copied.has(source)) {
      this.#copied.add(source)
      mkdirSync(dirname(join(this.#out, path)), { recursive: true })
      cpSync(join(ROOT, source), join(this.#out, path))
    }
    return path
  }

  write(menu: readonly MenuEntry[]): void {
    for (const { path, title, html, sections } of this.#rendered.values())
      this.#put(path, frame({ path, title, html, sections }, menu))
    for (const page of MADE) this.#put(page.path, frame(page, menu))
    this.#put("index.html", readFileSync(join(this.#out, HOME), "utf8"))
  }

  titleOf(source: string): string {
    return this.#rendered.get(source)?.title ?? source
  }

  #put(path: string, text: string): void {
    mkdirSync(dirname(join(this.#out, path)), { recursive: true })
    writeFileSync(join(this.#out, path), text)
  }
}

/**
 * Builds the site into a folder, from docs/ and data/codebook; the browser build lies beside it where it is there. Gives the links
 * that lead to no file.
 */
export function buildSite(out: string): readonly string[] {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const pages = sitePages()
  const site = new Site(out)
  for (const page of pages) site.render(page)
  const begin = pages.findIndex(({ group }) => group !== "Begin")
  const listed = pages.map(({ group, path, source }) => ({ group, path, title: site.titleOf(source) }))
  site.write([...listed.slice(0, begin), ...MADE, ...listed.slice(begin)])
  for (const name of ["site.css", "codebook.js", "try.js"])
    cpSync(join(ROOT, "docs/site", name), join(out, name))
  cpSync(join(ROOT, "web/public/favicon.svg"), join(out, "favicon.svg"))
  const browser = join(ROOT, "dist/browser")
  if (existsSync(browser)) cpSync(browser, join(out, "browser"), { recursive: true })
  return site.dead
}
