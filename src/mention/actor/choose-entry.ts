import type { Actor } from "../../record/actor.ts"
import type { EntityType } from "../../record/mention.ts"
import { type Entry, type EntryKind, entryCountry, type Person } from "../lexicon/entries.ts"
import { phraseText } from "./chunks.ts"
import {
  cityActor,
  governmentActor,
  groupActor,
  nationalsActor,
  organizationActor,
  regionActor,
  stateActor,
  termsOn,
} from "./compose.ts"
import { type Finding, type Item, isOfKind } from "./items.ts"

/** When a name has several readings, the first of these kinds is taken. */
const PREFERENCE: readonly EntryKind[] = [
  "person",
  "organization",
  "group",
  "metonym",
  "demonym",
  "country",
  "capital",
  "agent",
  "region",
  "adjective",
  "regional",
  "city",
]

export function typeOf({ kind }: Entry): EntityType {
  if (kind === "adjective" || kind === "regional" || kind === "demonym") return "nationality"
  if (kind === "country") return "country"
  if (kind === "organization") return "organisation"
  if (kind === "group") return "group"
  return "place"
}

export function entryActor(entry: Entry, finding: Finding, item: Item): Actor | null {
  switch (entry.kind) {
    case "country":
    case "adjective":
      return stateActor(entry.country)
    case "demonym":
      return nationalsActor(entry.country, phraseText(finding.analysis, item))
    case "capital":
    case "metonym":
      return governmentActor(entry.country)
    case "region":
    case "regional":
      return regionActor(entry.region)
    case "city":
      return cityActor(entry.name, entry.country)
    case "organization":
      return organizationActor(entry.organization)
    case "group":
      return groupActor(entry.group)
    default:
      return null
  }
}

interface Choice {
  /** True where the item stands before the head of its phrase. */
  readonly modifier: boolean
  readonly country?: string | null
}

/** The reading of a name that suits its place in the phrase and what the article speaks of. */
export function chooseEntry(finding: Finding, item: Item, { modifier, country }: Choice): Entry | undefined {
  if (item.entries.length <= 1) return item.entries[0]
  const preference = modifier ? ["adjective", "regional", ...PREFERENCE] : PREFERENCE
  const kind = preference.find((wanted) => item.entries.some((entry) => entry.kind === wanted))
  if (kind === "demonym" && !modifier && isOfKind(item, "adjective") && !isNounHead(finding, item))
    return item.entries.find((entry) => entry.kind === "adjective")
  const candidates = item.entries.filter((entry) => entry.kind === kind)
  const best = bestByFocus(finding, candidates, country ?? null)
  return kind === "organization" && best !== undefined && isForeign(finding, best, country ?? null)
    ? (item.entries.find((entry) => entry.kind === "agent") ?? best)
    : best
}

/** Below this weight an article does not speak of a country: one organisation's name alone does not reach it. */
const SPOKEN_OF = 1

/** "Chile's Defense Department" is not the American one, nor is "the Senate" in an article on Kenya. */
function isForeign({ focus }: Finding, entry: Entry, country: string | null): boolean {
  const home = entryCountry(entry)
  if (home === null) return false
  return country === null ? (focus.get(home) ?? 0) < SPOKEN_OF : home !== country
}

const isNounHead = ({ analysis }: Finding, { last }: Item): boolean =>
  (analysis.tag[last - 1] ?? "").startsWith("N")

function bestByFocus(
  { focus }: Finding,
  candidates: readonly Entry[],
  country: string | null,
): Entry | undefined {
  let best = candidates[0]
  let highest = -1
  for (const entry of candidates) {
    const home = entryCountry(entry)
    const weight = home !== null && home === country ? Number.POSITIVE_INFINITY : (focus.get(home ?? "") ?? 0)
    if (weight > highest) {
      highest = weight
      best = entry
    }
  }
  return best
}

/** Several people of one name: who is in office, who is of the country named, whom the article's countries suggest. */
export function choosePerson({ day, focus }: Finding, item: Item, country: string | null): Person {
  const people = item.entries.flatMap((entry) => (entry.kind === "person" ? [entry.person] : []))
  let best = people[0]!
  let highest = Number.NEGATIVE_INFINITY
  for (const person of people) {
    const homes = person.terms.map((term) => term.country ?? "")
    const score =
      (country !== null && homes.includes(country) ? 1000 : 0) +
      (day !== undefined && termsOn(person, day).length > 0 ? 10 : 0) +
      (person.terms.some(({ exact }) => exact) ? 5 : 0) +
      Math.max(...homes.map((home) => focus.get(home) ?? 0))
    if (score > highest) {
      highest = score
      best = person
    }
  }
  return best
}
