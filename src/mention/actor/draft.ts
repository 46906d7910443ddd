import type { Actor } from "../../record/actor.ts"
import type { EntityType } from "../../record/mention.ts"
import type { Agent, Person } from "../lexicon/entries.ts"

/** A mention while it is being worked out. Token indices, `last` exclusive; `head` is set when all is found. */
export interface Draft {
  first: number
  last: number
  /** The last token of the base noun phrase: what "the president of Chad" turns on is "president". */
  core: number
  type: EntityType
  actor: Actor | null
  /** What the noun says: set for descriptions ("the foreign minister", "rebels") and titles before a name. */
  agent?: Agent | undefined
  /** The known person, where the name is one. */
  person?: Person | undefined
  /** Normalised words of a proper name. */
  name?: readonly string[] | undefined
  /** "the", "this", "its": points back to something known. */
  definite: boolean
  plural: boolean
  former: boolean
  /** Lies inside a larger mention. */
  nested: boolean
  /** The country was filled in from the article, not from the phrase. */
  implied: boolean
  anaphor: boolean
  /** Belongs to a part of the world or to somebody unknown, so the article's country is not its own. */
  foreign: boolean
  /** A weapon or a vehicle: acts only for the country that its own words name. */
  thing: boolean
  /** "its troops", "Russia's envoy": whose it is stands before it. */
  possessed: boolean
  /** What hangs on it with "of": "the government of President Abbas". */
  owner: Draft | undefined
  /** The country that this is not of, although it is called theirs: "Russia's neighbour". */
  notOf: string | undefined
  chain: number
}

export const newDraft = (part: Partial<Draft> & Pick<Draft, "first" | "last" | "type">): Draft => ({
  core: part.last - 1,
  actor: null,
  definite: false,
  plural: false,
  former: false,
  nested: false,
  implied: false,
  anaphor: false,
  foreign: false,
  thing: false,
  possessed: false,
  owner: undefined,
  notOf: undefined,
  chain: -1,
  ...part,
})
