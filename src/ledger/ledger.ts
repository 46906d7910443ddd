import type { StandingRule } from "../codebook/standing.ts"
import type { Ledger } from "../record/index.ts"
import { absencesOf } from "./absences.ts"
import { countClaimsOf } from "./count-claims.ts"
import { countEncounters } from "./encounter-counts.ts"
import { encountersOf } from "./encounters.ts"
import type { LedgerContext, LedgerEntry } from "./entry.ts"
import { promisesOf } from "./promises.ts"
import { standingOf } from "./standing.ts"

/** Everything that holds between two states, from the happenings that stand between them. */
export function ledgerOf(
  entries: readonly LedgerEntry[],
  pair: readonly [string, string],
  { rules, ...context }: LedgerContext & { readonly rules: readonly StandingRule[] },
): Ledger {
  const encounters = encountersOf(entries, pair, context)
  return {
    pair: [...pair].sort().join("-"),
    asOf: context.asOf ?? null,
    promises: promisesOf(entries, context),
    encounters,
    counts: countEncounters(encounters),
    claims: countClaimsOf(entries, encounters, pair),
    standing: standingOf(entries, rules),
    absences: absencesOf(entries),
  }
}
