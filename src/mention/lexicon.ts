import type { DataFiles } from "../codebook/data-files.ts"
import { alternatives, parseTsv } from "../codebook/tsv.ts"
import { loadSoftmax, type SoftmaxModel } from "../text/softmax.ts"
import { loadPlaceNames, type PlaceNames } from "./gazetteer.ts"
import type { Agent, AgentKind, Casing, Country, Entry } from "./lexicon/entries.ts"
import { loadPeople, type People } from "./lexicon/load-people.ts"
import { casingOf, NameTable } from "./lexicon/name-table.ts"
import { loadNameWords, type NameWord } from "./lexicon/name-words.ts"
import { addOwnActors, type Issue, type OwnActors } from "./lexicon/own-actors.ts"
import { regularPlural } from "./lexicon/plural.ts"

/** Who can act in the news, by name: countries, people with dated roles, organisations, groups, and nouns for actors. */
export interface ActorLexicon {
  readonly names: NameTable
  readonly people: People
  readonly countries: ReadonlyMap<string, Country>
  /** Last words of proper names that tell what they name: "University", "River". */
  readonly nameWords: ReadonlyMap<string, NameWord>
  /** Tells what a proper name that the lexicon lacks names; absent while that model is being trained. */
  readonly nameModel: SoftmaxModel | undefined
  /** Ranks whom pronouns, descriptions and people without a country mean; absent while models are being trained. */
  readonly referents: SoftmaxModel | undefined
  /** Where a name that the lexicon lacks may lie: "Shanghai police" are Chinese. */
  readonly gazetteer: PlaceNames
}

/** The model of whom mentions mean (scripts/train-referents.ts). */
export const REFERENT_MODEL = "models/referents.bin"

/** The model of names (scripts/train-names.ts). */
export const NAME_MODEL = "models/names.bin"

/**
 * Reads data/actors/ and the models into one lookup; pass the gazetteer where it is loaded already. Names of the user's `own`
 * files take the place of ours.
 * Throws DataError where a row breaks the rules of its file.
 */
export const loadActorLexicon = (
  data: DataFiles,
  gazetteer?: PlaceNames,
  own: readonly OwnActors[] = [],
): ActorLexicon =>
  Object.freeze({
    ...withOwnActors(loadActorNames(data, gazetteer), own),
    nameModel: loadSoftmax(data, NAME_MODEL),
    referents: loadSoftmax(data, REFERENT_MODEL),
  })

/** The lexicon without the model of names: for its training. */
export function loadActorNames(data: DataFiles, gazetteer: PlaceNames = loadPlaceNames(data)): ActorLexicon {
  const names = new NameTable()
  const countries = loadCountries(data, names)
  loadRegions(data, names)
  loadWorldRegions(data, names)
  loadOrganizations(data, names)
  loadOutletNames(data, names)
  loadGroups(data, names)
  loadAgents(data, names)
  return {
    names,
    countries,
    gazetteer,
    nameModel: undefined,
    referents: undefined,
    people: loadPeople("actors/people.tsv", data.text("actors/people.tsv"), names),
    nameWords: loadNameWords("actors/name-words.tsv", data.text("actors/name-words.tsv")),
  }
}

/** Adds the user's files to a lexicon, and gives the lexicon; what of them cannot be read is told by checkOwnActors. */
function withOwnActors(lexicon: ActorLexicon, own: readonly OwnActors[]): ActorLexicon {
  for (const file of own) addOwnActors(lexicon.names, file, (code) => lexicon.countries.has(code))
  return lexicon
}

/** The rows and lines of a user's file of actors that cannot be used. Throws DataError where none can. */
export function checkOwnActors(data: DataFiles, own: OwnActors): Issue[] {
  const names = new NameTable()
  const countries = loadCountries(data, names)
  return addOwnActors(names, own, (code) => countries.has(code))
}

const rowsOf = (data: DataFiles, path: string, required: readonly string[]) =>
  parseTsv(path, data.text(path), required).map(({ cells }) => cells)

function addAll(names: NameTable, forms: readonly string[], entry: Entry, casing?: Casing): void {
  for (const form of forms) names.add(form, entry, casing ?? casingOf(form))
}

function loadCountries(data: DataFiles, names: NameTable): Map<string, Country> {
  const countries = new Map<string, Country>()
  const rows = rowsOf(data, "actors/countries.tsv", [
    "code",
    "name",
    "aliases",
    "adjectives",
    "demonyms",
    "capital",
  ])
  for (const row of rows) {
    const [capital = ""] = alternatives(row.capital ?? "")
    const country: Country = { code: row.code ?? "", name: row.name ?? "", capital }
    countries.set(country.code, country)
    addAll(names, [country.name, ...alternatives(row.aliases ?? "")], { kind: "country", country })
    const adjectives = alternatives(row.adjectives ?? "")
    addAll(names, adjectives, { kind: "adjective", country })
    for (const demonym of alternatives(row.demonyms ?? ""))
      if (!adjectives.includes(demonym) || demonym.endsWith("i") || demonym.endsWith("n"))
        names.add(demonym, { kind: "demonym", country, plural: isPlural(demonym) })
    for (const name of alternatives(row.capital ?? "")) names.add(name, { kind: "capital", country, name })
    for (const name of alternatives(row.metonyms ?? "")) names.add(name, { kind: "metonym", country, name })
  }
  return countries
}

