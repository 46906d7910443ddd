import type { PageElement } from "./page-tree.ts"
import { isBlock } from "./tags.ts"

/**
 * The paragraphs that a reader sees in these elements, in order: white space collapsed, a line end for each `<br>`. `left` marks
 * by index what is passed over.
 */
export function paragraphsOf(parts: readonly PageElement[], left: Uint8Array): string[] {
  const paragraphs: string[] = []
  let current = ""
  const endParagraph = (): void => {
    if (current === "") return
    // "<br><br>" parts paragraphs where a template has no others.
    let lines: string[] = []
    for (const line of [...current.split("\n").map(collapsed), ""]) {
      if (line !== "") lines.push(line)
      else if (lines.length > 0) {
        paragraphs.push(lines.join("\n"))
        lines = []
      }
    }
    current = ""
  }
  // The tree is at most DEEPEST levels deep, so that recursion is safe.
  const walk = (element: PageElement): void => {
    if (left[element.index] === 1) return
    const block = isBlock(element.tag)
    if (block) endParagraph()
    if (element.tag === "br") current += "\n"
    for (const child of element.children) {
      if (typeof child === "string") current += child.replaceAll(/\s+/g, " ")
      else walk(child)
    }
    if (block) endParagraph()
  }
  for (const part of parts) walk(part)
  endParagraph()
  return paragraphs
}

/** Runs of white space become one blank, none at the ends. */
const collapsed = (text: string): string => text.replaceAll(/ {2,}/g, " ").trim()
