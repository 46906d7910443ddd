import type { EventType } from "../record/index.ts"

/**
 * Types that reports may give to one and the same act: talks at which something is signed are a consultation to one
 * reader and an agreement to another; a closed border is coercion or a sanction; prisoners are freed in retreat or in
 * concession. Within a family, likeness of wording tells one act from two.
 */
const FAMILIES: readonly (readonly EventType[])[] = [
  ["CONSULT", "AGREE", "SUPPORT", "COOPERATE"],
  ["SANCTION", "COERCE"],
  ["RETREAT", "CONCEDE"],
]

const FAMILY_OF: ReadonlyMap<EventType, readonly EventType[]> = new Map(
  FAMILIES.flatMap((family) => family.map((type) => [type, family] as const)),
)

/** The family's first type; a type of no family is its own. */
export const familyOf = (type: EventType): EventType => FAMILY_OF.get(type)?.[0] ?? type

/** Where a type stands in its family; the first is the plainest name of the act. */
export const rankInFamily = (type: EventType): number => FAMILY_OF.get(type)?.indexOf(type) ?? 0
