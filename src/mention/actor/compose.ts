import type { Actor, ActorKind } from "../../record/actor.ts"
import type { Agent, Country, Group, Organization, Person, Region, Term } from "../lexicon/entries.ts"

/** Sectors of agents that stand for the organisation they belong to: a "Hamas gunman" is Hamas. */
const YIELDING_SECTORS = new Set(["GOV", "UAF", "UNK", "PTY", "BUS"])
/** Roles that say nothing of the sector: the organisation says it. */
const GENERIC_AGENTS = new Set(
  "member|leader|spokesman|spokeswoman|spokesperson|official|officer|representative|chief|head|deputy head|deputy leader|founder|co-founder|fighter|commander|operative|supporter|militant|militants|delegate|delegation|director|chairman|chairwoman|chairperson|chair|president|vice president|secretary-general|secretary general|deputy|senior member|cadre|activist|follower|employee|staffer|aide|source|worker|expert|envoy|team".split(
    "|",
  ),
)
/** "the rebel force" is no army of a state. */
const ARMED = new Set(["REB", "UAF", "PRM", "CRM"])
const ELITE = "ELI"
/** Sectors whose former holders are elites; a former rebel or journalist is none. */
const OFFICES = new Set(["GOV", "MIL", "SPY", "LEG", "JUD", "COP", "ELI"])

/** The day an office is asked for at; absent means now, that is, the last known term. */
export type Day = string | undefined

const begins = (from: string, day: string): boolean => from === "" || from <= day
const lasts = (to: string, day: string): boolean => to === "" || to >= day.slice(0, to.length)

/** The terms a person holds on a day, in the order of the data. */
export const termsOn = (person: Person, day: string): Term[] =>
  person.terms.filter(({ from, to }) => begins(from, day) && lasts(to, day))

function latestTerm(terms: readonly Term[]): Term | undefined {
  let latest = terms[0]
  for (const term of terms) if (latest !== undefined && isLater(term, latest)) latest = term
  return latest
}

const isLater = (a: Term, b: Term): boolean => {
  if ((a.to === "") !== (b.to === "")) return a.to === ""
  return a.to === b.to ? a.from > b.from : a.to > b.to
}

const actorOf = (kind: ActorKind, name: string, rest: Partial<Actor>): Actor => ({
  name,
  country: rest.country ?? null,
  sector: rest.sectors?.[0] ?? null,
  sectors: rest.sectors ?? [],
  role: rest.role ?? null,
  kind,
})

/** Who a person is on a day: the office then held; before the first term, the country alone; after the last, an elite. */
export function personActor(person: Person, day: Day): Actor {
  const now = day === undefined ? person.terms.filter(({ to }) => to === "") : termsOn(person, day)
  const current = latestTerm(now.filter(({ exact }) => exact)) ?? latestTerm(now)
  if (current !== undefined) return actorOf("person", person.name, current)
  const past = day === undefined ? person.terms : person.terms.filter(({ to }) => to !== "" && to < day)
  const last = latestTerm(past)
  const home = person.terms.find(({ country }) => country !== null)?.country ?? null
  if (last === undefined) return actorOf("person", person.name, { country: home })
  return actorOf("person", person.name, formerTerm(last, home))
}

function formerTerm(term: Term, home: string | null): Partial<Actor> {
  const country = term.country ?? home
  const held = OFFICES.has(term.sectors[0] ?? "") || term.sectors[0] === "IGO"
  return {
    country,
    sectors: held ? [ELITE] : term.sectors,
    role: term.role === null || term.role.startsWith("former") ? term.role : `former ${term.role}`,
  }
}

export const stateActor = ({ code, name }: Country): Actor => actorOf("state", name, { country: code })

export const governmentActor = ({ code, name }: Country): Actor =>
  actorOf("government", `Government of ${name}`, { country: code, sectors: ["GOV"] })

export const nationalsActor = ({ code }: Country, name: string): Actor =>
  actorOf("nationals", name, { country: code })

export const organizationActor = ({ name, country, sectors }: Organization): Actor =>
  actorOf("organization", name, { country, sectors })

export const groupActor = ({ name, country, sector }: Group): Actor =>
  actorOf("group", name, { country, sectors: sector === "" ? [] : [sector] })

export const regionActor = ({ name, country, sectors }: Region): Actor =>
  actorOf(sectors.length > 0 ? "government" : "state", name, { country, sectors })

export const cityActor = (name: string, country: string): Actor =>
  actorOf("nationals", name, { country, sectors: ["CVL"] })

export interface AgentParts {
  readonly agent: Agent
  readonly name: string
  readonly country: string | null
  /** The organisation or group the agent belongs to, where the phrase names one. */
  readonly of: Actor | undefined
  readonly former: boolean
}

/** "a former CIA official", "Boko Haram gunmen", "the Belarusian foreign minister": noun, owner and country together. */
export function agentActor({ agent, name, country, of, former }: AgentParts): Actor {
  const kind: ActorKind =
    agent.kind === "person" && !agent.plural
      ? "person"
      : agent.kind === "institution"
        ? "government"
        : "group"
  const sectors = former && OFFICES.has(agent.sectors[0] ?? "") ? [ELITE] : joinSectors(agent, of, former)
  const role = agent.role === null ? null : former ? `former ${agent.role}` : agent.role
  return actorOf(kind, name, { country: country ?? of?.country ?? null, sectors, role })
}

function joinSectors(agent: Agent, of: Actor | undefined, former: boolean): readonly string[] {
  if (of === undefined || of.sectors.length === 0) return agent.sectors
  if (of.kind === "group" && agent.sectors.length > 0 && of.sector === "CVL") return agent.sectors
  const generic = GENERIC_AGENTS.has(agent.lemma) || YIELDING_SECTORS.has(agent.sectors[0] ?? "")
  if (of.sector === "IGO") return generic ? of.sectors : ["IGO", ...agent.sectors]
  if (!generic && !(ARMED.has(of.sector ?? "") && agent.sectors[0] === "MIL")) return agent.sectors
  return former && OFFICES.has(of.sector ?? "") ? [ELITE] : of.sectors
}

/** The same actor seen as a former holder of the office that the title names. */
export const asFormer = (actor: Actor): Actor =>
  actor.sector !== null && OFFICES.has(actor.sector)
    ? {
        ...actor,
        sector: ELITE,
        sectors: [ELITE],
        role: actor.role?.startsWith("former") ? actor.role : actor.role && `former ${actor.role}`,
      }
    : actor

/** A person known only by title or apposition: the descriptor's country, sectors and role under the person's name. */
export const namedActor = (name: string, descriptor: Actor): Actor => ({
  ...descriptor,
  name,
  kind: "person",
})
