import type { Actor } from "../../record/actor.ts"
import type { EntityType } from "../../record/mention.ts"
import type { Agent, Entry } from "../lexicon/entries.ts"
import { classifyName } from "../name/name-type.ts"
import { nameWords } from "../name/normalise.ts"
import { chooseEntry, choosePerson, entryActor, typeOf } from "./choose-entry.ts"
import { phraseText } from "./chunks.ts"
import { agentActor, asFormer, cityActor, namedActor, organizationActor, personActor } from "./compose.ts"
import { type Draft, newDraft } from "./draft.ts"
import { findHalf, isHalf } from "./halves.ts"
import { type Finding, type Item, isOfKind } from "./items.ts"
import { locateName } from "./locate-name.ts"

export interface Modifiers {
  readonly country: string | null
  /** The organisation or group that the head belongs to. */
  readonly of: Actor | undefined
}

interface HeadContext {
  readonly before: readonly Item[]
  readonly modifiers: Modifiers
  readonly former: boolean
}

export function headDraft(finding: Finding, head: Item, context: HeadContext): Draft | undefined {
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
    name: nameWords(phraseText(finding.analysis, head)),
  })
}

/** The title right before a name: "Foreign Minister" in "Iranian Foreign Minister Zarif". */
function lastTitle(before: readonly Item[]): Agent | undefined {
  for (const item of before.toReversed())
    for (const entry of item.entries)
      if (entry.kind === "agent" && entry.agent.kind === "person") return entry.agent
  return undefined
}

export function agentDraft(
  finding: Finding,
  head: Item,
  agent: Agent,
  { modifiers, former }: HeadContext,
): Draft {
  const { country, of } = modifiers
  const noun = phraseText(finding.analysis, head)
  // "EU foreign ministers": no country says whose they are, so the name does.
  const international = country === null && of?.kind === "organization" && of.country === null
  const name = international ? `${of.name} ${noun}` : noun
  return newDraft({
    first: head.first,
    last: head.last,
    type: agentType(agent),
    agent,
    thing: isThing(agent),
    plural: agent.plural,
    actor: agentActor({ agent, name, country, of, former }),
  })
}

/** Weapons and vehicles: in the lexicon they are institutions of the military. */
const isThing = ({ kind, sectors }: Agent): boolean => kind === "institution" && sectors[0] === "MIL"

function agentType(agent: Agent): EntityType {
  if (agent.kind === "place") return "place"
  if (agent.kind === "institution") return "organisation"
  return agent.plural || agent.kind === "group" ? "group" : "person"
}

function unknownDraft(finding: Finding, head: Item, context: HeadContext): Draft | undefined {
  const title = lastTitle(context.before)
  const type = nameType(finding, head, title)
  const name = phraseText(finding.analysis, head)
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
  if (type === "place") {
    const half = findHalf(finding, head)
    return half === undefined
      ? newDraft({ ...base, actor: placeActor(finding, name) })
      : newDraft({ first: head.first, last: head.last, type: "country", actor: half })
  }
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
export function placeActor({ lexicon, focus }: Finding, name: string): Actor | null {
  const place = locateName(name, lexicon.gazetteer, focus)
  return place?.country ? cityActor(place.name, place.country) : null
}

/** What a name unknown to the lexicon names, from its words and the title before it. */
function nameType(finding: Finding, head: Item, title: Agent | undefined): EntityType {
  const name = head.name ?? []
  if (isHalf(finding, head)) return "place"
  if (head.word !== undefined) return head.word.kind === "organization" ? "organisation" : head.word.kind
  if (title !== undefined || head.addressed === true) return "person"
  const { givenNames } = finding.lexicon.people
  if (name.length > 1 && isLargeTown(finding, head)) return "place"
  if (name.length > 1 && givenNames.has(name[0]!) && head.last - head.first <= LONGEST_PERSON) return "person"
  const { nameModel } = finding.lexicon
  return nameModel === undefined ? "other" : classifyName(finding, nameModel, head)
}

/** Binary logarithm of the inhabitants from which a name of two words and more is a town's, not a person's: "San Francisco". */
const LARGE_TOWN = 16

function isLargeTown(finding: Finding, head: Item): boolean {
  const place = locateName(phraseText(finding.analysis, head), finding.lexicon.gazetteer, finding.focus)
  return place !== undefined && place.logPopulation >= LARGE_TOWN
}

/** Tokens that a person's name rarely exceeds. */
const LONGEST_PERSON = 5

/** The mention that an item makes by itself. */
export function plainDraft(finding: Finding, item: Item, head: boolean, chosen?: Entry): Draft | undefined {
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

export const modifierDraft = (finding: Finding, item: Item, nested: boolean): Draft | undefined => {
  const draft = plainDraft(finding, item, false)
  if (draft !== undefined) draft.nested = nested
  return draft
}
