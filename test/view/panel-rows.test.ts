import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { loadStateCodes } from "../../src/codebook/state-codes.ts"
import { pairSeries, standingWeights } from "../../src/relation/index.ts"
import { PANEL_COLUMNS, panelRows } from "../../src/view/index.ts"

const codesAt = loadStateCodes(bundledData)

test("a state has the codes of the day, and none while it is not there", () => {
  assert.deepEqual(codesAt("DEU", "1989-11-09"), { cow: "260", gw: "260" })
  assert.deepEqual(codesAt("DEU", "2023-01-01"), { cow: "255", gw: "260" })
  assert.deepEqual(codesAt("SRB", "2023-01-01"), { cow: "345", gw: "340" })
  assert.deepEqual(codesAt("YEM", "1985-01-01"), { cow: "678", gw: "678" })
  assert.deepEqual(codesAt("CSK", "1968-08-21"), { cow: "315", gw: "315" })
  assert.deepEqual(codesAt("BLR", "1985-01-01"), { cow: "", gw: "" })
  assert.deepEqual(codesAt("CHN", "1950-01-01"), { cow: "710", gw: "710" })
  assert.deepEqual(codesAt("HKG", "2023-01-01"), { cow: "", gw: "" })
})

test("a panel row has every column in order; silence has counts of zero and no share", () => {
  const standing = standingWeights(loadCodebook(bundledData))
  const options = { pair: "BLR-CHN", by: "year", weighing: standing.plover, standing } as const
  const series = pairSeries([], { ...options, from: "2022-01-01", to: "2022-12-31" })
  const rows = panelRows({ actor: "CHN", recipient: "BLR", directed: true }, series, {
    codesAt,
    dataVersion: "chancery 0",
  })
  assert.equal(rows.length, 1)
  assert.deepEqual(Object.keys(rows[0]!), [...PANEL_COLUMNS])
  assert.deepEqual(
    [rows[0]!.ccode1, rows[0]!.gwcode2, rows[0]!.n_happenings, rows[0]!.share_coop, rows[0]!.pct_state_only],
    ["710", "370", 0, null, null],
  )
})
