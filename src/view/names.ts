import type { Codebook } from "../codebook/codebook.ts"
import type { Outlet, Outlets } from "../codebook/outlets.ts"
import type { Publisher } from "../record/index.ts"
import type { Country, OutletLabel } from "./api.ts"

/** What codes are called: the lookups that the shapes below need. */
export interface Names {
  readonly codebook: Codebook
  readonly outlets: Outlets
  /** Alpha-3 → English name. */
  readonly countryName: (code: string) => string
}

/** "BLR-CHN" → both countries with their names; undefined where it is no pair. */
export function pairCountries(pair: string, { countryName }: Names): readonly [Country, Country] | undefined {
  const match = /^([A-Z]{3})-([A-Z]{3})$/.exec(pair)
  const [, a, b] = match ?? []
  if (a === undefined || b === undefined || a >= b) return undefined
  return [
    { code: a, name: countryName(a) },
    { code: b, name: countryName(b) },
  ]
}

/** Whose outlet published it, as of the day; an unknown one keeps its name. */
export function outletLabel(
  publisher: Publisher | null | undefined,
  published: string | null | undefined,
  { outlets }: Pick<Names, "outlets">,
): OutletLabel | null {
  if (!publisher) return null
  const outlet: Outlet | undefined = outlets.find(publisher, published ?? undefined)
  return outlet === undefined
    ? { name: publisher.name, country: null, owner: null, affiliation: "unknown" }
    : { name: outlet.name, country: outlet.country, owner: outlet.owner, affiliation: outlet.affiliation }
}
