import type { Draft } from "../actor/draft.ts"
import type { Entity } from "./entities.ts"

/** Nouns that point to a head of state or government, whatever the exact title. */
const LEADERS = new Set(["leader", "head of state", "ruler", "strongman", "dictator", "premier"])
const LEADING =
  /\b(?:president|prime minister|chancellor|king|queen|emir|sultan|supreme leader|leader|emperor|pope|chief executive)$/
/** Nouns for organisations that a definite description may repeat, with the sectors of those they suit. */
const ORGANIZATION_NOUNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    alliance: ["IGO"],
    bloc: ["IGO"],
    union: ["IGO", "LAB"],
    organization: ["IGO", "NGO", "SOC"],
    organisation: ["IGO", "NGO", "SOC"],
    body: ["IGO"],
    watchdog: ["IGO", "NGO"],
    agency: ["IGO", "GOV", "JRN", "SPY"],
    group: ["REB", "UAF", "NGO", "PTY"],
    movement: ["REB", "UAF", "PTY"],
    militia: ["REB", "UAF", "PRM"],
    faction: ["REB", "PTY"],
    party: ["PTY"],
    company: ["BUS"],
    firm: ["BUS"],
    carmaker: ["BUS"],
    airline: ["BUS"],
    bank: ["BUS"],
    network: ["JRN", "BUS"],
    newspaper: ["JRN"],
    paper: ["JRN"],
    broadcaster: ["JRN"],
    commission: ["GOV", "IGO"],
    council: ["IGO", "GOV"],
    committee: ["LEG", "GOV"],
    court: ["JUD"],
    tribunal: ["JUD"],
    parliament: ["LEG"],
    ministry: ["GOV"],
    department: ["GOV"],
    army: ["MIL"],
    military: ["MIL"],
  }),
)
/** True where a description ("the president", "the Belarusian leader", "the agency") suits what is known of an entity. */
export function suits(draft: Draft, entity: Entity): boolean {
  return draft.agent !== undefined && fits(draft.agent.lemma.toLowerCase(), draft, entity)
}

function fits(noun: string, draft: Draft, entity: Entity): boolean {
  if (draft.type === "person") {
    if (entity.type !== "person" || entity.plural) return false
    const former = draft.former === [...entity.roles].some((role) => role.startsWith("former"))
    if (entity.roles.has(noun) || (draft.agent?.role !== null && entity.roles.has(draft.agent?.role ?? "")))
      return former || !draft.former
    return LEADERS.has(noun) && [...entity.roles].some((role) => LEADING.test(role))
  }
  const sectors = ORGANIZATION_NOUNS.get(noun)
  if (sectors === undefined || entity.plural || entity.type === "person" || entity.type === "country")
    return false
  const named = entity.name.length > 0 || entity.actor?.kind === "organization"
  if (named && entity.type === "organisation" && sectors.includes(entity.actor?.sector ?? "")) return true
  return entity.roles.has(noun) || entity.name.includes(noun) || actorNamed(entity, noun)
}

const actorNamed = (entity: Entity, noun: string): boolean =>
  entity.actor?.kind === "organization" && entity.actor.name.toLowerCase().split(" ").includes(noun)
