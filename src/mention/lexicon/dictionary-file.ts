import { dayBefore, dictionaryDate } from "./dictionary-dates.ts"

/** A name of a PETRARCH or TABARI dictionary with its codes; days are ISO, "" is open. */
export interface DictionaryEntry {
  readonly names: readonly string[]
  /** Empty where the name is to mean nobody. */
  readonly codes: readonly DatedCode[]
  readonly line: number
}
export interface DatedCode {
  readonly code: string
  readonly from: string
  readonly to: string
}
export interface Dictionary {
  readonly entries: readonly DictionaryEntry[]
  /** Lines that could not be read: what stands there, and what was expected. */
  readonly issues: readonly string[]
}

const CODE = /\[([^[\]]*)\]/g
const DATED = /^(\S+?)(?:\s+(?:([<>])\s*)?(\d{6}|\d{8})(?:\s*-\s*(\d{6}|\d{8}))?)?$/
/** "[---]", "[###]": the name is to mean nobody. */
const DISCARD = /^[-#]{3}/
const MACRO = /^!\w+!\s*=/
const MACRO_USE = /!(\w+)!/
const MOST_EXPANDED = 50

class Open {
  readonly names: string[] = []
  readonly codes: DatedCode[] = []
  readonly line: number
  discarded = false
  constructor(line: number) {
    this.line = line
  }
}

/**
 * Reads an `.actors` or `.agents` dictionary as PETRARCH, PETRARCH2 and TABARI keep it: `NAME [CODE]`, synonyms on lines that
 * begin with "+", dated codes on indented lines (`[BLRGOV 940720-]`), macros (`!PERSON! = MAN, WOMAN`), comments behind
 * "#" or ";". Underscores are spaces. `name` names the file in the issues.
 */
export function readDictionary(name: string, text: string): Dictionary {
  const entries: DictionaryEntry[] = []
  const issues: string[] = []
  const macros = new Map<string, readonly string[]>()
  let open: Open | undefined
  const close = (): void => {
    if (open !== undefined && open.names.length > 0 && (open.codes.length > 0 || open.discarded))
      entries.push({ names: open.names, codes: open.codes, line: open.line })
    else if (open !== undefined)
      issues.push(`${name}:${open.line}: "${open.names[0] ?? ""}" has no code; write it as NAME [CODE]`)
    open = undefined
  }
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/[#;].*/s, "").trimEnd()
    const where = `${name}:${index + 1}`
    if (line.trim() === "") return
    if (MACRO.test(line)) {
      const [macro = "", words = ""] = line.split("=")
      macros.set(macro.trim().slice(1, -1), words.split(",").map(plain))
      return
    }
    const continues = /^\s/.test(line) || line.startsWith("+")
    // Names on lines of their own share the codes that follow.
    const alternative =
      open !== undefined && open.codes.length === 0 && !open.discarded && !line.includes("[")
    if (!continues && !alternative) close()
    if (continues && open === undefined) {
      issues.push(`${where}: "${line.trim()}" continues no entry; a name must stand before it`)
      return
    }
    open ??= new Open(index + 1)
    addLine(open, line, macros, (problem) => issues.push(`${where}: ${problem}`))
  })
  close()
  return { entries, issues }
}

function addLine(
  open: Open,
  line: string,
  macros: ReadonlyMap<string, readonly string[]>,
  report: (problem: string) => void,
): void {
  const words = line
    .replace(CODE, "")
    .replace(/\{[^{}]*\}/g, "")
    .replace(/^\+/, "")
  if (words.trim() !== "") open.names.push(...expand(words.trim(), macros))
  for (const plural of line.matchAll(/\{([^{}]*)\}/g))
    if (/\p{L}/u.test(plural[1] ?? "")) open.names.push(plain(plural[1] ?? ""))
  for (const [, inside = ""] of line.matchAll(CODE)) {
    if (DISCARD.test(inside)) {
      open.discarded = true
      continue
    }
    const code = readCode(inside.trim())
    if (code === undefined)
      report(`[${inside}] is no code; expected [BLRGOV], [BLRGOV 940720-000101], [BLRGOV >940720] or [~MIL]`)
    else open.codes.push(code)
  }
}

function readCode(inside: string): DatedCode | undefined {
  const [, code, sign, from, to] = DATED.exec(inside.replace(/-$/, "")) ?? []
  if (code === undefined || !/^~?[A-Za-z0-9]{3,}~?$/.test(code)) return undefined
  const bare = code.replaceAll("~", "").toUpperCase()
  if (from === undefined) return { code: bare, from: "", to: "" }
  const first = dictionaryDate(from)
  const last = to === undefined ? "" : dictionaryDate(to)
  if (first === undefined || last === undefined) return undefined
  return sign === "<" ? { code: bare, from: "", to: dayBefore(first) } : { code: bare, from: first, to: last }
}

/** "CATTLE!PERSON!" → "cattle man", "cattle men" …; a macro that the file does not define stays unread. */
function expand(words: string, macros: ReadonlyMap<string, readonly string[]>): string[] {
  const macro = MACRO_USE.exec(words)
  if (macro === null) return [plain(words)]
  const parts = macros.get(macro[1] ?? "") ?? []
  return parts.slice(0, MOST_EXPANDED).map((part) => plain(words.replace(macro[0], part)))
}

const plain = (words: string): string => words.replaceAll("_", " ").replace(/\s+/g, " ").trim()
