/** One term of office, as a row of data/actors/people.tsv. Days are ISO, possibly only a year or a month; "" is open. */
export interface Term {
  readonly country: string | null
  readonly role: string | null
  readonly sectors: readonly string[]
  readonly from: string
  readonly to: string
  /** True for rows written by hand or taken from the Factbook: their role names the office. */
  readonly exact: boolean
}

export interface Person {
  readonly name: string
  readonly terms: readonly Term[]
}

export interface Country {
  readonly code: string
  readonly name: string
  readonly capital: string
}

export interface Organization {
  readonly name: string
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly from: string
  readonly to: string
}

/** An ethnic or religious group. */
export interface Group {
  readonly name: string
  readonly country: string | null
  readonly sector: string
  readonly kind: string
}

/** A part of a state, or a region that claims to be one (`sectors` then holds REB or GOV); a part of the world has no country. */
export interface Region {
  readonly name: string
  readonly country: string | null
  readonly sectors: readonly string[]
}

/** A "place" ("city", "country", "mosque") acts through its people or its government. */
export type AgentKind = "person" | "group" | "institution" | "place"

/** A noun for somebody who can act: "foreign minister", "troops", "court". */
export interface Agent {
  readonly lemma: string
  readonly sectors: readonly string[]
  readonly role: string | null
  readonly kind: AgentKind
  readonly plural: boolean
}

/** What a name in the lexicon stands for. */
export type Entry =
  | { readonly kind: "country"; readonly country: Country }
  | { readonly kind: "adjective"; readonly country: Country }
  | { readonly kind: "demonym"; readonly country: Country; readonly plural: boolean }
  | { readonly kind: "capital"; readonly country: Country; readonly name: string }
  | { readonly kind: "metonym"; readonly country: Country; readonly name: string }
  | { readonly kind: "region"; readonly region: Region }
  | { readonly kind: "regional"; readonly region: Region }
  | { readonly kind: "city"; readonly country: string; readonly name: string }
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "organization"; readonly organization: Organization }
  | { readonly kind: "group"; readonly group: Group }
  | { readonly kind: "agent"; readonly agent: Agent }

export type EntryKind = Entry["kind"]

/**
 * How a name must be written in the text: all in capitals ("US"), first and last word with a capital ("The National"),
 * with a capital ("the Pentagon"), or anyhow ("rebels").
 */
export type Casing = "upper" | "title" | "capital" | "any"

/** The country of what a name stands for, null where it has none. */
export function entryCountry(entry: Entry): string | null {
  switch (entry.kind) {
    case "person":
      return entry.person.terms[0]?.country ?? null
    case "organization":
      return entry.organization.country
    case "group":
      return entry.group.country
    case "region":
    case "regional":
      return entry.region.country
    case "city":
      return entry.country
    case "agent":
      return null
    default:
      return entry.country.code
  }
}
