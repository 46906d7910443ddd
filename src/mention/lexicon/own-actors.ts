import { DataError } from "../../codebook/data-files.ts"
import { alternatives, parseTable } from "../../codebook/tsv.ts"
import { type CodedActor, readActorCode } from "./dictionary-codes.ts"
import { dayAfter, dayBefore } from "./dictionary-dates.ts"
import { type DatedCode, type DictionaryEntry, readDictionary } from "./dictionary-file.ts"
import type { Entry, Term } from "./entries.ts"
import { casingOf, type NameTable } from "./name-table.ts"
import { regularPlural } from "./plural.ts"

/** A user's own file of actors: a TSV, or a dictionary of PETRARCH or TABARI (`.actors`, `.agents`, `.txt`). */
export interface OwnActors {
  /** The file as the user called it, for messages. */
  readonly name: string
  readonly text: string
}

/** A row or line that could not be used: file, line, value and remedy. */
export type Issue = string

type IsCountry = (code: string) => boolean

const TSV = /\.tsv$/i
const AGENTS = /agents?\b/i
const COLUMNS = ["name", "country"]

/**
 * Adds a user's actors to the names; a name of theirs takes the place of ours. Gives what could not be read; throws DataError
 * where a table lacks its columns.
 */
export function addOwnActors(names: NameTable, { name, text }: OwnActors, isCountry: IsCountry): Issue[] {
  const replaced = new Set<string>()
  const put = (forms: readonly string[], entry: Entry, anyCase: boolean): void => {
    for (const form of forms) {
      const key = form.toLowerCase()
      if (!replaced.has(key)) names.forget(form)
      names.add(form, entry, anyCase ? "any" : casingOf(form))
      replaced.add(key)
    }
  }
  return TSV.test(name)
    ? addTable(name, text, isCountry, (forms, entry) => put(forms, entry, false))
    : addDictionary(name, text, isCountry, put, (form) => names.forget(form))
}

function addTable(
  name: string,
  text: string,
  isCountry: IsCountry,
  put: (forms: readonly string[], entry: Entry) => void,
): Issue[] {
  const issues: Issue[] = []
  const people = new Map<string, Term[]>()
  for (const { cells, where } of parseTable(name, text, COLUMNS)) {
    const { country = "", role = "", from = "", to = "" } = cells
    if (cells.name === undefined || cells.name === "" || (country !== "" && !isCountry(country))) {
      issues.push(
        cells.name === ""
          ? `${where}: the name is empty; the row was left out`
          : `${where}: "${country}" is no country; write its ISO 3166 alpha-3 code (BLR), or nothing; the row was left out`,
      )
      continue
    }
    const sectors = alternatives(cells.sectors ?? "")
    const forms = [cells.name, ...alternatives(cells.aliases ?? "")]
    const home = country === "" ? null : country
    if (role === "") {
      put(forms, {
        kind: "organization",
        organization: { name: cells.name, country: home, sectors, from, to },
      })
      continue
    }
    const terms = people.get(cells.name) ?? []
    terms.push({ country: home, role, sectors, from, to, exact: true })
    if (!people.has(cells.name)) put(forms, { kind: "person", person: { name: cells.name, terms } })
    people.set(cells.name, terms)
  }
  return issues
}

function addDictionary(
  name: string,
  text: string,
  isCountry: IsCountry,
  put: (forms: readonly string[], entry: Entry, anyCase: boolean) => void,
  forget: (form: string) => void,
): Issue[] {
  const { entries, issues } = readDictionary(name, text)
  if (entries.length === 0)
    throw new DataError(
      `${name}: no actor could be read. Expected a TSV with a header (name, country, aliases, role, sectors, from, to), or lines such as NAME [BLRGOV].`,
    )
  for (const entry of entries) {
    if (entry.codes.length === 0) {
      for (const form of entry.names) forget(form)
      continue
    }
    const forms = entry.names.map((form) => form.toLowerCase())
    if (AGENTS.test(name.split(/[/\\]/).at(-1) ?? name)) {
      put(forms, agentEntry(entry, isCountry, false), true)
      put(
        forms.filter((form) => !form.endsWith("s")).map(regularPlural),
        agentEntry(entry, isCountry, true),
        true,
      )
    } else put(entry.names.map(titled), actorEntry(entry, isCountry), false)
  }
  return [...issues]
}

function agentEntry({ names, codes }: DictionaryEntry, isCountry: IsCountry, plural: boolean): Entry {
  const { sectors } = readActorCode(codes[0]!.code, isCountry)
  const lemma = names[0]!.toLowerCase()
  return { kind: "agent", agent: { lemma, sectors, role: null, kind: "person", plural } }
}

/** A country alone is a name of it; dated codes make a person with offices; the rest is an organisation. */
function actorEntry({ names, codes }: DictionaryEntry, isCountry: IsCountry): Entry {
  const name = titled(names[0]!)
  const dated = codes.some(({ from, to }) => from !== "" || to !== "")
  if (dated) return { kind: "person", person: { name, terms: termsOf(codes, isCountry) } }
  const { country, sectors } = readActorCode(codes[0]!.code, isCountry)
  if (sectors.length === 0) return { kind: "region", region: { name, country, sectors } }
  return { kind: "organization", organization: { name, country, sectors, from: "", to: "" } }
}

/** The dated terms, and before and after them what the undated code says. */
function termsOf(codes: readonly DatedCode[], isCountry: IsCountry): Term[] {
  const term = ({ country, sectors }: CodedActor, from: string, to: string): Term => ({
    country,
    sectors,
    role: null,
    from,
    to,
    exact: true,
  })
  const dated = codes.filter(({ from, to }) => from !== "" || to !== "")
  const terms = dated.map(({ code, from, to }) => term(readActorCode(code, isCountry), from, to))
  const always = codes.find(({ from, to }) => from === "" && to === "")
  if (always === undefined) return terms
  const coded = readActorCode(always.code, isCountry)
  const first = dated.map(({ from }) => from).sort()[0] ?? ""
  const ends = dated.map(({ to }) => to).sort()
  const last = ends[0] === "" ? "" : (ends.at(-1) ?? "")
  return [
    ...terms,
    ...(first === "" ? [] : [term(coded, "", dayBefore(first))]),
    ...(last === "" ? [] : [term(coded, dayAfter(last), "")]),
  ]
}

/** Dictionaries write in capitals; a short word among them is an acronym or a name alike. */
const titled = (name: string): string =>
  name === name.toUpperCase()
    ? name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    : name
