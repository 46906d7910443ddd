export {
  ALERT_KINDS,
  type Alert,
  type AlertDelivery,
  type AlertEntry,
  type AlertKind,
  type AlertLog,
  type AlertQuery,
  type Firing,
  type FiringOutcome,
  type LevelPoint,
} from "./alerts/alert.ts"
export type { CorrectedEvent, Corrector } from "./apply-corrections.ts"
export { type AddedCorrections, identified } from "./corrections.ts"
export { DATASETS, type DatasetName, type Lookups } from "./datasets/dataset.ts"
export { recogniseDataset } from "./datasets/formats.ts"
export {
  type DatasetFile,
  type DatasetOutcome,
  LONGEST_LINE,
  type RejectedRow,
} from "./datasets/import-dataset.ts"
export type { DatasetMonth, DatasetSeries, ImportedFile } from "./datasets/read-datasets.ts"
export { codedRows, type LakeRow, linkedRows } from "./lake/lake-rows.ts"
export { type LakeColumn, type LakeSchema, lakeSchema } from "./lake/lake-schema.ts"
export { recordOverLake } from "./lake/over-lake.ts"
export { type OpenOptions, openStore } from "./open-store.ts"
export type { Opinion, OpinionItem, OpinionLog } from "./opinions/opinion.ts"
export type { ExportedDocument, ExportedHappening, ExportedReport } from "./read-export.ts"
export { RecordPile } from "./record-pile.ts"
export { parseQuery, QueryError, type SearchQuery } from "./search/query.ts"
export { SEARCH_SCOPES, type SearchScope } from "./search/scope.ts"
export type { SearchHit, SearchRequest, SearchResult } from "./search/search.ts"
export type { Snippet } from "./search/snippet.ts"
export type {
  ActFilter,
  DocumentEntry,
  DocumentMeta,
  ExportFilter,
  Linker,
  Page,
  PairFilter,
  PairTally,
  PairTotal,
  Place,
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
export type { SplitTally } from "./today/read-news.ts"
export type { Mismatch, VerifyOutcome } from "./verify.ts"
export type { LeaderTally } from "./workbench/read-leaders.ts"
export type { Box, MapFilter } from "./workbench/read-map.ts"
export type { PublisherKey, SourceTallies } from "./workbench/read-sources.ts"
export { type FileColumn, readColumn, writeParquet } from "./write-table.ts"
