import { parseDateLine } from "../published-date.ts"

/** Short paragraphs that templates put among an article's own. */
const LONGEST_POINTER = 200
const POINTER =
  /^(?:read (?:more|also|next|the full)|also read|see also|related(?: (?:stories|articles|coverage|links|topics))?|more (?:on this|from|stories|like this)|recommended|most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|watch(?: (?:more|live|now))?|listen|photos?|video|image|advertisement|advertising|sponsored|story continues (?:below|after)|article continues (?:below|after)|continue reading|click here|sign up|subscribe|newsletter|follow (?:us|our|@)|share (?:this|on|via)|join (?:us|our|the (?:conversation|discussion))|download (?:our|the) app|get (?:our|the) (?:latest|best|app)|support (?:our|independent)|©|copyright|all rights reserved|our standards|report a (?:typo|mistake|correction)|(?:back to|go to) top|loading|print this|email this|leave a (?:comment|reply)|\d+ comments?$|comments \(?\d|tags?:|topics?:|filed under|view comments|show comments|more to read|up next|what to read next)(?=$|[\s:.!?>»→…,(@\d]|[^\p{L}])/iu
/** Where one of these stands with nothing behind it, the line is furniture however it goes on. */
const ALWAYS =
  /^(?:©|copyright \(?c?\)?|all rights reserved|story continues (?:below|after)|article continues (?:below|after)|advertisement$|sign up (?:for|to|here)|subscribe (?:to|now|for)|follow us (?:on|at)|follow @|share this|click here to)/i
/** Which may open a sentence of the article: "Watch makers in Geneva …", "Photos showed …". A pointer has a colon or is a label. */
const LABEL_WORDS = 6
const BYLINE =
  /^(?:by|from|written by|reporting by|edited by|compiled by) \p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,8}$/iu

const wordsIn = (line: string): number => line.split(" ").length

function isPointer(line: string): boolean {
  if (line.length > LONGEST_POINTER) return false
  if (ALWAYS.test(line)) return true
  if (!POINTER.test(line)) return false
  const colon = line.indexOf(":")
  return (
    (colon !== -1 && colon < 30) ||
    (wordsIn(line) <= LABEL_WORDS && !/[.!?]["”’]?$/.test(line)) ||
    /[>»→]$/.test(line)
  )
}

/** What stands at an article's head before its first sentence: the title again, bylines, dates. */
const HEAD_PARAGRAPHS = 5

/** Leaves out what templates put among the paragraphs: the title again, dates, bylines, pointers to other pages. */
export function withoutFurnitureLines(
  paragraphs: readonly string[],
  titles: readonly (string | undefined)[],
): string[] {
  const known = new Set(titles.filter((title) => title !== undefined).map((title) => title.toLowerCase()))
  let text = 0
  const kept = paragraphs.filter((paragraph) => {
    const isHead =
      text < HEAD_PARAGRAPHS &&
      (known.has(paragraph.toLowerCase()) || parseDateLine(paragraph) !== undefined || BYLINE.test(paragraph))
    if (isHead || isPointer(paragraph)) return false
    text++
    return true
  })
  // A page of nothing but such lines keeps them: they are its text.
  return kept.length === 0 ? [...paragraphs] : kept
}
