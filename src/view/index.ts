export type * from "./api.ts"
export { codebookPage } from "./codebook-page.ts"
export { datasetsPage } from "./dataset-page.ts"
export { codedEvent, documentPage, documentRow } from "./document-pages.ts"
export { happeningPage, happeningRow } from "./happening-rows.ts"
export {
  type LeaderPage,
  type LeaderRow,
  leaderPage,
  leaderRow,
  type PlacePoint,
  readLeaderId,
} from "./leaders-page.ts"
export { encounterRow, type LedgerRow, ledgerRows } from "./ledger-rows.ts"
export { type MapHappenings, type MapPage, mapPage } from "./map-page.ts"
export { type Names, outletLabel, pairCountries } from "./names.ts"
export { type NetworkPage, networkPage } from "./network-page.ts"
export type { ArticleOpinion, OpinionEntry } from "./opinions.ts"
export { pairRow } from "./pair-rows.ts"
export { PANEL_COLUMNS, type PanelRow, panelRows } from "./panel-rows.ts"
export { silentOutlets } from "./silent-outlets.ts"
export { type OutletPage, outletGroups, type SourcesPage, sourcesPage } from "./sources-page.ts"
export { type BrokenFeed, duePlan, movedPair, type TodayPage } from "./today-page.ts"
