import type { Mention, PlaceMention } from "../record/mention.ts"
import type { Analysis } from "../text/analysis.ts"
import type { Gazetteer, Place } from "./gazetteer.ts"
import { placeKey } from "./gazetteer-key.ts"
import { type Candidate, nameSpans, textOf } from "./place/candidates.ts"
import { viewDocument } from "./place/document-view.ts"
import { groupNames, type NameGroup } from "./place/groups.ts"
import { findMatches, type NameMatch } from "./place/matches.ts"
import { withoutPeople } from "./place/people.ts"
import { rankGroups } from "./place/rank-model.ts"
import { addSameNames } from "./place/same-names.ts"
import { tagNames } from "./place/tagger.ts"

/** A place as found in a text. */
export interface FoundPlace extends PlaceMention {
  /** The words are an adjective or a demonym ("Belarusian"): they point to the place, but nothing happens there. */
  readonly adjectival: boolean
}

/**
 * Finds the place names of an article and resolves each to one place; offsets into `analysis.text`. Words of people's names are
 * left out. A name that the gazetteer does not know has null coordinates.
 */
export function findPlaces(
  analysis: Analysis,
  mentions: readonly Mention[],
  gazetteer: Gazetteer,
): FoundPlace[] {
  const matches = findMatches(analysis, gazetteer)
  const view = viewDocument(analysis, matches, gazetteer, gazetteer.models.words)
  const names = addSameNames(tagNames(view, gazetteer.models.tagger), matches, view)
  const spans = withoutPeople(names, analysis, mentions)
  const groups = groupNames(nameSpans(spans, analysis, gazetteer, countyKeys(matches)), analysis)
  const beliefs = rankGroups(groups, gazetteer.models.ranks)
  return groups
    .flatMap((group, at) => foundPlaces(group, beliefs[at] ?? [], analysis))
    .sort((a, b) => a.start - b.start)
}

/** Counties that the article names in full, by key. */
export const countyKeys = (matches: readonly NameMatch[]): Set<string> =>
  new Set(matches.map(({ key }) => key).filter((key) => key.endsWith(" county")))

function foundPlaces(group: NameGroup, belief: readonly number[], analysis: Analysis): FoundPlace[] {
  const best = mostLikely(group.candidates, belief)
  return group.spans.map((span) => ({
    start: analysis.start[span.first] ?? 0,
    end: analysis.end[span.last - 1] ?? 0,
    text: textOf(analysis, span),
    name: best?.place.name ?? textOf(analysis, span),
    latitude: best?.place.latitude ?? null,
    longitude: best?.place.longitude ?? null,
    geonames: best?.place.geonames ?? null,
    country: best?.place.country ?? null,
    feature: best?.place.feature ?? null,
    adjectival: best?.reading === "adjective",
  }))
}

function mostLikely(candidates: readonly Candidate[], belief: readonly number[]): Candidate | undefined {
  let best = 0
  for (let at = 1; at < candidates.length; at++) if ((belief[at] ?? 0) > (belief[best] ?? 0)) best = at
  return candidates[best]
}

/** Looks a place name up without an article: the most prominent place of that name, within the countries hinted at if any has one. */
export function resolvePlace(
  name: string,
  gazetteer: Gazetteer,
  hints: { readonly countries?: readonly string[] } = {},
): Place | null {
  const key = placeKey(name)?.replace(/^the /, "")
  const short = gazetteer.abbreviation(name)
  const rows = short !== undefined ? [short] : key === undefined ? [] : gazetteer.find(key)
  const within = rows.filter((row) => hints.countries?.includes(gazetteer.place(row).country ?? ""))
  return mostProminent(within.length > 0 ? within : rows, gazetteer) ?? null
}

/** The capital of a country, by ISO 3166-1 alpha-3; null where it has none. */
export const capitalOf = (country: string, gazetteer: Gazetteer): Place | null =>
  gazetteer.capital(country) ?? null

/** Prior of a feature class, in doublings of population. */
const PRIOR: readonly [RegExp, number][] = [
  [/^PCL/, 40],
  [/^(CONT|OCN|SEA|RGN|ISL|BLDG|STRT|GULF)/, 25],
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
