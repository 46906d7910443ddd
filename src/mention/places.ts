import type { Mention, PlaceMention } from "../record/mention.ts"
import type { Analysis } from "../text/analysis.ts"
import type { Gazetteer, Place } from "./gazetteer.ts"
import { placeKey } from "./gazetteer-key.ts"
import { findMatches, type NameMatch } from "./place/matches.ts"

/** Finds the place names of an article and resolves each to one place; offsets into `analysis.text`. */
export function findPlaces(
  analysis: Analysis,
  _mentions: readonly Mention[],
  gazetteer: Gazetteer,
): PlaceMention[] {
  const found: PlaceMention[] = []
  let taken = 0
  for (const match of longestFirst(findMatches(analysis, gazetteer))) {
    if (match.first < taken) continue
    taken = match.last
    const place = mostProminent(match.rows, gazetteer)
    if (place !== undefined) found.push(placeMention(analysis, match, place))
  }
  return found
}

/** Looks a place name up without an article: the most prominent place of that name, within the countries hinted at if any has one. */
export function resolvePlace(
  name: string,
  gazetteer: Gazetteer,
  hints: { readonly countries?: readonly string[] } = {},
): Place | null {
  const key = placeKey(name)
  const rows = key === null ? [] : gazetteer.find(key.replace(/^the /, ""))
  const within = rows.filter((row) => hints.countries?.includes(gazetteer.place(row).country ?? ""))
  return mostProminent(within.length > 0 ? within : rows, gazetteer) ?? null
}

/** The capital of a country, by ISO 3166-1 alpha-3; null where it has none. */
export const capitalOf = (country: string, gazetteer: Gazetteer): Place | null =>
  gazetteer.capital(country) ?? null

const longestFirst = (matches: readonly NameMatch[]): NameMatch[] =>
  [...matches].sort((a, b) => a.first - b.first || b.last - a.last)

/** Prior of a feature class, in doublings of population. */
const PRIOR: readonly [RegExp, number][] = [
  [/^PCL/, 40],
  [/^CONT|^OCN|^SEA|^RGN|^ISL|^BLDG|^STRT|^GULF/, 25],
  [/^PPLC/, 8],
  [/^PPL/, 2],
  [/^ADM1/, 1],
]

function mostProminent(rows: readonly number[], gazetteer: Gazetteer): Place | undefined {
  let best: Place | undefined
  for (const row of rows) {
    const place = gazetteer.place(row)
    if (best === undefined || prominence(place) > prominence(best)) best = place
  }
  return best
}

const prominence = (place: Place): number =>
  place.logPopulation + (PRIOR.find(([feature]) => feature.test(place.feature))?.[1] ?? 0)

function placeMention(analysis: Analysis, match: NameMatch, place: Place): PlaceMention {
  const start = analysis.start[match.first] ?? 0
  const end = analysis.end[match.last - 1] ?? start
  const { name, latitude, longitude, geonames, country, feature } = place
  return {
    start,
    end,
    text: analysis.text.slice(start, end),
    name,
    latitude,
    longitude,
    geonames,
    country,
    feature,
  }
}
