import type { LeaderEncounter } from "../../../src/view/leaders-page.ts"

/** Which of a leader's encounters are shown; kept in the address. */
export interface LeaderChoices {
  /** Alpha-3 of the other state. */
  readonly with: string | undefined
  /** Four digits. */
  readonly year: string | undefined
  readonly kind: LeaderEncounter["kind"] | undefined
}

const KINDS = ["visit", "meeting", "call"] as const

export function readLeaderChoices(query: URLSearchParams): LeaderChoices {
  const year = query.get("year") ?? ""
  return {
    with: query.get("with") || undefined,
    year: /^\d{4}$/.test(year) ? year : undefined,
    kind: KINDS.find((kind) => kind === query.get("kind")),
  }
}

export function writeLeaderChoices(choices: LeaderChoices): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(choices)) if (value !== undefined) query.set(name, value)
  return query.size === 0 ? "" : `?${query}`
}

export const chosen = (
  encounters: readonly LeaderEncounter[],
  { with: other, year, kind }: LeaderChoices,
): LeaderEncounter[] =>
  encounters.filter(
    (encounter) =>
      (other === undefined || encounter.other.code === other) &&
      (year === undefined || encounter.from.startsWith(year)) &&
      (kind === undefined || encounter.kind === kind),
  )
