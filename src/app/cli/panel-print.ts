import { loadCodebook } from "../../codebook/codebook.ts"
import { loadStateCodes } from "../../codebook/state-codes.ts"
import { PANEL_COLUMNS } from "../../view/index.ts"
import { bundledData } from "../bundled-data.ts"
import { dyadPanel } from "../dyad-panel.ts"
import { openRecord } from "../open-record.ts"
import { csvLine } from "./csv.ts"
import type { PanelCommandOptions } from "./panel.ts"
import { ownWeights } from "./relation-print.ts"
import { writeOut } from "./stdout.ts"

/** Writes the panel of all dyads in the store, row by row. */
export async function printPanel({
  weights,
  undirected,
  type,
  status,
  outlet,
  ...options
}: PanelCommandOptions): Promise<void> {
  const filter = {
    ...(type === undefined ? {} : { types: type }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(outlet === undefined ? {} : { outlet }),
  }
  const request = { ...options, filter, directed: !undirected, weights: ownWeights(weights) ?? weights }
  const names = { codebook: loadCodebook(bundledData), codesAt: loadStateCodes(bundledData) }
  const store = await openRecord(options.store)
  try {
    await writeOut(csvLine(PANEL_COLUMNS))
    for await (const row of dyadPanel(store, request, names))
      await writeOut(csvLine(PANEL_COLUMNS.map((column) => row[column])))
  } finally {
    await store.close()
  }
}
