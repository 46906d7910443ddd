export { ADDITIONS, additionsOf } from "./additions.ts"
export type {
  Cell,
  Column,
  FormatNames,
  HappeningSource,
  ReportSource,
  TableFormat,
} from "./format.ts"
export { GDELT_EVENTS } from "./gdelt-events.ts"
export { GDELT_MENTIONS } from "./gdelt-mentions.ts"
export { ICEWS } from "./icews.ts"
export {
  DOCUMENT_TABLE,
  documentRecord,
  EVENT_TABLE,
  HAPPENING_TABLE,
} from "./own-tables.ts"
export { PETRARCH2 } from "./petrarch2.ts"
export { PHOENIX } from "./phoenix.ts"
export { ploverJson } from "./plover-json.ts"
export { POLECAT } from "./polecat.ts"
export { csvRow, tsvRow } from "./separated.ts"
