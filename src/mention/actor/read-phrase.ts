import type { Actor } from "../../record/actor.ts"
import type { EntityType } from "../../record/mention.ts"
import { UPOS } from "../../text/analysis.ts"
import { type Agent, type Entry, type EntryKind, entryCountry, type Person } from "../lexicon/entries.ts"
import { classifyName } from "../name/name-type.ts"
import { nameWords } from "../name/normalise.ts"
import { type Chunk, formOf } from "./chunks.ts"
import {
  agentActor,
  asFormer,
  cityActor,
  governmentActor,
  groupActor,
  namedActor,
  nationalsActor,
  organizationActor,
  personActor,
  regionActor,
  stateActor,
  termsOn,
} from "./compose.ts"
import { type Draft, newDraft } from "./draft.ts"
import { type Finding, findItems, type Item, isOfKind } from "./items.ts"
import { locateName } from "./locate-name.ts"

const FORMER = new Set("former ex onetime ousted deposed erstwhile then-exiled disgraced ex-".split(" "))
const DEFINITE = new Set("the this that these those its his her their our".split(" "))
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

/** Reads one base noun phrase: its mentions from left to right; the largest, if its head names an actor, stands last. */
export function readPhrase(finding: Finding, chunk: Chunk): Draft[] {
  const drafts: Draft[] = []
  let possessor: Draft | undefined
  for (const segment of splitPossessors(finding, chunk)) {
    const { inner, main } = readSegment(finding, segment, { chunk, possessor })
    if (main !== undefined && possessor !== undefined) possessor.nested = true
    drafts.push(...inner)
    if (main !== undefined) drafts.push(main)
    possessor = main ?? undefined
  }
  return drafts
}

/** "Russia's foreign minister" → "Russia", "foreign minister". */
function splitPossessors({ analysis, cover }: Finding, { first, last }: Chunk): Chunk[] {
  const parts: Chunk[] = []
  let start = first
  for (let token = first; token < last; token += 1) {
    if (analysis.tag[token] !== "POS" || cover[token]! >= 0) continue
    if (token > start) parts.push({ first: start, last: token })
    start = token + 1
  }
  if (start < last) parts.push({ first: start, last })
  return parts
}

interface Around {
  readonly chunk: Chunk
  readonly possessor: Draft | undefined
}

interface Reading {
  readonly inner: Draft[]
  readonly main: Draft | undefined
}

function readSegment(finding: Finding, whole: Chunk, { chunk, possessor }: Around): Reading {
  const segment = { first: whole.first, last: trimmedEnd(finding, whole) }
  const items = findItems(finding, segment.first, segment.last)
  const head = items.at(-1)
  const flags = readFlags(finding, segment)
  if (head === undefined || head.last !== segment.last)
    return { inner: readModifiersAlone(finding, items, possessor), main: undefined }
  const before = items.slice(0, -1)
  const modifiers = readModifiers(finding, before, possessor)
  const main = headDraft(finding, head, { before, modifiers, former: flags.former })
  const inner = before.flatMap((item) => modifierDraft(finding, item, main !== undefined) ?? [])
  if (main === undefined) return { inner, main }
  const owned = isWhole(main, before)
  main.first =
    owned || possessor === undefined ? (possessor === undefined ? segment.first : chunk.first) : head.first
  main.core = segment.last - 1
  main.last = segment.last
  main.definite = flags.definite || possessor !== undefined
  main.former = flags.former
  main.foreign ||= before.some(isWorldRegion)
  return { inner, main }
}

const ADJ = UPOS.indexOf("ADJ")
const ADV = UPOS.indexOf("ADV")
const NUM = UPOS.indexOf("NUM")

/** "left six soldiers dead": what trails behind the noun is no part of the phrase. */
function trimmedEnd({ analysis, cover }: Finding, { first, last }: Chunk): number {
  let end = last
  while (end > first + 1 && cover[end - 1]! < 0) {
    const pos = analysis.upos[end - 1]!
    const trails = pos === ADJ || pos === ADV || pos === NUM || analysis.tag[end - 1] === "HYPH"
    if (!trails || analysis.deprel[end - 1] === "flat") break
    end -= 1
  }
  return end
}

/** Sectors whose bodies act where they only modify a noun: "court ruling", "rebel advance", but not "school bus". */
const ACTING = new Set(["GOV", "COP", "REB", "LEG", "JUD", "OPP"])

const actsAlone = ({ kind, sectors, lemma }: Agent): boolean =>
  kind !== "person" && kind !== "place" && (ACTING.has(sectors[0] ?? "") || lemma === "army")

