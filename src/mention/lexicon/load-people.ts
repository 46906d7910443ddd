import { DataError } from "../../codebook/data-files.ts"
import { nameWords } from "../name/normalise.ts"
import type { Person, Term } from "./entries.ts"
import type { NameTable } from "./name-table.ts"

const COLUMNS = ["name", "aliases", "country", "role", "sectors", "from", "to", "origin"] as const
const NAME = 0
const ALIASES = 1
const COUNTRY = 2
const ROLE = 3
const SECTORS = 4
const FROM = 5
const TO = 6
const ORIGIN = 7
const DATE = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?$/
/** Origins whose role names the very office; the others only say that somebody was in government. */
const INEXACT_ORIGINS = new Set(["phoenix", "reign"])
/** Where the family name comes first. */
const FAMILY_NAME_FIRST = new Set(["CHN", "TWN", "HKG", "MAC", "KOR", "PRK"])

export interface People {
  /** Holders of exact offices by family name, in normalised words. */
  readonly byFamilyName: ReadonlyMap<string, readonly Person[]>
  /** Given names of all people, normalised. */
  readonly givenNames: ReadonlySet<string>
  /** Family names of all people, normalised. */
  readonly familyNames: ReadonlySet<string>
}

interface Draft extends Person {
  readonly terms: Term[]
  readonly aliases: string[]
}

/**
 * Reads people.tsv into the table. Rows of one name are one person, except that derived rows keep countries apart.
 * The file has 20,000 rows, so its cells are cut without the general reader.
 */
export function loadPeople(path: string, text: string, table: NameTable): People {
  const drafts = new Map<string, Draft>()
  const sectorLists = new Map<string, readonly string[]>()
  const lines = text.split("\n")
  checkHeader(path, lines[0] ?? "")
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!
    if (line === "" || line.startsWith("#")) continue
    const cells = line.split("\t")
    if (cells.length < TO || cells.length > COLUMNS.length)
      throw new DataError(`data/${path}:${at + 1}: ${cells.length} cells, expected ${COLUMNS.length}.`)
    addRow(drafts, cells, readTerm(cells, sectorLists, `data/${path}:${at + 1}`))
  }
  return indexPeople(drafts.values(), table)
}

function checkHeader(path: string, header: string): void {
  const found = header.trim().split("\t")
  if (COLUMNS.some((column, at) => found[at] !== column))
    throw new DataError(
      `data/${path}:1: the header must read ${COLUMNS.join(", ")}; it reads ${found.join(", ")}.`,
    )
}

function addRow(drafts: Map<string, Draft>, cells: readonly string[], term: Term): void {
  const name = cells[NAME]!
  const key = term.exact ? name : `${name}\t${term.country}`
  const draft = drafts.get(key)
  const aliases = cells[ALIASES] === "" ? [] : cells[ALIASES]!.split("|")
  if (draft === undefined) {
    drafts.set(key, { name, terms: [term], aliases })
    return
  }
  draft.terms.push(term)
  for (const alias of aliases) if (!draft.aliases.includes(alias)) draft.aliases.push(alias)
}

function readTerm(cells: readonly string[], lists: Map<string, readonly string[]>, where: string): Term {
  const from = cells[FROM] ?? ""
  const to = (cells[TO] ?? "").trim()
  if (!DATE.test(from) || !DATE.test(to))
    throw new DataError(
      `${where}: "${from}" to "${to}" are no dates. Dates are ISO: 2023-12-03, 2023-12 or 2023.`,
    )
  if (from !== "" && to !== "" && to < from.slice(0, to.length))
    throw new DataError(`${where}: the role ends (${to}) before it begins (${from}).`)
  const joined = cells[SECTORS] ?? ""
  let sectors = lists.get(joined)
  if (sectors === undefined) {
    sectors = joined === "" ? [] : joined.split("|")
    lists.set(joined, sectors)
  }
  return {
    country: cells[COUNTRY] || null,
    role: cells[ROLE] || null,
    sectors,
    from,
    to,
    exact: !INEXACT_ORIGINS.has((cells[ORIGIN] ?? "").trim()),
  }
}

function indexPeople(drafts: Iterable<Draft>, table: NameTable): People {
  const byFamilyName = new Map<string, Person[]>()
  const givenNames = new Set<string>()
  const familyNames = new Set<string>()
  const eastern: Draft[] = []
  const add = (person: Draft, given: string, family: string): void => {
    givenNames.add(given)
    familyNames.add(family)
    if (person.terms.some(({ exact }) => exact)) indexFamilyNames(person, byFamilyName, family)
  }
  for (const person of drafts) {
    const entry = { kind: "person", person } as const
    table.add(person.name, entry, "capital")
    for (const name of person.aliases) table.add(name, entry, "capital")
    if (FAMILY_NAME_FIRST.has(person.terms[0]!.country ?? "")) eastern.push(person)
    else {
      const words = nameWords(person.name)
      if (words.length > 1) add(person, words[0]!, words.at(-1)!)
    }
  }
  for (const person of eastern) {
    const words = nameWords(person.name)
    if (words.length < 2) continue
    // "Carrie Lam" is written in the Western order.
    const western = words.length === 2 && givenNames.has(words[0]!)
    add(person, western ? words[0]! : words.at(-1)!, western ? words[1]! : words[0]!)
  }
  return { byFamilyName, givenNames, familyNames }
}

/** "Lukashenka" must find Lukashenko: each alias adds its own family name. */
function indexFamilyNames(person: Draft, index: Map<string, Person[]>, own: string): void {
  const families = new Set([own])
  const familyFirst = nameWords(person.name)[0] === own
  for (const name of person.aliases) {
    const words = nameWords(name)
    const family = familyFirst ? words[0] : words.at(-1)
    if (family !== undefined && family.length > 1) families.add(family)
  }
  for (const family of families) {
    const there = index.get(family)
    if (there === undefined) index.set(family, [person])
    else there.push(person)
  }
}
