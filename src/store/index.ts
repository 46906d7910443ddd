export { type OpenOptions, openStore } from "./open-store.ts"
export type { ExportedDocument, ExportedHappening, ExportedReport } from "./read-export.ts"
export type {
  DocumentEntry,
  DocumentMeta,
  ExportFilter,
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
export { type FileColumn, readColumn, writeParquet } from "./write-table.ts"
