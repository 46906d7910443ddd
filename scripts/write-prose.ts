// `npx tsx scripts/write-prose.ts --articles N [--seed S] [--days D] [--short] > articles.jsonl`: generated articles, the same for the same
// options, for tests and measurements of whole runs.
import { once } from "node:events"
import { parseArgs } from "node:util"
import { proseArticles } from "./bench/prose.ts"

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "365" },
    short: { type: "boolean", default: false },
  },
})
const options = {
  ...{ articles: Number(values.articles), seed: Number(values.seed), days: Number(values.days) },
  short: values.short,
}
for (const article of proseArticles(options))
  if (!process.stdout.write(`${JSON.stringify(article)}\n`)) await once(process.stdout, "drain")
