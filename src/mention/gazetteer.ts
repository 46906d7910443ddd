import type { DataFiles } from "../codebook/data-files.ts"
import { DataError } from "../codebook/data-files.ts"
import { alternatives, parseTsv, type TsvRow } from "../codebook/tsv.ts"
import { PackedPlaces } from "./gazetteer-file.ts"
import { placeKey } from "./gazetteer-key.ts"
import { loadPlaceModels, type PlaceModels } from "./place/models.ts"
import { remembering } from "./remembering.ts"

/** A place as the gazetteer knows it. */
export interface Place {
  /** Its number in this gazetteer; not stable across versions. */
  readonly row: number
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly geonames: number | null
  /** ISO 3166-1 alpha-3, null for seas and parts of the world. */
  readonly country: string | null
  /** GeoNames feature code. */
  readonly feature: string
  /** Binary logarithm of the population plus one; 0 where unknown. */
  readonly logPopulation: number
  /** Row of the first- or second-level region that it lies in, -1 where unknown. */
  readonly region: number
}

/** The packed places, read on demand, and the editable tables of countries and features. */
export interface PlaceNames {
  /** Rows of all places of that name, most populous first within cities; the key is `placeKey(name)`. */
  readonly find: (key: string) => readonly number[]
  /** The region that an abbreviation ("Calif.", "KY"), written exactly so, stands for. */
  readonly abbreviation: (surface: string) => number | undefined
  /** The country or region that an adjective or demonym ("Belarusian", "Texans") belongs to; the key is `placeKey(word)`. */
  readonly adjective: (key: string) => number | undefined
  /** True where a longer name begins with this key and a space. */
  readonly continues: (key: string) => boolean
  readonly place: (row: number) => Place
  /** The country's own row, undefined where unknown; code is ISO 3166-1 alpha-3. */
  readonly country: (code: string) => Place | undefined
  readonly capital: (code: string) => Place | undefined
}

/** All that finding places needs: their names, and what was learned of recognising and choosing them. */
export interface Gazetteer extends PlaceNames {
  readonly models: PlaceModels
}

const COORDINATE = /^-?\d{1,3}(\.\d+)?$/
const COUNTRY_FEATURE = "PCLI"
const CAPITAL_FEATURE = "PPLC"
const ARTICLE = /^the /

/** Loads the gazetteer from data/places, the countries' names from data/actors/countries.tsv and the models beside them. */
export const loadGazetteer = (data: DataFiles): Gazetteer =>
  Object.freeze({ ...loadPlaceNames(data), models: loadPlaceModels(data) })

/** The gazetteer without what was learned: for training. */
export function loadPlaceNames(data: DataFiles): PlaceNames {
  const packed = new PackedPlaces(data.bytes("places/geonames.bin"))
  const table = new PlaceTable(packed.header.rows)
  const countryRows = addCountries(data, table)
  addFeatures(data, table)
  const lookUp = { table, packed }
  addAliases(data, lookUp)
  const abbreviations = readAbbreviations(data, lookUp)
  const adjectives = readAdjectives(data, lookUp, countryRows)
  const capitals = findCapitals(data, packed)
  const place = remembering((row: number) => table.place(row) ?? packedPlace(packed, row))
  const entry = remembering((key: string): NameEntry => {
    const found: number[] = [...table.find(key)]
    const longer = packed.find(key, found)
    return { rows: [...new Set(found)], continues: longer || table.continues(key) }
  })
  const orNone = (row: number | undefined): Place | undefined => (row === undefined ? undefined : place(row))
  return {
    find: (key: string) => entry(key).rows,
    continues: (key: string) => entry(key).continues,
    abbreviation: (surface: string) => abbreviations.get(surface),
    adjective: (key: string) => adjectives.get(key),
    place,
    country: (code: string) => orNone(countryRows.get(code)),
    capital: (code: string) => orNone(capitals.get(code)),
  }
}

interface NameEntry {
  readonly rows: readonly number[]
  readonly continues: boolean
}