/** "police violence", "Israeli army checkpoints": those who stand before a noun that is no actor. */
function readModifiersAlone(finding: Finding, items: readonly Item[], possessor: Draft | undefined): Draft[] {
  return items.flatMap((item, at) => {
    const plain = plainDraft(finding, item, false)
    if (plain !== undefined) return plain
    const entry = chooseEntry(finding, item, { modifier: true })
    if (entry?.kind !== "agent" || !actsAlone(entry.agent)) return []
    const modifiers = readModifiers(finding, items.slice(0, at), possessor)
    return agentDraft(finding, item, entry.agent, { before: [], modifiers, former: false })
  })
}

const isWorldRegion = ({ entries }: Item): boolean =>
  entries.some(
    (entry) => (entry.kind === "regional" || entry.kind === "region") && entry.region.country === null,
  )

/** Descriptions own their phrase from the possessor on; a bare name behind a possessor stands alone. */
const isWhole = (main: Draft, before: readonly Item[]): boolean =>
  main.agent !== undefined || before.length > 0

function readFlags({ analysis, cover }: Finding, { first, last }: Chunk) {
  let former = false
  for (let token = first; token < last; token += 1)
    if (cover[token]! < 0 && FORMER.has(formOf(analysis, token).toLowerCase())) former = true
  return { former, definite: DEFINITE.has(formOf(analysis, first).toLowerCase()) }
}

interface Modifiers {
  readonly country: string | null
  /** The organisation or group that the head belongs to. */
  readonly of: Actor | undefined
}

/** Country and owner that the words before the head give it, the nearest first. */
function readModifiers(finding: Finding, before: readonly Item[], possessor: Draft | undefined): Modifiers {
  let country: string | null = null
  let of: Actor | undefined
  let body: Actor | undefined
  for (const item of before.toReversed()) {
    if (item.name !== undefined) country ??= placeActor(finding, phraseText(finding, item))?.country ?? null
    const entry = chooseEntry(finding, item, { modifier: true })
    if (entry === undefined || entry.kind === "person") continue
    if (entry.kind === "agent") {
      body ??= agentActor({
        agent: entry.agent,
        name: entry.agent.lemma,
        country: null,
        of: undefined,
        former: false,
      })
      continue
    }
    const actor = entryActor(entry, finding, item)
    if (actor === null) continue
    if (entry.kind === "organization" || entry.kind === "group" || entry.kind === "metonym") of ??= actor
    country ??= actor.country
  }
  const owner = possessor?.actor
  if (owner) {
    if (owner.kind !== "state" && owner.kind !== "nationals") of ??= owner
    country ??= owner.country
  }
  return { country, of: of ?? body }
}

interface HeadContext {
  readonly before: readonly Item[]
  readonly modifiers: Modifiers
  readonly former: boolean
}

function headDraft(finding: Finding, head: Item, context: HeadContext): Draft | undefined {
  if (head.name !== undefined) return unknownDraft(finding, head, context)
  const entry = chooseEntry(finding, head, { modifier: false, country: context.modifiers.country })
  if (entry === undefined) return undefined
  if (entry.kind === "person") return knownPersonDraft(finding, head, context)
  if (entry.kind === "agent") return agentDraft(finding, head, entry.agent, context)
  const draft = plainDraft(finding, head, true, entry)
  if (
    draft?.actor &&
    draft.actor.country === null &&
    draft.actor.kind !== "person" &&
    entry.kind !== "organization"
  )
    draft.actor = { ...draft.actor, country: context.modifiers.country }
  return draft
}

function knownPersonDraft(finding: Finding, head: Item, { before, modifiers, former }: HeadContext): Draft {
  const title = lastTitle(before)
  const person = choosePerson(finding, head, modifiers.country ?? null)
  const actor = personActor(person, finding.day)
  return newDraft({
    first: head.first,
    last: head.last,
    type: "person",
    person,
    agent: title,
    actor: former ? asFormer(actor) : actor,
    name: nameWords(phraseText(finding, head)),
  })
}

/** The title right before a name: "Foreign Minister" in "Iranian Foreign Minister Zarif". */
function lastTitle(before: readonly Item[]): Agent | undefined {
  for (const item of before.toReversed())
    for (const entry of item.entries)
      if (entry.kind === "agent" && entry.agent.kind === "person") return entry.agent
  return undefined
}

function agentDraft(finding: Finding, head: Item, agent: Agent, { modifiers, former }: HeadContext): Draft {
  const name = phraseText(finding, head)
  return newDraft({
    first: head.first,
    last: head.last,
    type: agentType(agent),
    agent,
    plural: agent.plural,
    actor: agentActor({ agent, name, country: modifiers.country, of: modifiers.of, former }),
  })
}

