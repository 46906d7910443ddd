import type { HtmlNode } from "./html-node.ts"

const ELEMENT = 1
const TEXT = 3

/** Elements that end a paragraph before and after them. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
)
/** Not part of what an article says. A caption describes its picture, often an older one, not the news. */
const SILENT = new Set(
  "BUTTON FIGCAPTION IFRAME INPUT NOSCRIPT OPTION SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO AUDIO".split(
    " ",
  ),
)

/** Walks a tree without recursion: hostile pages nest thousands of elements deep. */
function* walk(root: HtmlNode): Generator<{ readonly node: HtmlNode; readonly leaving: boolean }> {
  const stack: { node: HtmlNode; leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    yield top
    if (top.leaving || top.node.nodeType !== ELEMENT || SILENT.has(top.node.nodeName.toUpperCase())) continue
    stack.push({ node: top.node, leaving: true })
    const children = [...top.node.childNodes]
    for (let at = children.length - 1; at >= 0; at--) stack.push({ node: children[at]!, leaving: false })
  }
}

/**
 * The text that a reader sees under a node: paragraphs apart by an empty line, white space within them collapsed, captions,
 * scripts and form fields left out.
 */
export function htmlText(root: HtmlNode): string {
  const paragraphs: string[] = []
  let current = ""
  const endParagraph = () => {
    const paragraph = current
      .split("\n")
      .map((line) => line.replaceAll(/\s+/g, " ").trim())
      .filter((line) => line !== "")
      .join("\n")
    if (paragraph !== "") paragraphs.push(paragraph)
    current = ""
  }
  for (const { node } of walk(root)) {
    if (node.nodeType === TEXT) current += (node.textContent ?? "").replaceAll(/\s+/g, " ")
    else if (node.nodeType === ELEMENT) {
      const name = node.nodeName.toUpperCase()
      if (name === "BR") current += "\n"
      else if (BLOCKS.has(name)) endParagraph()
    }
  }
  endParagraph()
  return paragraphs.join("\n\n")
}

/** True where some element under the node lies more than `limit` levels below it. */
export function isDeeperThan(root: HtmlNode, limit: number): boolean {
  const stack: { node: HtmlNode; depth: number }[] = [{ node: root, depth: 0 }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > limit) return true
    for (const node of top.node.childNodes)
      if (node.nodeType === ELEMENT) stack.push({ node, depth: top.depth + 1 })
  }
  return false
}
