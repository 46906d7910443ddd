// `npx tsx scripts/evaluate-actors.ts [--corpora DIR] [--all] [--errors FILE]`
// For every annotated participant of data/training/events whose words are marked, takes the mention at those words and says
// whether it means the right country and the right actor. Measured on the fifth of the articles that no training here sees.
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { type ActorVerdict, judgeActor, MENTION_KINDS } from "../src/evaluation/actors.ts"
import { loadAnnotators } from "../src/read.ts"
import { readAnnotatedArticles, readSourceTexts } from "./training/annotated-articles.ts"
import { isHeldOut } from "./training/held-out.ts"
import { annotate } from "./training/prepared.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    corpora: { type: "string", default: resolve(ROOT, "../shared/corpora") },
    /** Measures on all articles, those of training included. */
    all: { type: "boolean", default: false },
    /** Writes every wrong mention of the articles that training may see, to be read. */
    errors: { type: "string" },
  },
})

const annotators = loadAnnotators(bundledData)
const sources = readSourceTexts(join(options.corpora, "wikinews/articles.jsonl"))
const articles = readAnnotatedArticles(join(ROOT, "data/training/events"), sources)
const measured: ActorVerdict[] = []
const seen: ActorVerdict[] = []

for (const article of articles) {
  const { id, text, gold } = article
  const { mentions } = annotate(article, annotators)
  const marked = new Map<string, ActorVerdict>()
  for (const actor of gold.flatMap(({ sources, recipients }) => [...sources, ...recipients]))
    if (actor.span !== undefined) {
      const { start, end } = actor.span
      marked.set(`${start}-${end}-${actor.name}`, judgeActor(id, text, { ...actor, start, end }, mentions))
    }
  const held = isHeldOut(id)
  if (held || options.all) measured.push(...marked.values())
  if (!held) seen.push(...marked.values())
}

const share = (verdicts: readonly ActorVerdict[], right: (verdict: ActorVerdict) => boolean): string =>
  verdicts.length === 0 ? "–" : ((100 * verdicts.filter(right).length) / verdicts.length).toFixed(1)

function row(label: string, verdicts: readonly ActorVerdict[]): string {
  const cells = [
    share(verdicts, ({ found }) => found),
    share(verdicts, ({ country }) => country),
    share(verdicts, ({ name }) => name),
    share(verdicts, ({ party }) => party),
  ]
  return `| ${label} | ${verdicts.length} | ${cells.join(" | ")} |`
}

console.log("| words | actors | found | country | name | either, as events are matched |")
console.log("|---|---:|---:|---:|---:|---:|")
for (const kind of MENTION_KINDS)
  console.log(
    row(
      kind,
      measured.filter((verdict) => verdict.kind === kind),
    ),
  )
console.log(row("all", measured))
console.log(row("all, articles of training", seen))

if (options.errors !== undefined)
  writeFileSync(
    options.errors,
    seen
      .filter(({ party }) => !party)
      .map(({ document, kind, gold, got, context }) => `${kind}\t${gold}\t${got}\t${document}\t${context}\n`)
      .sort()
      .join(""),
  )
