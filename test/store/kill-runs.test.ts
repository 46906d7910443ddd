import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { compareRuns, compareWatches } from "../../scripts/kill-runs/compare.ts"
import "../app/cli/chancery.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-kill-runs-"))
after(() => rmSync(folder, { recursive: true, force: true }))

/** `npm run kill-runs` does the same with 20,000 articles and ten kills. */
const KILLS = 3

test("a run over an archive that is killed again and again ends with the record of an undisturbed one", async () => {
  const { undisturbed, disturbed, struck } = await compareRuns({ folder, articles: 240, kills: KILLS })
  assert.match(undisturbed, /^240 documents/)
  assert.equal(disturbed, undisturbed)
  assert.ok(struck > 0, "it was never struck")
})

test("a watch that is killed again and again ends with the record of an undisturbed one", async () => {
  const { undisturbed, disturbed, struck } = await compareWatches({ folder, articles: 60, kills: KILLS })
  assert.match(undisturbed, /^60 documents/)
  assert.equal(disturbed, undisturbed)
  assert.ok(struck > 0, "it was never struck")
})
