export { type OpenOptions, openStore } from "./open-store.ts"
export type {
  DocumentEntry,
  DocumentMeta,
  Linker,
  OccurredCount,
  Page,
  PairAct,
  PairFilter,
  PairTally,
  PairTotal,
  PutOutcome,
  RelinkOutcome,
  Store,
  StoredBy,
  StoredDocument,
  StoredHappening,
  StoredReading,
  StoredReport,
  StoreSummary,
  TallyQuery,
} from "./store.ts"
export { StoreError } from "./store-error.ts"
