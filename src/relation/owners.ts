import type { Owner, PairAct } from "../record/index.ts"

/** An owner with the number of a pair's acts that its outlets report. */
export interface OwnerCount extends Owner {
  readonly happenings: number
}

/** The owners behind the acts, those of most acts first, then by key. */
export function ownersBehind(acts: readonly PairAct[]): OwnerCount[] {
  const counts = new Map<string, { readonly owner: Owner; happenings: number }>()
  for (const { owners } of acts)
    for (const owner of owners ?? []) {
      const known = counts.get(owner.key)
      if (known === undefined) counts.set(owner.key, { owner, happenings: 1 })
      else known.happenings++
    }
  return [...counts.values()]
    .map(({ owner, happenings }) => ({ ...owner, happenings }))
    .sort((a, b) => b.happenings - a.happenings || (a.key < b.key ? -1 : 1))
}
