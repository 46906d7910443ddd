/** The block between two lines of dashes at the head of a Markdown file, and where the text after it begins. */
export interface FrontMatter {
  /** Keys in lower case; those of a nested block carry their parent's: "publisher.name". */
  readonly fields: ReadonlyMap<string, string>
  /** Offset of the first character after the closing line. */
  readonly end: number
}

const OPENING = /^---[ \t]*\r?\n/
/** A block longer than this (UTF-16 units) is not front matter but a text that begins with a rule. */
const LONGEST_BLOCK = 20_000

/** "'Xi''s visit'" → "Xi's visit"; a comment after an unquoted value is dropped. */
function toValue(raw: string): string {
  const text = raw.trim()
  if (text.length >= 2 && text.startsWith("'") && text.endsWith("'"))
    return text.slice(1, -1).replaceAll("''", "'")
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"'))
    return text.slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\")
  const comment = text.indexOf(" #")
  return comment === -1 ? text : text.slice(0, comment).trimEnd()
}

/** Reads the lines "key: value", and those indented below a key without a value. Other YAML is passed over. */
function readFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>()
  let parent = ""
  for (const line of lines) {
    const colon = line.indexOf(":")
    if (colon === -1 || line.trimStart().startsWith("#")) continue
    const key = line.slice(0, colon).trim().toLowerCase()
    const value = toValue(line.slice(colon + 1))
    const nested = line.startsWith(" ") || line.startsWith("\t")
    if (!nested) parent = value === "" ? key : ""
    if (value === "") continue
    if (!nested) fields.set(key, value)
    else if (parent !== "") fields.set(`${parent}.${key}`, value)
  }
  return fields
}

/** Reads the YAML front matter of a Markdown text: flat keys, and one level below. Undefined where the text has none. */
export function readFrontMatter(content: string): FrontMatter | undefined {
  const opening = OPENING.exec(content)
  if (opening === null) return undefined
  const lines: string[] = []
  let at = opening[0].length
  while (at < content.length && at < LONGEST_BLOCK) {
    const newline = content.indexOf("\n", at)
    const end = newline === -1 ? content.length : newline + 1
    const line = content.slice(at, end).trimEnd()
    at = end
    if (line === "---" || line === "...") return { fields: readFields(lines), end }
    lines.push(line)
  }
  return undefined
}
