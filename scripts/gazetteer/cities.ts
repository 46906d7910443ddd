import type { PlaceRow } from "./place-row.ts"

/** Local news names small places: here every place of 500 inhabitants counts. */
const FINE_COUNTRIES = new Set(["US", "GB", "IE", "CA", "AU", "NZ"])
const MIN_POPULATION = 1000
/** Places this large keep all their names in Latin script; smaller ones only where the news spells them many ways. */
const MANY_NAMES_POPULATION = 10_000
const MANY_SPELLINGS = new Set(
  "AF AM AZ BA BY CD CF CN CY EG ER ET GE HT IL IN IQ IR JO KG KP KZ LB LY MD ML MM NE NG PK PS RS RU SA SD SO SS SY TD TJ TM TR UA UZ XK YE".split(
    " ",
  ),
)
const SEAT = /^PPL(A|A2|C|G|CH)$/
const CODE_LIKE = /^[A-Z]{2,4}$/
const LATIN = /^[\p{Script=Latin}\p{M}\s'’‘`.ʹʺ\-–—()&ʻʼʿʾ]+$/u
/** GeoNames' machine transliterations from other scripts stand in lower case. */
const TRANSLITERATED = /^\p{Ll}/u
/** GeoNames lists names by the alphabet: a lower bound would lose the last letters of the largest cities. */
const ALIASES_OF_MILLIONS = 80
const MAX_ALIASES = 24
const LATIN_MIN_LENGTH = 3

/** Reads GeoNames' cities500.txt: the places that are kept, and every place's region and coordinates for the regions' middles. */
export function readCities(text: string): { kept: PlaceRow[]; all: PlaceRow[] } {
  const all: PlaceRow[] = []
  const kept: PlaceRow[] = []
  for (const line of text.split("\n")) {
    if (line === "") continue
    const row = cityRow(line.split("\t"))
    all.push(row)
    if (isKept(row)) kept.push(row)
  }
  return { kept, all }
}

function cityRow(cells: readonly string[]): PlaceRow {
  const cell = (at: number): string => cells[at] ?? ""
  const country = cell(8)
  const admin1 = cell(10) === "" ? "" : `${country}.${cell(10)}`
  const row = {
    name: cell(1),
    latitude: Number(cell(4)),
    longitude: Number(cell(5)),
    geonames: Number(cell(0)),
    population: Number(cell(14)),
    feature: cell(7),
    country,
    admin1,
    admin2: admin1 !== "" && cell(11) !== "" ? `${admin1}.${cell(11)}` : "",
  }
  return { ...row, aliases: usefulAliases(cell(2), cell(3).split(","), row) }
}

function usefulAliases(
  ascii: string,
  others: readonly string[],
  row: { population: number; feature: string; country: string },
): string[] {
  const many =
    row.population >= MANY_NAMES_POPULATION || MANY_SPELLINGS.has(row.country) || row.feature === "PPLC"
  const named = many
    ? others.filter(
        (name) =>
          name.length >= LATIN_MIN_LENGTH &&
          LATIN.test(name) &&
          !CODE_LIKE.test(name) &&
          !TRANSLITERATED.test(name),
      )
    : []
  return [ascii, ...named.slice(0, row.population >= 1_000_000 ? ALIASES_OF_MILLIONS : MAX_ALIASES)]
}

const isKept = (row: PlaceRow): boolean =>
  row.population >= MIN_POPULATION || FINE_COUNTRIES.has(row.country) || SEAT.test(row.feature)
