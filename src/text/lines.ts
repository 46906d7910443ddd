import { isLetter, isLower, isSpace } from "./characters.ts"

/** Lines of hard-wrapped text are at most this long; a longer one is a paragraph of its own. */
const WRAP_LIMIT = 110
/** Text is not wrapped at fewer characters than this. */
const WRAP_LEAST = 40
const BULLET = /^(?:[-–—*•·▪◦‣o]|\(?\d{1,2}[.)]|\(?[a-z]\))\s/u
const CLOSED = /[.!?:;…]["'”’»)\]]{0,3}$/u

interface Line {
  readonly start: number
  readonly end: number
}

/** The non-empty lines of a text without the space around them, in groups parted by blank lines. */
function groupLines(text: string): Line[][] {
  const groups: Line[][] = [[]]
  let from = 0
  while (from <= text.length) {
    let to = from
    while (to < text.length && !isBreak(text.charCodeAt(to))) to += 1
    const line = trimmed(text, from, to)
    if (line.end > line.start) groups.at(-1)!.push(line)
    else if (groups.at(-1)!.length > 0 && !isSplitCrLf(text, from)) groups.push([])
    from = to + 1
  }
  return groups
}

const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029
const isSplitCrLf = (text: string, at: number): boolean =>
  at > 0 && text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13

function trimmed(text: string, from: number, to: number): Line {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start += 1
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
  return { start, end }
}

function firstWordLength(text: string, line: Line): number {
  let at = line.start
  while (at < line.end && !isSpace(text.charCodeAt(at))) at += 1
  return at - line.start
}

/**
 * Offsets at which a new block begins: after a blank line, a headline, a date line, a paragraph or a list item. A line
 * break inside hard-wrapped text begins none: there the next line's first word would not have fitted on the line before.
 */
export function findBlockStarts(text: string): number[] {
  const starts: number[] = []
  for (const group of groupLines(text)) {
    const width = group.reduce((widest, line) => Math.max(widest, line.end - line.start), 0)
    group.forEach((line, index) => {
      const before = group[index - 1]
      if (before === undefined || !continues(text, before, line, width)) starts.push(line.start)
    })
  }
  return starts
}

function continues(text: string, before: Line, line: Line, width: number): boolean {
  if (BULLET.test(text.slice(line.start, line.start + 6))) return false
  const closed = CLOSED.test(text.slice(Math.max(before.start, before.end - 5), before.end))
  const first = text.charCodeAt(line.start)
  if (!closed && isLetter(first) && isLower(first)) return true
  if (width > WRAP_LIMIT || width < WRAP_LEAST) return false
  return before.end - before.start + 1 + firstWordLength(text, line) > width
}