function agentType(agent: Agent): EntityType {
  if (agent.kind === "place") return "place"
  if (agent.kind === "institution") return "organisation"
  return agent.plural || agent.kind === "group" ? "group" : "person"
}

const phraseText = ({ analysis }: Finding, { first, last }: Chunk): string =>
  analysis.text.slice(analysis.start[first], analysis.end[last - 1])

function unknownDraft(finding: Finding, head: Item, context: HeadContext): Draft | undefined {
  const title = lastTitle(context.before)
  const type = nameType(finding, head, title)
  const name = phraseText(finding, head)
  const base = { first: head.first, last: head.last, type, name: head.name ?? [] }
  if (type === "person") {
    const agent = title
    const descriptor =
      agent === undefined
        ? null
        : agentActor({
            agent,
            name,
            country: context.modifiers.country,
            of: context.modifiers.of,
            former: context.former,
          })
    return newDraft({ ...base, agent, actor: descriptor === null ? null : namedActor(name, descriptor) })
  }
  if (type === "place") return newDraft({ ...base, actor: placeActor(finding, name) })
  if (type !== "organisation") return newDraft(base)
  const sectors = head.word?.sectors ?? []
  const country = context.modifiers.country
  const known = sectors.length > 0 || country !== null
  return newDraft({
    ...base,
    actor: known ? organizationActor({ name, country, sectors, from: "", to: "" }) : null,
  })
}

/** People of a place, where we know in which country it lies. */
function placeActor({ lexicon, focus }: Finding, name: string): Actor | null {
  const place = locateName(name, lexicon.gazetteer, focus)
  return place?.country ? cityActor(place.name, place.country) : null
}

/** What a name unknown to the lexicon names, from its words and the title before it. */
function nameType(finding: Finding, head: Item, title: Agent | undefined): EntityType {
  const name = head.name ?? []
  if (head.word !== undefined) return head.word.kind === "organization" ? "organisation" : head.word.kind
  if (title !== undefined) return "person"
  const { givenNames } = finding.lexicon.people
  if (name.length > 1 && isLargeTown(finding, head)) return "place"
  if (name.length > 1 && givenNames.has(name[0]!) && head.last - head.first <= LONGEST_PERSON) return "person"
  const { nameModel } = finding.lexicon
  return nameModel === undefined ? "other" : classifyName(finding, nameModel, head)
}

/** Binary logarithm of the inhabitants from which a name of two words and more is a town's, not a person's: "San Francisco". */
const LARGE_TOWN = 16

function isLargeTown(finding: Finding, head: Item): boolean {
  const place = locateName(phraseText(finding, head), finding.lexicon.gazetteer, finding.focus)
  return place !== undefined && place.logPopulation >= LARGE_TOWN
}

/** Tokens that a person's name rarely exceeds. */
const LONGEST_PERSON = 5

/** The mention that an item makes by itself. */
function plainDraft(finding: Finding, item: Item, head: boolean, chosen?: Entry): Draft | undefined {
  if (item.name !== undefined)
    return unknownDraft(finding, item, {
      before: [],
      modifiers: { country: null, of: undefined },
      former: false,
    })
  const entry = chosen ?? chooseEntry(finding, item, { modifier: !head })
  if (entry === undefined || entry.kind === "agent") return undefined
  if (entry.kind === "person")
    return knownPersonDraft(finding, item, {
      before: [],
      modifiers: { country: null, of: undefined },
      former: false,
    })
  return newDraft({
    first: item.first,
    last: item.last,
    type: isOfKind(item, "country") ? "country" : typeOf(entry),
    plural: entry.kind === "demonym" && entry.plural,
    foreign: entry.kind === "organization" && entry.organization.country === null,
    actor: entryActor(entry, finding, item),
  })
}

const modifierDraft = (finding: Finding, item: Item, nested: boolean): Draft | undefined => {
  const draft = plainDraft(finding, item, false)
  if (draft !== undefined) draft.nested = nested
  return draft
}

function typeOf({ kind }: Entry): EntityType {
  if (kind === "adjective" || kind === "regional" || kind === "demonym") return "nationality"
  if (kind === "country") return "country"
  if (kind === "organization") return "organisation"
  if (kind === "group") return "group"
  return "place"
}

function entryActor(entry: Entry, finding: Finding, item: Item): Actor | null {
  switch (entry.kind) {
    case "country":
    case "adjective":
      return stateActor(entry.country)
    case "demonym":
      return nationalsActor(entry.country, phraseText(finding, item))
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