/** The places that stand in editable tables, numbered after the packed ones. */
class PlaceTable {
  readonly #first: number
  readonly #places: Place[] = []
  readonly #rows = new Map<string, number[]>()
  readonly #prefixes = new Set<string>()

  constructor(first: number) {
    this.#first = first
  }

  add(place: Omit<Place, "row" | "region">, names: readonly string[]): number {
    const row = this.#first + this.#places.length
    this.#places.push({ ...place, row, region: -1 })
    for (const name of names) this.addName(name, row)
    return row
  }

  addName(name: string, row: number): void {
    const key = placeKey(name)?.replace(ARTICLE, "")
    if (key === undefined) return
    const rows = this.#rows.get(key)
    if (rows === undefined) this.#rows.set(key, [row])
    else if (!rows.includes(row)) rows.push(row)
    for (let at = key.indexOf(" "); at > 0; at = key.indexOf(" ", at + 1))
      this.#prefixes.add(key.slice(0, at))
  }

  find(key: string): readonly number[] {
    return this.#rows.get(key) ?? []
  }

  continues(key: string): boolean {
    return this.#prefixes.has(key)
  }

  place(row: number): Place | undefined {
    return this.#places[row - this.#first]
  }
}

function addCountries(data: DataFiles, table: PlaceTable): Map<string, number> {
  const names = new Map<string, readonly string[]>()
  const actors = parseTsv("actors/countries.tsv", data.text("actors/countries.tsv"), [
    "code",
    "name",
    "aliases",
  ])
  for (const { cells } of actors)
    names.set(cells.code ?? "", [cells.name ?? "", ...alternatives(cells.aliases ?? "")])
  const rows = new Map<string, number>()
  for (const row of parseTsv("places/countries.tsv", data.text("places/countries.tsv"), COUNTRY_COLUMNS)) {
    const code = row.cells.code ?? ""
    const [name, ...others] = names.get(code) ?? []
    const place = {
      ...placeOf(row, code),
      name: name ?? row.cells.name ?? "",
      feature: COUNTRY_FEATURE,
      logPopulation: Math.log2(Number(row.cells.population) + 1),
    }
    rows.set(code, table.add(place, [place.name, row.cells.name ?? "", ...others]))
  }
  return rows
}
const COUNTRY_COLUMNS = ["code", "name", "latitude", "longitude", "geonames", "population"]

function addFeatures(data: DataFiles, table: PlaceTable): void {
  for (const row of parseTsv("places/features.tsv", data.text("places/features.tsv"), FEATURE_COLUMNS)) {
    const place = placeOf(row, row.cells.country ?? "")
    table.add(place, [place.name, ...alternatives(row.cells.aliases ?? "")])
  }
}
const FEATURE_COLUMNS = ["name", "aliases", "latitude", "longitude", "geonames", "feature", "country"]

interface LookUp {
  readonly table: PlaceTable
  readonly packed: PackedPlaces
}

/** Further names of packed places: each row names a place as the packed file has it, and the country that it lies in. */
function addAliases(data: DataFiles, lookUp: LookUp): void {
  for (const row of parseTsv("places/aliases.tsv", data.text("places/aliases.tsv"), [
    "aliases",
    "place",
    "country",
  ]))
    for (const alias of alternatives(row.cells.aliases ?? ""))
      lookUp.table.addName(alias, rowNamed(row, lookUp, POPULATED_FIRST))
}

function readAbbreviations(data: DataFiles, lookUp: LookUp): Map<string, number> {
  const found = new Map<string, number>()
  const path = "places/abbreviations.tsv"
  for (const row of parseTsv(path, data.text(path), ["forms", "place", "country"]))
    for (const form of alternatives(row.cells.forms ?? ""))
      found.set(form, rowNamed(row, lookUp, REGIONS_FIRST))
  return found
}

