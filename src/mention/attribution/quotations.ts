import type { Analysis } from "../../text/analysis.ts"

/** Words between quotation marks: token indices, the marks included, `last` exclusive. */
export interface Quotation {
  readonly first: number
  readonly last: number
  /** False where a paragraph ends inside it and the next one opens the quotation anew. */
  readonly closed: boolean
}

export interface Quotations {
  readonly all: readonly Quotation[]
  /** Index of the quotation that a token stands in, marks included; -1 for none. */
  readonly at: Int32Array
}

type Style = "straight" | "curly" | "angle" | "pair" | "single"

const OPENS: Readonly<Record<string, Style>> = {
  '"': "straight",
  "“": "curly",
  "„": "curly",
  "«": "angle",
  "``": "pair",
  "''": "pair",
  "'": "single",
  "‘": "single",
}
const CLOSES: Readonly<Record<string, Style>> = {
  '"': "straight",
  "”": "curly",
  "“": "curly",
  "»": "angle",
  "''": "pair",
  "'": "single",
  "’": "single",
}
const LONGEST_MARK = 2

/**
 * Finds quotations: straight, curly, angle, doubled and single marks. A mark opens where a word follows it and no word runs
 * into it, else it closes; an apostrophe is neither. Inside a quotation other styles are ignored. A quotation ends with its
 * paragraph: it counts where the next paragraph opens anew, and is dropped as unmatched otherwise.
 */
export function findQuotations(analysis: Analysis): Quotations {
  const all: Quotation[] = []
  let open = -1
  let style: Style | undefined
  const add = (last: number, closed: boolean) => {
    if (last - open > 2) all.push({ first: open, last, closed })
    open = -1
  }
  for (let token = 0; token < analysis.count; token += 1) {
    const mark = markAt(analysis, token)
    if (open !== -1 && startsParagraph(analysis, token)) {
      if (mark !== "" && OPENS[mark] === style) add(token, false)
      open = -1
    }
    if (mark === "") continue
    if (open !== -1 && CLOSES[mark] === style && mayClose(analysis, token, mark)) add(token + 1, true)
    else if (open !== -1 && style === "single" && OPENS[mark] !== undefined && OPENS[mark] !== "single") {
      open = token
      style = OPENS[mark]
    } else if (open === -1 && OPENS[mark] !== undefined && mayOpen(analysis, token, mark)) {
      open = token
      style = OPENS[mark]
    }
  }
  return { all, at: indexByToken(all, analysis.count) }
}

function markAt({ text, start, end }: Analysis, token: number): string {
  const length = end[token]! - start[token]!
  return length > LONGEST_MARK ? "" : text.slice(start[token]!, end[token]!)
}

const isSpace = (char: string): boolean => char === "" || char.trim() === ""

/** Two different marks for opening and closing need no look around; the others are told apart by the words they touch. */
function mayOpen({ text, start, end, tag }: Analysis, token: number, mark: string): boolean {
  if (mark === "“" || mark === "„" || mark === "«" || mark === "``") return true
  const before = text.charAt(start[token]! - 1)
  const after = text.charAt(end[token]!)
  if (mark === "'" || mark === "‘") return isBorder(before) && !isSpace(after) && tag[token] !== "POS"
  return isBorder(before) || isSpace(before)
}

function mayClose({ text, start, end, tag }: Analysis, token: number, mark: string): boolean {
  if (mark !== "'" && mark !== "’") return true
  const before = text.charAt(start[token]! - 1)
  return !isSpace(before) && !/[\p{L}\p{N}]/u.test(text.charAt(end[token]!)) && tag[token] !== "POS"
}

const isBorder = (char: string): boolean => isSpace(char) || "([{-–—:,".includes(char)

/** True where an empty line stands before the token. */
export function startsParagraph({ text, start, end }: Analysis, token: number): boolean {
  if (token === 0) return true
  let lines = 0
  for (let at = end[token - 1]!; at < start[token]! && lines < 2; at += 1)
    if (text.charCodeAt(at) === NEWLINE) lines += 1
  return lines === 2
}

const NEWLINE = 10

function indexByToken(all: readonly Quotation[], count: number): Int32Array {
  const at = new Int32Array(count).fill(-1)
  all.forEach(({ first, last }, index) => {
    at.fill(index, first, last)
  })
  return at
}
