/** Links of these kinds point to pictures, categories and other languages: none of the text. */
const SILENT_LINK = /^\s*:?(?:file|image|category|media|[a-z]{2,3}(?:-[a-z]+)?|wikt|wikipedia|w|commons)\s*:/i
/** Sections that hold no news. */
const CLOSING_SECTION =
  /^(?:sources?|related (?:news|articles)|external links?|see also|references|notes|further reading|sister links?)$/i
const SILENT_ELEMENTS = /<(ref|gallery|math|score|timeline|imagemap|nowiki|noinclude|table)\b[^>]{0,1000}>/gi

/** Takes out `<ref>…</ref>` and its like; one that is never closed loses only its tag. */
function withoutElements(text: string): string {
  const pieces: string[] = []
  let kept = 0
  SILENT_ELEMENTS.lastIndex = 0
  const missing = new Set<string>()
  for (let found = SILENT_ELEMENTS.exec(text); found !== null; found = SILENT_ELEMENTS.exec(text)) {
    pieces.push(text.slice(kept, found.index))
    kept = SILENT_ELEMENTS.lastIndex
    const tag = found[1]!.toLowerCase()
    if (!found[0].endsWith("/>") && !missing.has(tag)) {
      const end = text.indexOf(`</${tag}>`, kept)
      if (end === -1) missing.add(tag)
      else kept = end + tag.length + 3
    }
    SILENT_ELEMENTS.lastIndex = kept
  }
  pieces.push(text.slice(kept))
  return pieces.join("")
}

/** Takes out what stands between nested marks such as "{{" and "}}"; what is never closed ends with its paragraph. */
function withoutNested(text: string, open: string, close: string): string {
  const pieces: string[] = []
  let depth = 0
  let kept = 0
  let opened = 0
  for (let at = 0; at < text.length - 1; ) {
    if (text.startsWith(open, at)) {
      if (depth === 0) {
        pieces.push(text.slice(kept, at))
        opened = at
      }
      depth++
      at += open.length
    } else if (depth > 0 && text.startsWith(close, at)) {
      depth--
      at += close.length
      kept = at
    } else at++
  }
  const end = depth === 0 ? kept : text.indexOf("\n\n", opened)
  if (end !== -1) pieces.push(text.slice(end))
  return pieces.join("")
}

/** Links stand in the captions of pictures, and no deeper. */
const DEEPEST_LINK = 8

/** "[[Beijing|the capital]]" → "the capital"; pictures and categories are left out, also those with links in their captions. */
function withoutLinks(text: string): string {
  const stack: { readonly before: string[]; readonly target: string }[] = []
  let current: string[] = []
  let begun = 0
  const marks = /\[\[|\]\]/g
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    current.push(text.slice(begun, mark.index))
    begun = mark.index + 2
    if (mark[0] === "[[") {
      if (stack.length >= DEEPEST_LINK) continue
      stack.push({ before: current, target: text.slice(begun, begun + 60) })
      current = []
      continue
    }
    const open = stack.pop()
    if (open === undefined) continue
    const inner = current.join("")
    current = open.before
    if (!SILENT_LINK.test(open.target) || open.target.startsWith(":"))
      current.push(inner.slice(inner.lastIndexOf("|") + 1))
  }
  current.push(text.slice(begun))
  // A link that is never closed is text.
  return [...stack.flatMap(({ before }) => before), ...current].join("")
}

const cleanLine = (line: string): string =>
  line
    .replaceAll(/'{2,5}/g, "")
    .replaceAll(/\[(?:https?:)?\/\/[^\s[\]]{1,2000}\s?([^[\]]{0,500})\]/g, "$1")
    .replaceAll(/<[^<>]{1,200}>/g, " ")
    .replace(/^[*#:;]+\s*/, "")
    .replaceAll(/&nbsp;/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()

/**
 * The prose of a page in MediaWiki's markup: without templates, tables, references, pictures and closing sections; paragraphs
 * apart by an empty line. Takes time in proportion to the text.
 */
export function wikitextProse(markup: string): string {
  const bare = withoutNested(
    withoutNested(withoutElements(markup.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "")), "{{", "}}"),
    "{|",
    "|}",
  )
  const paragraphs: string[] = []
  for (const line of withoutLinks(bare).split("\n")) {
    const heading = /^(={1,6})([^=]{1,200})\1\s*$/.exec(line)
    if (heading !== null) {
      if (CLOSING_SECTION.test(heading[2]!.trim())) break
      continue
    }
    const clean = cleanLine(line)
    if (clean !== "") paragraphs.push(clean)
  }
  return paragraphs.join("\n\n")
}

/** "{{date|December 3, 2023}}" is how Wikinews dates an article. */
export function wikitextDate(markup: string): string | undefined {
  return /\{\{\s*date\s*\|\s*([^{}|]{4,40})\}\}/i.exec(markup)?.[1]?.trim()
}