const isPlural = (demonym: string): boolean => /(?:s|men|women)$/.test(demonym) && !demonym.endsWith("ss")

function loadRegions(data: DataFiles, names: NameTable): void {
  for (const row of rowsOf(data, "actors/regions.tsv", ["name", "country"])) {
    const sectors = [row.sector, ...alternatives(row.sectors ?? "")].filter(
      (sector) => sector !== undefined && sector !== "",
    )
    const region = { name: row.name ?? "", country: row.country ?? "", sectors: sectors as string[] }
    addAll(names, [region.name, ...alternatives(row.aliases ?? "")], { kind: "region", region })
    addAll(names, alternatives(row.adjectives ?? ""), { kind: "regional", region })
  }
}

/** Parts of the world, which no state owns: "the West", "African leaders". */
function loadWorldRegions(data: DataFiles, names: NameTable): void {
  for (const row of rowsOf(data, "actors/world-regions.tsv", ["name", "aliases", "adjectives"])) {
    const region = { name: row.name ?? "", country: null, sectors: [] }
    addAll(names, [region.name, ...alternatives(row.aliases ?? "")], { kind: "region", region })
    addAll(names, alternatives(row.adjectives ?? ""), { kind: "regional", region })
  }
}

function loadOrganizations(data: DataFiles, names: NameTable): void {
  for (const row of rowsOf(data, "actors/organizations.tsv", ["name", "aliases", "country", "kind"])) {
    const organization = {
      name: row.name ?? "",
      country: row.country === "" ? null : (row.country ?? null),
      sectors: [row.kind ?? "", ...alternatives(row.sectors ?? "")].filter((sector) => sector !== ""),
      from: row.from ?? "",
      to: row.to ?? "",
    }
    addAll(names, [organization.name, ...alternatives(row.aliases ?? "")], {
      kind: "organization",
      organization,
    })
  }
}

/** Newspapers, agencies and broadcasters; a name of one short word must be written in capitals. */
function loadOutletNames(data: DataFiles, names: NameTable): void {
  for (const path of ["outlets/agencies.tsv", "outlets/outlets.tsv"])
    for (const row of rowsOf(data, path, ["name", "country", "aliases"])) {
      const organization = {
        name: row.name ?? "",
        country: row.country === "" ? null : (row.country ?? null),
        sectors: ["JRN"],
        from: "",
        to: "",
      }
      for (const form of [organization.name, ...alternatives(row.aliases ?? "")])
        if (
          names.named(form).length === 0 &&
          !ORDINARY_WORDS.has(form) &&
          (path === "outlets/agencies.tsv" || isOutletName(form))
        )
          names.add(
            form,
            { kind: "organization", organization },
            form === form.toUpperCase() ? "upper" : "title",
          )
    }
}

/** Papers whose name every text uses otherwise. */
const ORDINARY_WORDS = new Set(["Time", "Nature", "Science", "Fortune", "Life", "People", "Variety"])

/** Names of one plain word ("Dawn", "Focus", "Independent") would be found everywhere. */
const isOutletName = (form: string): boolean =>
  form.includes(" ") || form.includes(".") || form.includes("-") || /\p{Lu}.*\p{Lu}/u.test(form)

function loadGroups(data: DataFiles, names: NameTable): void {
  for (const row of rowsOf(data, "actors/groups.tsv", ["name", "aliases", "country", "kind", "sector"])) {
    const group = {
      name: row.name ?? "",
      country: row.country === "" ? null : (row.country ?? null),
      sector: row.sector ?? "",
      kind: row.kind ?? "",
    }
    addAll(names, [group.name, ...alternatives(row.aliases ?? "")], { kind: "group", group })
  }
}

function loadAgents(data: DataFiles, names: NameTable): void {
  for (const row of rowsOf(data, "actors/agents.tsv", [
    "lemma",
    "plural",
    "sector",
    "sectors",
    "role",
    "kind",
  ])) {
    const lemma = row.lemma ?? ""
    const base = {
      lemma,
      sectors: [row.sector ?? "", ...alternatives(row.sectors ?? "")].filter((sector) => sector !== ""),
      role: row.role === "" ? null : (row.role ?? null),
      kind: (row.kind ?? "person") as AgentKind,
    }
    const plural = row.plural === "" || row.plural === undefined ? regularPlural(lemma) : row.plural
    const singular: Agent = { ...base, plural: plural === lemma }
    names.add(lemma, { kind: "agent", agent: singular })
    if (plural !== lemma) names.add(plural, { kind: "agent", agent: { ...base, plural: true } })
  }
}
