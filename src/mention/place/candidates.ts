import type { Analysis } from "../../text/analysis.ts"
import type { Place, PlaceNames } from "../gazetteer.ts"
import { placeKey } from "../gazetteer-key.ts"
import type { NameSpan } from "./tagger.ts"

/** How a candidate's name was read from the text. */
export type Reading =
  | "name"
  | "abbreviation"
  | "adjective"
  | "designation"
  | "part"
  | "county"
  | "county elsewhere"

export interface Candidate {
  readonly place: Place
  readonly reading: Reading
  /** Row of the first-level region (its own row if it is one), -1 where none. */
  readonly admin1: number
  readonly admin2: number
  /** The text has the place's own name, not another of its names; large cities go by several. */
  readonly ownName: boolean
}

/** A name in the text with all places it may mean. */
export interface NamedSpan extends NameSpan {
  readonly key: string
  readonly candidates: readonly Candidate[]
}

const MAX_CANDIDATES = 60
const DESIGNATION =
  / (province|region|state|governorate|oblast|prefecture|district|department|county|parish|township|territory|republic|krai|canton|city|town|village|municipality|metro|area|peninsula|island|islands)$/
const DIRECTION =
  /^(northern|southern|eastern|western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|greater|upper|lower|downtown|inner|outer|mid|city of|town of|village of|state of|province of|county of|republic of|the) /
/** Binary logarithm of the population from which English has names of its own for a city (Geneva, Cologne). */
const MANY_NAMES = 17
const MAX_PART_WORDS = 4
const MIN_PART_LENGTH = 4
/** Words that make a name of any place, and are towns somewhere themselves. */
const GENERIC = new Set(
  "street road avenue drive lane square park parks hospital school college university academy church station bridge airport hotel hall house court center centre office department museum library theatre stadium north south east west northern southern eastern western central national state city county river lake mount bay beach hill hills valley island islands estate general international community public high old new great grand saturday sunday".split(
    " ",
  ),
)
const COUNTY_WORDS = new Set(["county", "counties", "co", "co."])
/** "Jackson and Barrow counties": so far ahead the word is looked for. */
const COUNTIES_REACH = 8
const LIST_WORDS = new Set([",", "and", "or", "&"])

/** Looks up what each name may mean. `counties` holds the keys of counties that the article names in full. */
export function nameSpans(
  spans: readonly NameSpan[],
  analysis: Analysis,
  gazetteer: PlaceNames,
  counties: ReadonlySet<string>,
): NamedSpan[] {
  return spans.map((span) => {
    const surface = textOf(analysis, span)
    const key = (placeKey(surface) ?? surface.toLowerCase()).replace(/^the /, "")
    return { ...span, key, candidates: candidatesOf(surface, key, span, analysis, gazetteer, counties) }
  })
}

export const textOf = ({ text, start, end }: Analysis, { first, last }: NameSpan): string =>
  text.slice(start[first], end[last - 1])

function candidatesOf(
  surface: string,
  key: string,
  span: NameSpan,
  analysis: Analysis,
  gazetteer: PlaceNames,
  counties: ReadonlySet<string>,
): Candidate[] {
  const short = gazetteer.abbreviation(surface)
  if (short !== undefined) return [candidate(short, "abbreviation", key, gazetteer)]
  const found = new Map<number, Reading>()
  const add = (rows: readonly number[], reading: Reading): void => {
    for (const row of rows) if (!found.has(row)) found.set(row, reading)
  }
  const county = `${key} county`
  if (countyFollows(analysis, span)) add(gazetteer.find(county), "county")
  add(gazetteer.find(key), "name")
  if (counties.has(county)) add(gazetteer.find(county), "county elsewhere")
  const adjective = gazetteer.adjective(key)
  if (adjective !== undefined) add([adjective], "adjective")
  const designated = key.replace(DESIGNATION, "")
  if (designated !== key) add(regionsOf(gazetteer.find(designated), gazetteer), "designation")
  if (found.size === 0) add(gazetteer.find(designated.replace(DIRECTION, "")), "part")
  if (found.size === 0) add(gazetteer.find(county), "county elsewhere")
  if (found.size === 0) add(partsOf(key, gazetteer), "part")
  return [...found]
    .map(([row, reading]) => candidate(row, reading, key, gazetteer))
    .sort((a, b) => b.place.logPopulation - a.place.logPopulation)
    .slice(0, MAX_CANDIDATES)
}

/** "Champaign County Sheriff's Office": the longest place name among the words, the first of them where several are as long. */
function partsOf(key: string, gazetteer: PlaceNames): readonly number[] {
  const words = key.split(" ")
  for (let length = Math.min(words.length - 1, MAX_PART_WORDS); length > 0; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const part = words.slice(first, first + length).join(" ")
      if (part.length < MIN_PART_LENGTH || GENERIC.has(part)) continue
      const rows = [part, part.replace(/s$/, "")].map(gazetteer.find).find((found) => found.length > 0)
      if (rows !== undefined) return rows
      const adjective = gazetteer.adjective(part)
      if (adjective !== undefined) return [adjective]
    }
  return []
}

function countyFollows({ text, start, end }: Analysis, { last }: NameSpan): boolean {
  const wordAt = (at: number): string => text.slice(start[at], end[at])
  if (COUNTY_WORDS.has(wordAt(last).toLowerCase())) return true
  for (let at = last; at < last + COUNTIES_REACH && at < start.length; at++) {
    const word = wordAt(at)
    if (word.toLowerCase() === "counties") return at > last
    if (!LIST_WORDS.has(word) && word.charAt(0) === word.charAt(0).toLowerCase()) return false
  }
  return false
}

const regionsOf = (rows: readonly number[], gazetteer: PlaceNames): number[] => {
  const regions = rows.filter((row) => !gazetteer.place(row).feature.startsWith("PPL"))
  return regions.length > 0 ? regions : [...rows]
}

function candidate(row: number, reading: Reading, key: string, gazetteer: PlaceNames): Candidate {
  const place = gazetteer.place(row)
  const above = place.region < 0 ? undefined : gazetteer.place(place.region)
  const isRegion = place.feature === "ADM1"
  return {
    place,
    reading,
    admin1: isRegion ? row : above?.feature === "ADM1" ? above.row : (above?.region ?? -1),
    admin2: place.feature === "ADM2" ? row : above?.feature === "ADM2" ? above.row : -1,
    ownName: reading !== "name" || place.logPopulation >= MANY_NAMES || placeKey(place.name) === key,
  }
}
