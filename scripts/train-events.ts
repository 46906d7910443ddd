// `npx tsx scripts/train-events.ts [--train FILE] [--dev FILE] [--readings FILE]... [--folds 5] [--write]`
// Learns from whole annotated articles which words report an event, of which category, with which status, and which of them
// an analyst would put on record. Prints cross-validated scores, then trains on everything and writes data/models/event-*.bin.
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadCodebook } from "../src/codebook/codebook.ts"
import { toEndToEnd } from "../src/evaluation/adapters.ts"
import { codeEvents } from "../src/event/code-events.ts"
import { type EventModels, loadCues, MODEL_FILES } from "../src/event/event-models.ts"
import { EventReader } from "../src/event/reader/event-reader.ts"
import { loadRelationModel } from "../src/event/relation-classifier.ts"
import { loadAnnotators } from "../src/read.ts"
import { readAnnotatedArticles, readSourceTexts } from "./training/annotated-articles.ts"
import { packModels, type Trained, trainModels } from "./training/event-training.ts"
import type { GoldArticle } from "./training/gold-alignment.ts"
import { heldOutReader } from "./training/held-out-readings.ts"
import { readJsonLines } from "./training/json-lines.ts"
import { type Prepared, prepare } from "./training/prepared.ts"
import { codedPairs, writtenSentences } from "./training/silver.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    train: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/train.jsonl") },
    dev: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/articles.jsonl") },
    scorer: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/score.mjs") },
    pairs: { type: "string", default: resolve(ROOT, "../shared/gold/relation/dev.jsonl") },
    annotated: { type: "string", default: resolve(ROOT, "data/training/events") },
    sources: { type: "string", default: resolve(ROOT, "../shared/corpora/wikinews/articles.jsonl") },
    written: { type: "string", default: "400" },
    readings: { type: "string", multiple: true, default: [] },
    folds: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
})
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45]

/** What each model decides, for the card. */
const PURPOSES: Readonly<Record<string, string>> = {
  type: "whether a word reports an event, and of which category",
  status: "the status, weighing the rules' reading with its context",
  role: "whether a mention is the actor, the recipient or neither",
  fast: "whether an analyst would put the proposal on record",
  accurate: "the same where the network has read it (reader.md)",
}
const CARD = `# event-*.bin

What the event coder learned: four multinomial logistic regressions over hashed features, weights in one byte each.

- **Trained on**: 143 annotated Wikinews articles (CC BY 2.5) and agency texts, the 392 articles of data/training/events/ (annotated by us; 252 of them Wikinews, CC BY 2.5, 140 ours), 1,050 coded news pairs (Hu et al., ACL 2024; no licence stated), of which only weights are kept here, and sentences written from the grammar in data/training/relation/ (ours).
- **Command**: \`npx tsx scripts/train-events.ts --folds 0 --readings fold-0.jsonl --readings fold-1.jsonl --write\` (reader.md tells where the readings come from). Seeded: the same input gives the same bytes.
- **Licence**: as the project; the annotations are CC BY 4.0.

| file | decides | bytes | sha256 |
|---|---|---:|---|`

const codebook = loadCodebook(bundledData)
const cues = loadCues(bundledData, loadRelationModel(bundledData))
const annotators = loadAnnotators(bundledData)
const { score } = (await import(options.scorer)) as {
  score: (gold: readonly unknown[], predictions: readonly unknown[]) => Score
}

interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly tp: number
  readonly optionalHits: number
  readonly rulesViolated: number
  readonly mustNotChecks: number
  readonly attributes: Readonly<Record<string, { readonly accuracy: number }>>
}

const prepareAll = (articles: readonly GoldArticle[]): Prepared[] =>
  articles.map((article) => prepare(article, annotators, cues))

/** What the network says of articles that it has not learned from. */
const heldOut = options.readings.length === 0 ? undefined : heldOutReader(options.readings)
const train = (prepared: readonly Prepared[]): Trained =>
  trainModels(prepared, sentences, cues, codebook, score, heldOut)

const codeAll = (prepared: readonly Prepared[], models: EventModels) =>
  prepared.flatMap(({ input }) => codeEvents(input, codebook, models).map(toEndToEnd))

