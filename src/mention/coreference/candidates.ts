import type { Draft } from "../actor/draft.ts"
import type { Finding } from "../actor/items.ts"
import type { Entities, Entity } from "./entities.ts"
import { agrees, isOwnSubject, type PronounKind } from "./pronouns.ts"

/** Words that point back: a pronoun, or a description such as "the president". */
export interface Anaphor {
  readonly first: number
  readonly core: number
  readonly kind: PronounKind | "description"
  /** The description; undefined for a pronoun. */
  readonly draft: Draft | undefined
}

/** What is known where an anaphor stands: whom it may mean, the nearest first. */
export interface AntecedentScene {
  readonly finding: Finding
  readonly anaphor: Anaphor
  readonly candidates: readonly Entity[]
}

/** Sentences back within which a pronoun's antecedent is looked for. */
const PRONOUN_REACH = 3
/** Tokens back within which a description's is. */
const DESCRIPTION_REACH = 600
const MOST = 14

/** The entities that an anaphor may mean, by how near they were last named. */
export function findCandidates(finding: Finding, anaphor: Anaphor, { all }: Entities): Entity[] {
  const possible = all.filter((entity) =>
    anaphor.draft === undefined
      ? pronounMayMean(finding, anaphor.first, anaphor.kind as PronounKind, entity)
      : descriptionMayMean(anaphor.draft, entity),
  )
  return possible.sort((a, b) => b.lastMention.core - a.lastMention.core || b.chain - a.chain).slice(0, MOST)
}

function pronounMayMean({ analysis }: Finding, token: number, kind: PronounKind, entity: Entity): boolean {
  const last = entity.lastMention
  if (last.last > token) return false
  const back = analysis.sentence[token]! - analysis.sentence[last.first]!
  return back <= PRONOUN_REACH && agrees(kind, entity) && !isOwnSubject(analysis, token, last)
}

/** A country is no body of its state; its capital may stand for its government. */
const isLand = ({ type }: Entity): boolean => type === "country" || type === "nationality"

function descriptionMayMean(draft: Draft, entity: Entity): boolean {
  const last = entity.lastMention
  if (last.last > draft.first || draft.first - last.first > DESCRIPTION_REACH) return false
  if ((draft.type === "person") !== (entity.type === "person") || entity.type === "other") return false
  if (draft.type === "person" && draft.plural !== entity.plural) return false
  if (draft.agent?.kind !== "place" && isLand(entity)) return false
  const country = draft.implied ? null : (draft.actor?.country ?? null)
  const home = entity.actor?.country ?? null
  return country === null || home === null || country === home
}
