export { countEncounters, isCalled } from "./encounter-counts.ts"
export { encountersOf } from "./encounters.ts"
export type { LedgerContext, LedgerEntry } from "./entry.ts"
export { ledgerOf } from "./ledger.ts"