/** The models of each mode. */
function modesOf(
  trained: Trained,
  reader: EventModels["reader"],
): [name: string, models: Omit<EventModels, "threshold">][] {
  const { readFilterModel } = trained
  return [
    ["fast", trained],
    ...(readFilterModel === undefined || reader === undefined
      ? []
      : [
          ["accurate", { ...trained, filterModel: readFilterModel, reader }] as [
            string,
            Omit<EventModels, "threshold">,
          ],
        ]),
  ]
}

const show = (result: Score): string => {
  const percent = (value: number) => (100 * value).toFixed(1)
  const attributes = Object.entries(result.attributes).map(
    ([name, { accuracy }]) => `${name.slice(0, 24)} ${percent(accuracy)}`,
  )
  return (
    `P/R/F1 ${percent(result.precision)} / ${percent(result.recall)} / ${percent(result.f1)}, rules broken ${result.rulesViolated} of ${result.mustNotChecks}` +
    (options.verbose ? `\n    ${attributes.join("; ")}` : "")
  )
}

console.time("annotated")
const annotated = readAnnotatedArticles(options.annotated, readSourceTexts(options.sources))
const training = prepareAll([...readJsonLines<GoldArticle>(options.train), ...annotated])
const written = writtenSentences(join(ROOT, "data/training/relation"), Number(options.written))
const sentences = prepareAll([...written, ...codedPairs(options.pairs)])
console.timeEnd("annotated")
const folds = Number(options.folds)
const predictions = new Map<string, unknown[]>()
for (let fold = 0; fold < folds; fold++) {
  const models = train(training.filter((_, at) => at % folds !== fold))
  const held = training.filter((_, at) => at % folds === fold)
  const read = held.filter(({ article }) => heldOut?.has(article.id) === true)
  for (const [mode, own] of modesOf(models, heldOut))
    for (const threshold of THRESHOLDS) {
      const key = `${mode} ${threshold}`
      const lines = codeAll(mode === "fast" ? held : read, { ...own, threshold })
      predictions.set(key, [...(predictions.get(key) ?? []), ...lines])
    }
}
/** Lines of the card's table of scores. */
const scored: { readonly set: string; readonly threshold: number; readonly result: Score }[] = []
const reportOf = (rows: typeof scored): string =>
  [
    "| set | threshold | precision | recall | F1 | rules broken |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map(({ set, threshold, result }) => {
      const cells = [result.precision, result.recall, result.f1].map((value) => (100 * value).toFixed(1))
      return `| ${set} | ${threshold} | ${cells.join(" | ")} | ${result.rulesViolated} of ${result.mustNotChecks} |`
    }),
  ].join("\n")

function report(set: string, threshold: number, result: Score): void {
  scored.push({ set, threshold, result })
  console.log(`${set}, threshold ${threshold}: ${show(result)}`)
}

const trainGold = training.map(({ article }) => article)
if (folds > 1)
  for (const [key, lines] of predictions) {
    const [mode, threshold] = key.split(" ")
    const gold = mode === "fast" ? trainGold : trainGold.filter(({ id }) => heldOut?.has(id) === true)
    report(
      `articles to learn from, ${folds}-fold cross-validation, ${mode}`,
      Number(threshold),
      score(gold, lines),
    )
  }

const models = train(training)
const dev = prepareAll(readJsonLines<GoldArticle>(options.dev))
const devGold = dev.map(({ article }) => article)
const reader = heldOut === undefined ? undefined : new EventReader(bundledData)
for (const [mode, own] of modesOf(models, reader))
  for (const threshold of THRESHOLDS)
    report(`development articles, ${mode}`, threshold, score(devGold, codeAll(dev, { ...own, threshold })))

if (options.write) writeModels(models)

/** Writes the models and the card that says what they were trained on and how they score. */
function writeModels(trained: Trained): void {
  const lines = Object.entries(packModels(trained)).map(([name, packed]) => {
    const file = MODEL_FILES[name as keyof typeof MODEL_FILES]
    writeFileSync(join(ROOT, "data", file), packed)
    const digest = createHash("sha256").update(packed).digest("hex")
    return `| ${file.replace("models/", "")} | ${PURPOSES[name]} | ${packed.length} | \`${digest}\` |`
  })
  writeFileSync(join(ROOT, "data/models/event.md"), `${CARD}\n${lines.join("\n")}\n\n${reportOf(scored)}\n`)
}
