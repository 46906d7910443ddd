import type { Actor } from "../../record/actor.ts"
import { UPOS } from "../../text/analysis.ts"
import type { Agent } from "../lexicon/entries.ts"
import { chooseEntry, choosePerson, entryActor } from "./choose-entry.ts"
import { type Chunk, formOf, phraseText } from "./chunks.ts"
import { agentActor, personActor, termsOn } from "./compose.ts"
import type { Draft } from "./draft.ts"
import { matchCountry } from "./focus.ts"
import { agentDraft, headDraft, type Modifiers, modifierDraft, placeActor, plainDraft } from "./head-draft.ts"
import { type Finding, findItems, type Item } from "./items.ts"
import { isRelational } from "./own.ts"

const FORMER = new Set("former ex onetime ousted deposed erstwhile then-exiled disgraced ex-".split(" "))
const DEFINITE = new Set("the this that these those its his her their our".split(" "))

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
  const ofOthers = possessor !== undefined && isOfOthers(head)
  const own = readModifiers(finding, before, ofOthers ? undefined : possessor)
  const modifiers = { ...own, country: own.country ?? homeBehind(finding, head) }
  const main = headDraft(finding, head, { before, modifiers, former: flags.former })
  const inner = before.flatMap((item) => modifierDraft(finding, item, main !== undefined) ?? [])
  if (main === undefined) return { inner, main }
  const owned = isWhole(main, before)
  main.first =
    owned || possessor === undefined ? (possessor === undefined ? segment.first : chunk.first) : head.first
  main.core = segment.last - 1
  main.last = segment.last
  main.definite = flags.definite || possessor !== undefined
  main.possessed = possessor !== undefined || finding.analysis.tag[main.first] === "PRP$"
  if (ofOthers) main.notOf = possessor?.actor?.country ?? undefined
  main.former = flags.former
  main.foreign ||= before.some(isWorldRegion)
  return { inner, main }
}

/** "Russia's neighbour" is not of Russia. */
const isOfOthers = ({ entries }: Item): boolean =>
  entries.some((entry) => entry.kind === "agent" && isRelational(entry))

/** "King Abdullah of Jordan", "Jim Moran of Virginia": a place behind a person's name says where the person is from. */
function homeBehind({ analysis, matches, cover, lexicon }: Finding, head: Item): string | null {
  const { last, name, entries } = head
  const named = name !== undefined || entries.some(({ kind }) => kind === "person")
  if (!named || last + 1 >= analysis.count || formOf(analysis, last) !== "of") return null
  if (lexicon.nameWords.has(formOf(analysis, last - 1).toLowerCase())) return null
  const match = cover[last + 1]! < 0 ? undefined : matches[cover[last + 1]!]
  return match === undefined ? null : (matchCountry(match) ?? null)
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

/** "the Karimov government": the country of whoever of that family name is in office. */
function rulerHome({ lexicon, day }: Finding, { name }: Item): string | null {
  if (name?.length !== 1 || day === undefined) return null
  const people = lexicon.people.byFamilyName.get(name[0]!) ?? []
  const homes = new Set(
    people.flatMap((person) =>
      termsOn(person, day).flatMap(({ country, exact }) => (exact && country ? [country] : [])),
    ),
  )
  return homes.size === 1 ? [...homes][0]! : null
}

/** Country and owner that the words before the head give it, the nearest first. */
function readModifiers(finding: Finding, before: readonly Item[], possessor: Draft | undefined): Modifiers {
  let country: string | null = null
  let of: Actor | undefined
  let body: Actor | undefined
  for (const item of before.toReversed()) {
    if (item.name !== undefined)
      country ??=
        rulerHome(finding, item) ?? placeActor(finding, phraseText(finding.analysis, item))?.country ?? null
    const entry = chooseEntry(finding, item, { modifier: true })
    if (entry === undefined) continue
    if (entry.kind === "person") {
      country ??= personActor(choosePerson(finding, item, null), finding.day).country
      continue
    }
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