function readAdjectives(
  data: DataFiles,
  lookUp: LookUp,
  countries: ReadonlyMap<string, number>,
): Map<string, number> {
  const found = new Map<string, number>()
  const add = (words: string, row: number): void => {
    for (const word of alternatives(words)) {
      const key = placeKey(word)
      if (key !== null && !found.has(key)) found.set(key, row)
    }
  }
  const actors = parseTsv("actors/countries.tsv", data.text("actors/countries.tsv"), [
    "code",
    "adjectives",
    "demonyms",
  ])
  for (const { cells } of actors) {
    const row = countries.get(cells.code ?? "")
    if (row === undefined) continue
    add(cells.adjectives ?? "", row)
    add(cells.demonyms ?? "", row)
  }
  const path = "places/adjectives.tsv"
  for (const row of parseTsv(path, data.text(path), ["adjectives", "place", "country"]))
    add(row.cells.adjectives ?? "", rowNamed(row, lookUp, REGIONS_FIRST))
  return found
}

/** In which order to choose among places of one name in one country. */
const POPULATED_FIRST: readonly RegExp[] = [/^PPL/, /^ADM1/]
const REGIONS_FIRST: readonly RegExp[] = [/^(?!PPL|ADM2)/, /^ADM1/]

/** The place that a row of an editable table means: its name as data/places has it, in its country. */
function rowNamed({ cells, where }: TsvRow, { table, packed }: LookUp, order: readonly RegExp[]): number {
  const key = placeKey(cells.place ?? "") ?? ""
  const rows = [...table.find(key)]
  packed.find(key, rows)
  const rank = (row: number): number => {
    const feature = table.place(row)?.feature ?? packed.feature(row)
    const at = order.findIndex((kind) => kind.test(feature))
    return (at < 0 ? order.length : at) * 100 - (row < packed.header.rows ? packed.logPopulation(row) : 0)
  }
  const own = rows.filter((row) => {
    const place = table.place(row)
    return (place === undefined ? packed.country(row) : (place.country ?? "")) === cells.country
  })
  const best = own.sort((a, b) => rank(a) - rank(b))[0]
  if (best !== undefined) return best
  throw new DataError(
    `${where}: no place "${cells.place}" in "${cells.country}". Write it as data/places knows it, or add it to features.tsv.`,
  )
}

function placeOf({ cells, where }: TsvRow, country: string): Omit<Place, "row" | "region"> {
  const { latitude = "", longitude = "" } = cells
  if (!COORDINATE.test(latitude) || !COORDINATE.test(longitude))
    throw new DataError(
      `${where}: "${latitude}, ${longitude}" are no coordinates. Write degrees with a point, as 52.5 and -3.5.`,
    )
  return {
    name: cells.name ?? "",
    latitude: Number(latitude),
    longitude: Number(longitude),
    geonames: cells.geonames ? Number(cells.geonames) : null,
    country: country === "" ? null : country,
    feature: cells.feature ?? "",
    logPopulation: 0,
  }
}

/** The city that data/actors/countries.tsv names as the capital, else the one that GeoNames marks. */
function findCapitals(data: DataFiles, packed: PackedPlaces): Map<string, number> {
  const capitals = new Map<string, number>()
  for (const { cells } of parseTsv("actors/countries.tsv", data.text("actors/countries.tsv"), [
    "code",
    "capital",
  ])) {
    const found: number[] = []
    for (const name of alternatives(cells.capital ?? "")) packed.find(placeKey(name) ?? "", found)
    const row = found.find(
      (candidate) => packed.country(candidate) === cells.code && candidate >= packed.header.regions,
    )
    if (row !== undefined) capitals.set(cells.code ?? "", row)
  }
  for (let row = packed.header.regions; row < packed.header.rows; row++)
    if (packed.feature(row) === CAPITAL_FEATURE && !capitals.has(packed.country(row)))
      capitals.set(packed.country(row), row)
  return capitals
}

function packedPlace(packed: PackedPlaces, row: number): Place {
  const country = packed.country(row)
  return {
    row,
    name: packed.name(row),
    latitude: round(packed.latitude(row)),
    longitude: round(packed.longitude(row)),
    geonames: packed.geonames(row),
    country: country === "" ? null : country,
    feature: packed.feature(row),
    logPopulation: packed.logPopulation(row),
    region: packed.region(row),
  }
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000
