/**
 * A resolved actor or recipient. `country` is ISO 3166-1 alpha-3 (XKX for Kosovo), null where the actor belongs to none
 * (an IGO, "the West"). `sector` is the first of `sectors`, PLOVER's codes (GOV MIL SPY JUD LEG PTY OPP REB UAF COP CVL BUS MED NGO IGO …).
 */
export interface Actor {
  readonly name: string
  readonly country: string | null
  readonly sector: string | null
  readonly sectors: readonly string[]
  /** The office held at the article's date, as in data/actors: "president", "foreign minister". */
  readonly role: string | null
  readonly kind: ActorKind
}

export type ActorKind = "person" | "state" | "government" | "organization" | "group" | "nationals"
