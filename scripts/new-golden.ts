// `npx tsx scripts/new-golden.ts SLUG…|--all`: writes what is read from test/golden/SLUG/article.md (or .txt) now to expected.jsonl
// beside it, and prints what that changes. Read the difference before you commit it: this is what the tests will hold to be right.
import { writeFileSync } from "node:fs"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadResources } from "../src/read.ts"
import {
  describeDifferences,
  expectedEvents,
  expectedFile,
  goldenEvents,
  goldenSlugs,
} from "../test/golden-article.ts"

const given = process.argv.slice(2)
const slugs = given.includes("--all") ? goldenSlugs() : given
if (slugs.length === 0) {
  process.stderr.write(`Name the golden articles, or --all:\n  ${goldenSlugs().join("\n  ")}\n`)
  process.exit(2)
}
const resources = loadResources(bundledData)
for (const slug of slugs) {
  const events = goldenEvents(slug, resources)
  const differences = describeDifferences(expectedEvents(slug) ?? [], events)
  writeFileSync(expectedFile(slug), events.map((event) => `${JSON.stringify(event)}\n`).join(""))
  process.stdout.write(`${slug}: ${events.length} events\n${differences.map((line) => `${line}\n`).join("")}`)
}
