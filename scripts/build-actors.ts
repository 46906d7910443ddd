// `node --import tsx scripts/build-actors.ts [-- --reference DIR]`
// Renews the derived rows of data/actors/people.tsv (origins factbook, reign, phoenix) from the reference files and
// leaves the rows of every other origin as they are. A derived person whom such a row names already is left out.
import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { alternatives, parseTsv } from "../src/codebook/tsv.ts"
import { PEOPLE_COLUMNS } from "../src/mention/lexicon/person-file.ts"
import { nameKey } from "../src/mention/name/normalise.ts"
import { factbookPeople } from "./actors/factbook.ts"
import type { PersonRow } from "./actors/person-row.ts"
import { phoenixPeople } from "./actors/phoenix.ts"
import { reignPeople } from "./actors/reign.ts"

const ROOT = resolve(import.meta.dirname, "..")
const PEOPLE = resolve(ROOT, "data/actors/people.tsv")
const DERIVED = new Set(["factbook", "reign", "phoenix"])

const { values: options } = parseArgs({
  options: { reference: { type: "string", default: resolve(ROOT, "../shared/reference") } },
})

const reference = (file: string): string => readFileSync(resolve(options.reference, file), "utf8")
const countries = parseTsv(
  "actors/countries.tsv",
  readFileSync(resolve(ROOT, "data/actors/countries.tsv"), "utf8"),
  ["code", "name", "aliases", "cow"],
)

function keptRows(): PersonRow[] {
  const rows = parseTsv("actors/people.tsv", readFileSync(PEOPLE, "utf8"), [...PEOPLE_COLUMNS])
  return rows.map(({ cells }) => cells as unknown as PersonRow).filter(({ origin }) => !DERIVED.has(origin))
}

const keysOf = (row: PersonRow): string[] => [row.name, ...alternatives(row.aliases)].map(nameKey)

/** Adds the rows of the people whom no row before names, source by source: the first source to know a person wins. */
function merge(kept: readonly PersonRow[], sources: readonly (readonly PersonRow[])[]): PersonRow[] {
  const rows = [...kept]
  const known = new Set(kept.flatMap(keysOf))
  for (const source of sources) {
    const fresh = source.filter((row) => !keysOf(row).some((key) => known.has(key)))
    for (const row of fresh) rows.push(row)
    for (const key of fresh.flatMap(keysOf)) known.add(key)
  }
  return rows
}

const order = (a: PersonRow, b: PersonRow): number =>
  compare(a.country, b.country) || compare(a.name, b.name) || compare(a.from, b.from)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const rows = merge(keptRows(), [
  factbookPeople(reference("factbook-countries.json"), countries),
  phoenixPeople(reference("phoenix/Phoenix.Countries.actors.txt"), countries),
  reignPeople(reference("reign-leaders-1950-2021.csv"), countries),
])
const lines = rows.toSorted(order).map((row) => PEOPLE_COLUMNS.map((column) => row[column]).join("\t"))
writeFileSync(PEOPLE, `${[PEOPLE_COLUMNS.join("\t"), ...lines].join("\n")}\n`)
console.log(`${rows.length} rows in data/actors/people.tsv`)
