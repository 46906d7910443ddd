import type { Actor } from "../../record/actor.ts"
import { formOf } from "./chunks.ts"
import { agentActor, namedActor } from "./compose.ts"
import type { Draft } from "./draft.ts"
import type { Finding } from "./items.ts"

/** "the president of Chad", "a spokesman for the ministry": the phrase behind belongs to the noun before. */
const OWNING = new Set(["of", "for", "from"])
/** "rebels in Syria": only a place tells the country, and the phrase does not grow. */
const SOURCE = "from"
const LOCATING = new Set(["in", "at", "across", "within", "inside"])
const POSTING = new Set(["to", "in", "on", "at"])
/** Tokens between an office and its holder's name. */
const FARTHEST_NAME = 6
const APPOSITION_ENDS = new Set([",", ".", ")", ";", "-", "–", "—", ":"])

/** The drafts that stand at the top of their phrase, in order of their first token. */
const outermost = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter(({ nested }) => !nested).sort((a, b) => a.first - b.first || b.last - a.last)

/** Gives descriptions the country and the organisation of the phrase that hangs on them; from right to left. */
export function attachOwners(finding: Finding, drafts: readonly Draft[]): void {
  const top = outermost(drafts)
  for (let at = top.length - 2; at >= 0; at -= 1) {
    const draft = top[at]!
    const next = top[at + 1]!
    if (next.first !== draft.last + 1 || !takesOwner(draft)) continue
    const link = formOf(finding.analysis, draft.last).toLowerCase()
    if (link === SOURCE && (draft.possessed || draft.actor?.country)) continue
    if (OWNING.has(link)) attach(finding, draft, next)
    else if (LOCATING.has(link)) locate(draft, next)
  }
}

/** Descriptions ("spokesman") and unknown organisations ("Bank of Chad") take an owner. */
const takesOwner = (draft: Draft): boolean =>
  draft.person === undefined &&
  (draft.agent !== undefined || (draft.type === "organisation" && draft.name !== undefined))

function attach(finding: Finding, draft: Draft, owner: Draft): void {
  if (owner.type === "person" && owner.agent === undefined && draft.type !== "person") return
  const { agent } = draft
  const actor = owner.actor
  if (agent !== undefined && draft.name === undefined) {
    const of = actor !== null && actor.kind !== "state" && actor.kind !== "nationals" ? actor : undefined
    const country = draft.actor?.country ?? actor?.country ?? null
    const name = textOf(finding, draft.first, owner.last)
    draft.actor = agentActor({ agent, name, country, of, former: draft.former })
  } else if (draft.actor === null && actor?.country) {
    draft.actor = ownedOrganization(finding, draft, owner, actor)
  } else if (draft.actor !== null && draft.actor.country === null && actor?.country)
    draft.actor = { ...draft.actor, country: actor.country }
  if (owner.actor === null || owner.foreign || (owner.actor.kind === "state" && owner.actor.country === null))
    draft.foreign = true
  draft.last = owner.last
  draft.owner = owner
  owner.nested = true
}

const ownedOrganization = (finding: Finding, draft: Draft, owner: Draft, { country }: Actor): Actor => ({
  name: textOf(finding, draft.first, owner.last),
  country,
  sector: null,
  sectors: [],
  role: null,
  kind: "organization",
})

const textOf = ({ analysis }: Finding, first: number, last: number): string =>
  analysis.text.slice(analysis.start[first], analysis.end[last - 1])

function locate(draft: Draft, place: Draft): void {
  const country = place.actor?.country ?? null
  if (country === null || draft.actor === null || draft.actor.country !== null || draft.possessed) return
  if (place.type === "place" || place.type === "country") draft.actor = { ...draft.actor, country }
}

/** "Ivan Petrov, the foreign minister," and "the foreign minister, Ivan Petrov": one entity, known by its description. */
export function joinAppositions(finding: Finding, drafts: readonly Draft[], newChain: () => number): void {
  const top = outermost(drafts)
  for (let at = 0; at + 1 < top.length; at += 1) {
    const left = top[at]!
    const next = top[at + 1]!
    const right = isPosting(finding, left, next) ? top[at + 2] : next
    if (right === undefined || !isApposition(finding, left, right)) continue
    const name = left.name !== undefined ? left : right
    const description = left.name !== undefined ? right : left
    shareActor(finding, name, description)
    const chain = left.chain >= 0 ? left.chain : newChain()
    left.chain = chain
    right.chain = chain
  }
}

/** "the ambassador to Canada, David Wilkins": where somebody is posted stands between the office and the name. */
const isPosting = ({ analysis }: Finding, left: Draft, place: Draft): boolean =>
  left.agent !== undefined &&
  left.name === undefined &&
  place.first === left.last + 1 &&
  POSTING.has(formOf(analysis, left.last).toLowerCase())

function isApposition({ analysis }: Finding, left: Draft, right: Draft): boolean {
  if (formOf(analysis, right.first - 1) !== "," || right.first - left.last > FARTHEST_NAME) return false
  const named = (left.name === undefined ? 0 : 1) + (right.name === undefined ? 0 : 1)
  if (named !== 1) return false
  const [name, description] = left.name !== undefined ? [left, right] : [right, left]
  if (name.type !== "person" || description.agent === undefined || description.type !== "person") return false
  const marked = analysis.head[right.core] === left.core && analysis.deprel[right.core] === "appos"
  const closed = right.last >= analysis.count || APPOSITION_ENDS.has(formOf(analysis, right.last))
  return marked || closed
}

function shareActor(finding: Finding, name: Draft, description: Draft): void {
  if (name.person !== undefined) {
    description.person = name.person
    description.actor = name.actor
  } else if (description.actor !== null) {
    const actor = namedActor(textOf(finding, name.first, name.last), description.actor)
    name.actor = actor
    name.agent ??= description.agent
    description.actor = actor
  }
}
