import { nameWords } from "../name/normalise.ts"
import type { Person } from "./entries.ts"
import type { NameTable } from "./name-table.ts"
import { FiledPerson, forEachRow, type PersonFile } from "./person-file.ts"

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

/**
 * Reads people.tsv into the table. Rows of one name are one person, except that derived rows keep countries apart.
 * Dates and roles are read, and their errors thrown, when a person is first looked at.
 */
export function loadPeople(path: string, text: string, table: NameTable): People {
  const file: PersonFile = { path, text }
  const people = new Map<string, FiledPerson>()
  forEachRow(file, (row) => {
    const key = row.exact ? row.name : `${row.name}\t${row.country}`
    const known = people.get(key)
    if (known === undefined) people.set(key, new FiledPerson(file, row))
    else known.addRow(row)
  })
  return indexPeople(people.values(), table)
}

function indexPeople(people: Iterable<FiledPerson>, table: NameTable): People {
  const byFamilyName = new Map<string, Person[]>()
  const givenNames = new Set<string>()
  const familyNames = new Set<string>()
  const eastern: [FiledPerson, readonly string[]][] = []
  const add = (person: FiledPerson, given: string, family: string): void => {
    givenNames.add(given)
    familyNames.add(family)
    if (person.exact) indexFamilyNames(person, byFamilyName, family)
  }
  for (const person of people) {
    const words = nameWords(person.name)
    table.addWords(words, person, "capital")
    for (const name of person.aliases) table.add(name, person, "capital")
    if (words.length < 2) continue
    if (FAMILY_NAME_FIRST.has(person.home ?? "")) eastern.push([person, words])
    else add(person, words[0]!, words.at(-1)!)
  }
  for (const [person, words] of eastern) {
    // "Carrie Lam" is written in the Western order.
    const western = words.length === 2 && givenNames.has(words[0]!)
    add(person, western ? words[0]! : words.at(-1)!, western ? words[1]! : words[0]!)
  }
  return { byFamilyName, givenNames, familyNames }
}

/** "Lukashenka" must find Lukashenko: each alias adds its own family name. */
function indexFamilyNames(person: FiledPerson, index: Map<string, Person[]>, own: string): void {
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
