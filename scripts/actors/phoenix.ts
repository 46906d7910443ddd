import type { TsvRow } from "../../src/codebook/tsv.ts"
import { type PersonRow, toNameCase } from "./person-row.ts"

/** The list was closed at this day; offices open then may have ended since. */
const SNAPSHOT = "2014-01-30"
/** Offices that ended before this year are left out: the news we read is younger. */
const EARLIEST_YEAR = "1993"
/** Terms that follow on one another within so many months are one spell in government, whatever the ministry. */
const GAP_MONTHS = 12
const TITLED =
  /\b(PRESIDENT|MINISTER|PRIME|PREMIER|AMBASSADOR|SECRETARY|GENERAL|CHANCELLOR|KING|QUEEN|PRINCE|SENATOR|GOVERNOR|LEADER|DICTATOR|MR|MRS|MS|DR|SIR|LORD|LADY|JUDGE|MAYOR|POPE|EX|FORMER|VICE|CHAIRMAN|COLONEL|GEN|MINISTRY|GOVERNMENT|ADMINISTRATION|REGIME|PARTY|ARMY|POLICE|COURT|PARLIAMENT|REPUBLIC|STATE|DEPARTMENT|COUNCIL|UNION|NATIONAL|BANK|COMMISSION|EMBASSY|CONGRESS|AND|OF|FOR|THE)\b/
/** Portfolios: the second code says which ministry, not a second sector. */
const SECTORS: Readonly<Record<string, string>> = {
  MIL: "GOV|MIL",
  JUD: "GOV|JUD",
  COP: "GOV|COP",
  SPY: "GOV|SPY",
  LEG: "GOV|LEG",
}
const PORTFOLIOS = /^(BUS|MED|AGR|EDU|HLH|DEV|LAB|ENV|HRI|REL|REF|MUS|JUD|MIL)$/

interface Term {
  readonly code: string
  readonly from: string
  readonly to: string
}

/** YYMMDD or YYYYMMDD → ISO; two-digit years from 30 on lie in the 1900s. */
export function phoenixDate(digits: string): string {
  const full = digits.length === 6 ? `${Number(digits.slice(0, 2)) >= 30 ? "19" : "20"}${digits}` : digits
  const [year, month, day] = [full.slice(0, 4), full.slice(4, 6), full.slice(6, 8)]
  const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return valid ? `${year}-${month}-${day}` : year
}

/** "[BLRGOV 900407-940721]" → code and dates; undated codes are undefined. */
export function readTerm(line: string): Term | undefined {
  const [, code, open, from, to] = /\[(\w+) ([<>])?(\d{6,8})(?:-(\d{6,8}))?\]/.exec(line) ?? []
  if (code === undefined || from === undefined || open === "<") return undefined
  return { code, from: phoenixDate(from), to: to === undefined ? SNAPSHOT : phoenixDate(to) }
}

/** A full personal name: at least two words of letters, no title and no institution. */
function personName(line: string): string | undefined {
  const words = line
    .replace(/[;#].*$/, "")
    .replace(/^\+/, "")
    .replaceAll("_", " ")
    .replace(/\s+/g, " ")
    .trim()
  if (TITLED.test(words.toUpperCase()) || /[^\p{L}'’. -]/u.test(words)) return undefined
  const long = words.split(" ").filter((word) => word.replace(/\P{L}/gu, "").length > 1)
  return long.length >= 2 && long.length <= 6 ? toNameCase(words.toUpperCase()) : undefined
}

const toRow = (names: readonly string[], country: string, term: Term): PersonRow => {
  const second = term.code.slice(6, 9)
  return {
    name: names[0] ?? "",
    aliases: names.slice(1).join("|"),
    country,
    role: PORTFOLIOS.test(second) ? "minister" : "",
    sectors: SECTORS[second] ?? "GOV",
    from: term.from,
    to: term.to,
    origin: "phoenix",
  }
}

/** People with dated offices in government, one row a term. */
export function phoenixPeople(text: string, countries: readonly TsvRow[]): PersonRow[] {
  const known = new Set(countries.map(({ cells }) => cells.code))
  const rows: PersonRow[] = []
  let names: string[] = []
  let terms: Term[] = []
  const close = (): void => {
    const unique = [...new Set(names)]
    for (const term of unique.length > 0 ? mergeTerms(terms) : [])
      if (known.has(term.code.slice(0, 3))) rows.push(toRow(unique, term.code.slice(0, 3), term))
    names = []
    terms = []
  }
  for (const line of text.split("\n")) {
    if (/^\s+\[/.test(line)) {
      const term = readTerm(line)
      if (term?.code.slice(3, 6) === "GOV" && term.to >= EARLIEST_YEAR && term.from <= term.to)
        terms.push(term)
    } else if (/^[\p{L}+]/u.test(line)) {
      if (!line.startsWith("+")) close()
      const name = personName(line)
      if (name !== undefined) names.push(name)
    }
  }
  close()
  return rows
}

/** Joins the terms of one country that follow on one another into spells; portfolios that differ leave plain GOV. */
function mergeTerms(terms: readonly Term[]): Term[] {
  const merged: Term[] = []
  for (const term of terms.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1)
    if (last !== undefined && sameCountry(last, term) && monthsBetween(last.to, term.from) <= GAP_MONTHS)
      merged[merged.length - 1] = joinTerms(last, term)
    else merged.push(term)
  }
  return merged
}

const sameCountry = (a: Term, b: Term): boolean => a.code.slice(0, 3) === b.code.slice(0, 3)

const joinTerms = (a: Term, b: Term): Term => ({
  code: a.code === b.code ? a.code : a.code.slice(0, 6),
  from: a.from,
  to: laterDay(a.to, b.to),
})

/** ISO days compare as strings. */
function laterDay(a: string, b: string): string {
  if (a > b) return a
  return b
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 +
  Number(b.slice(5, 7) || 1) -
  Number(a.slice(5, 7) || 1)
