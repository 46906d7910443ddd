/** An entry of the menu; paths are from the root of the site. */
export interface MenuEntry {
  readonly group: string
  readonly path: string
  readonly title: string
}

export interface FramedPage {
  readonly path: string
  readonly title: string
  readonly html: string
  readonly sections?: readonly { readonly id: string; readonly text: string }[]
  /** A module of the site that the page runs. */
  readonly script?: string
}

/** Everything comes from where the page comes from; the coder's workers and WebAssembly are all that runs beside our scripts. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** The way from a page to the root of the site: "" or "../". */
export const upFrom = (path: string): string => "../".repeat(path.split("/").length - 1)

function menuOf(menu: readonly MenuEntry[], here: string): string {
  const groups = [...new Set(menu.map(({ group }) => group))]
  const entry = ({ path, title }: MenuEntry): string => {
    const current = path === here ? ' aria-current="page"' : ""
    return `<li><a href="${upFrom(here)}${path}"${current}>${escaped(title)}</a></li>`
  }
  return groups
    .map((group) => {
      const entries = menu.filter((one) => one.group === group)
      return `<h2>${escaped(group)}</h2><ul>${entries.map(entry).join("")}</ul>`
    })
    .join("\n")
}

const contentsOf = (sections: FramedPage["sections"] = []): string =>
  sections.length < 3
    ? ""
    : `<details class="contents"><summary>On this page</summary><ul>${sections
        .map(({ id, text }) => `<li><a href="#${escaped(id)}">${escaped(text)}</a></li>`)
        .join("")}</ul></details>`

/** A whole page of the site. */
export function frame(
  { path, title, html, sections, script }: FramedPage,
  menu: readonly MenuEntry[],
): string {
  const up = upFrom(path)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="content-security-policy" content="${POLICY}">
<title>${title === "Chancery" ? title : `${escaped(title)} · Chancery`}</title>
<link rel="icon" href="${up}favicon.svg">
<link rel="stylesheet" href="${up}site.css">
${script === undefined ? "" : `<script type="module" src="${up}${script}"></script>\n`}</head>
<body>
<a class="skip" href="#content">To the content</a>
<header><a href="${up}index.html">Chancery</a> <a class="to-menu" href="#menu">Menu</a></header>
<nav id="menu" aria-label="Pages">
${menuOf(menu, path)}
</nav>
<main id="content">
${contentsOf(sections)}
${html}
</main>
</body>
</html>
`
}
