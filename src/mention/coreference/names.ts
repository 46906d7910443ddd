import { formOf } from "../actor/chunks.ts"
import { type Day, personActor, termsOn } from "../actor/compose.ts"
import type { Draft } from "../actor/draft.ts"
import type { Finding } from "../actor/items.ts"
import type { Person, Term } from "../lexicon/entries.ts"
import { nameWords } from "../name/normalise.ts"
import type { Entities, Entity } from "./entities.ts"

/** Offices whose holders are called by the family name alone at first mention. */
const PROMINENT =
  /^(?:acting )?(?:president|prime minister|chancellor|supreme leader|leader|king|foreign minister|secretary of state|defence minister|pope|secretary-general of .+|president-elect|director-general of .+|high representative|president of the European .+)$/
/** Days around a term within which a bare family name may still mean its holder. */
const NEAR_YEARS = 2
/** How much an article must speak of a country before a lesser office-holder's family name alone is enough. */
const SUPPORT = 4

/** Puts a proper name into the chain of an earlier name that it repeats or shortens. */
export function chainName(finding: Finding, draft: Draft, entities: Entities, full: readonly Draft[]): void {
  const known = findNamed(draft, entities)
  if (known !== undefined) {
    draft.chain = known.chain
    adopt(draft, known)
    return
  }
  if (draft.type !== "person" && draft.type !== "other" && draft.type !== "place") return
  if (draft.person !== undefined || draft.name?.length !== 1) return
  if (draft.type === "place" && isLocated(finding, draft)) return
  const later = full.find((other) => other.first > draft.first && endsLike(other, draft.name![0]!))
  const person = later?.person ?? (later === undefined ? prominentPerson(finding, draft) : undefined)
  if (person !== undefined) {
    draft.person = person
    draft.type = "person"
    draft.actor = personActor(person, finding.day)
  } else if (later !== undefined) {
    draft.type = "person"
    draft.actor = later.actor
  }
}

const LOCATING = new Set("in at near from to of around outside inside across".split(" "))

/** "in Clinton": a town, whoever bears its name. */
const isLocated = ({ analysis }: Finding, { first }: Draft): boolean =>
  first > 0 && LOCATING.has(formOf(analysis, first - 1).toLowerCase())

const endsLike = (draft: Draft, word: string): boolean =>
  draft.type === "person" && (draft.name?.length ?? 0) > 1 && familyNames(draft).includes(word)

/** The words by which a full name is shortened: the last; for known people every alias's last, and a family name put first. */
export function familyNames({ name = [], person }: Pick<Draft, "name" | "person">): string[] {
  const last = name.at(-1)
  const words = last === undefined ? [] : [last]
  if (name.length > 1 && name[0]!.length > 1) words.push(name[0]!)
  if (person !== undefined) {
    const own = nameWords(person.name)
    words.push(own.at(-1) ?? "", own[0] ?? "")
  }
  return words
}

function findNamed(draft: Draft, entities: Entities): Entity | undefined {
  const { all } = entities
  for (let at = all.length - 1; at >= 0; at -= 1) if (isSameName(draft, all[at]!)) return all[at]
  return undefined
}

function isSameName(draft: Draft, entity: Entity): boolean {
  if (draft.person !== undefined && entity.person !== undefined) return draft.person === entity.person
  const name = draft.name
  if (name !== undefined && name.length > 0 && entity.name.length > 0) {
    if (name.length === entity.name.length && name.every((word, at) => word === entity.name[at])) return true
    if (entity.type !== "person" || draft.type === "organisation" || draft.type === "country") return false
    return shortens(draft, entity) || shortens(entity, draft)
  }
  if (name !== undefined || draft.agent !== undefined || draft.actor === null || entity.actor === null)
    return false
  return (
    draft.actor.kind === entity.actor.kind &&
    draft.actor.name === entity.actor.name &&
    draft.actor.country === entity.actor.country
  )
}

type Named = Pick<Draft, "name" | "person">

/** "Zarif" shortens "Mohammad Javad Zarif". */
function shortens(short: Named, long: Named): boolean {
  if (short.name?.length !== 1 || (long.name?.length ?? 0) < 2) return false
  return familyNames(long).includes(short.name[0]!)
}

function adopt(draft: Draft, entity: Entity): void {
  if (entity.type === "person" && draft.type !== "person") {
    draft.type = "person"
    draft.actor = null
  }
  if (draft.person === undefined && entity.person !== undefined) draft.person = entity.person
  draft.actor ??= entity.actor
  if (draft.person !== undefined && entity.actor !== null) draft.actor = entity.actor
}

/** A bare family name that one leader of the time bears: "Putin said" in a headline. */
function prominentPerson({ lexicon, day, focus }: Finding, draft: Draft): Person | undefined {
  const people = lexicon.people.byFamilyName.get(draft.name![0]!) ?? []
  let best: Person | undefined
  let highest = 0
  for (const person of people) {
    const held = heldTerms(person, day, draft.agent?.role ?? null)
    const exact = held.filter((each) => each.exact && each.role !== null)
    const term = exact.find(({ role }) => PROMINENT.test(role ?? "")) ?? exact[0]
    if (term === undefined) continue
    if (draft.actor?.country && draft.actor.country !== term.country) continue
    const inOffice = day !== undefined && termsOn(person, day).includes(term)
    const weight = Math.min(5, focus.get(term.country ?? "") ?? 0)
    const prominent = PROMINENT.test(term.role ?? "")
    if (!prominent && weight < SUPPORT) continue
    const titled = term.role !== null && draft.agent?.role === term.role
    const score = (prominent ? 2 : 0) + (inOffice ? 3 : 0) + weight + (titled ? 5 : 0)
    if (score > highest) {
      highest = score
      best = person
    }
  }
  return best
}

/** The terms near the day; under a title, those of that office in any year before: "President Carter". */
function heldTerms(person: Person, day: Day, role: string | null): readonly Term[] {
  if (day === undefined) return person.terms
  const near = nearTerms(person, day)
  if (near.length > 0 || role === null) return near
  return person.terms.filter((term) => term.role === role && term.from <= day)
}

function nearTerms(person: Person, day: string): Person["terms"] {
  const earlier = `${Number(day.slice(0, 4)) - NEAR_YEARS}${day.slice(4)}`
  const later = `${Number(day.slice(0, 4)) + NEAR_YEARS}${day.slice(4)}`
  return person.terms.filter(
    ({ from, to }) => (from === "" || from <= later) && (to === "" || to >= earlier.slice(0, to.length)),
  )
}
