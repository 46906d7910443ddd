import type { Actor } from "../../record/actor.ts"
import { agentActor } from "./compose.ts"
import type { Draft } from "./draft.ts"

/** Nouns for somebody of another country than the one that is named as theirs: "its neighbour", "Russia's ally". */
const RELATIONAL = new Set(
  "neighbour|neighbor|ally|counterpart|opponent|rival|enemy|foe|adversary|host|guest|partner|visitor|captor|creditor|donor|trading partner|coalition partner|kidnapper|hostage|invader|occupier".split(
    "|",
  ),
)

/** True for nouns whose owner is somebody else. */
export const isRelational = ({ agent }: Pick<Draft, "agent">): boolean =>
  agent !== undefined && RELATIONAL.has(agent.lemma.toLowerCase())

/** "its ambassador", "their troops": a description belongs to whom the pronoun before it means. */
export function ownBy(draft: Draft, owner: Actor | null): void {
  const { agent, actor, former } = draft
  if (owner === null || actor === null || actor.country !== null) return
  if (isRelational(draft)) {
    if (owner.country !== null) draft.notOf = owner.country
    return
  }
  const body = owner.kind === "organization" || owner.kind === "group" ? owner : undefined
  draft.actor =
    agent === undefined || draft.name !== undefined
      ? { ...actor, country: owner.country }
      : agentActor({ agent, name: actor.name, country: owner.country, of: body, former })
  if (owner.country === null && owner.kind !== "person") draft.foreign = true
}
