// `npm run kill-runs [-- --articles N] [--kills K] [--watched N]`: `chancery run` over a generated archive and `chancery watch` on a feed of
// this machine, killed K times each, end with the same record as undisturbed ones. Exits with 1 where they do not.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { type Comparison, compareRuns, compareWatches } from "./kill-runs/compare.ts"

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "20000" },
    watched: { type: "string", default: "500" },
    kills: { type: "string", default: "10" },
  },
})
const folder = mkdtempSync(join(tmpdir(), "chancery-kills-"))

function tell(command: string, { undisturbed, disturbed, struck, milliseconds }: Comparison): void {
  const same = undisturbed === disturbed
  console.log(
    `${command}: undisturbed ${(milliseconds / 1000).toFixed(0)} s, ${undisturbed}; struck ${struck} times, ${disturbed}: ${same ? "the same" : "NOT the same"}`,
  )
  if (!same) process.exitCode = 1
}

try {
  const kills = Number(values.kills)
  tell("run", await compareRuns({ folder, articles: Number(values.articles), kills }))
  tell("watch", await compareWatches({ folder, articles: Number(values.watched), kills }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
