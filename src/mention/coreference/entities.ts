import type { Actor } from "../../record/actor.ts"
import type { Draft } from "../actor/draft.ts"

/** Everybody the article has spoken of so far, each with the mentions that belong to it. */
export interface Entity {
  readonly chain: number
  type: Draft["type"]
  actor: Actor | null
  /** Normalised words of the longest proper name. */
  name: readonly string[]
  readonly person: Draft["person"]
  /** Roles and nouns by which it was described: "president", "foreign minister". */
  readonly roles: Set<string>
  plural: boolean
  /** 1 feminine, 2 masculine, by the pronouns and titles that meant it; 0 while unknown. */
  gender: number
  firstMention: Draft
  lastMention: Draft
  mentions: number
}

export class Entities {
  readonly all: Entity[] = []
  private readonly byChain = new Map<number, Entity>()
  private nextChain = 0

  newChain = (): number => {
    this.nextChain += 1
    return this.nextChain - 1
  }

  get(chain: number): Entity | undefined {
    return this.byChain.get(chain)
  }

  /** Puts a mention into its chain, or opens one for it. */
  add(draft: Draft): Entity {
    if (draft.chain < 0) draft.chain = this.newChain()
    const there = this.byChain.get(draft.chain)
    if (there !== undefined) {
      extend(there, draft)
      return there
    }
    const entity: Entity = {
      chain: draft.chain,
      type: draft.type,
      actor: draft.actor,
      name: draft.name ?? [],
      person: draft.person,
      roles: new Set(rolesOf(draft)),
      plural: draft.plural,
      gender: 0,
      firstMention: draft,
      lastMention: draft,
      mentions: 1,
    }
    this.byChain.set(draft.chain, entity)
    this.all.push(entity)
    return entity
  }
}

/** A name alone gives way to what a later mention says of its bearer. */
const tellsMore = ({ actor }: Draft, known: Entity): boolean =>
  known.actor === null || (known.actor.country === null && known.actor.sector === null && actor !== null)

function extend(entity: Entity, draft: Draft): void {
  entity.lastMention = draft
  entity.mentions += 1
  if (tellsMore(draft, entity)) entity.actor = draft.actor
  if (draft.type === "country") entity.type = "country"
  if ((draft.name?.length ?? 0) > entity.name.length) entity.name = draft.name ?? entity.name
  for (const role of rolesOf(draft)) entity.roles.add(role)
}

export function rolesOf(draft: Draft): string[] {
  const roles: string[] = []
  if (draft.agent !== undefined) roles.push(draft.agent.lemma.toLowerCase())
  if (draft.agent?.role) roles.push(draft.agent.role)
  if (draft.actor?.role) roles.push(draft.actor.role)
  return roles
}
