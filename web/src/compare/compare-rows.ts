import type { DatasetLane } from "../../../src/view/api.ts"
import type { ChartRow } from "../export/table-text.ts"
import { measured } from "./measures.ts"

/** What the comparison shows, one line a data set and month. */
export const compareRows = (pair: string, lanes: readonly DatasetLane[]): ChartRow[] =>
  lanes.flatMap(({ dataset, months }) =>
    months.map((month) => {
      const share = measured(month, "share")
      return {
        dataset,
        pair,
        month: month.month,
        events: month.events,
        verbal_cooperation: month.verbalCooperation,
        material_cooperation: month.materialCooperation,
        verbal_conflict: month.verbalConflict,
        material_conflict: month.materialConflict,
        share: share?.value ?? null,
        share_low: share?.low ?? null,
        share_high: share?.high ?? null,
        score: month.score,
        reports: month.reports,
      }
    }),
  )
