// `npx tsx scripts/train-attribution.ts [--train FILE] [--dev FILE] [--passages FILE] [--articles FILE] [--write]`
// Learns who says what from PolNeAR documents, and which sources vouch for an event from whole annotated articles. Prints the
// scores on documents it has not learnt from; with --write it writes data/models/attribution.bin.
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { findActors } from "../src/mention/actors.ts"
import { BUCKETS } from "../src/mention/attribution/features.ts"
import {
  type AttributionModels,
  loadDocumentNouns,
  MODEL_FILE,
  MODEL_NAMES,
  type ModelName,
  packAttributionModels,
  parseAttributionModels,
} from "../src/mention/attribution/models.ts"
import { findAttributions } from "../src/mention/attribution.ts"
import { loadGazetteer } from "../src/mention/gazetteer.ts"
import { loadActorLexicon } from "../src/mention/lexicon.ts"
import { analyse } from "../src/text/analyse.ts"
import { loadTextModels } from "../src/text/models.ts"
import { collectExamples, type GoldDocument, noExamples } from "./training/attribution-examples.ts"
import { type Choice, type ChoiceTraining, trainChoices } from "./training/choice-trainer.ts"
import { type AttributedArticle, isSameName, voucherExamples } from "./training/voucher-examples.ts"

const ROOT = resolve(import.meta.dirname, "..")
const GOLD = resolve(ROOT, "../shared/gold")
const { values: options } = parseArgs({
  options: {
    train: { type: "string", default: join(GOLD, "attribution/train.jsonl") },
    dev: { type: "string", default: join(GOLD, "attribution/dev.jsonl") },
    passages: { type: "string", default: join(GOLD, "attribution/dev-cofenet.jsonl") },
    scorer: { type: "string", default: join(GOLD, "attribution/score.mjs") },
    articles: { type: "string", default: join(GOLD, "e2e/train.jsonl") },
    "articles-dev": { type: "string", default: join(GOLD, "e2e/articles.jsonl") },
    write: { type: "boolean", default: false },
  },
})

const SEED = 20231203
const SPANS: Omit<ChoiceTraining, "seed"> = {
  buckets: BUCKETS,
  epochs: 8,
  rate: 0.05,
  decay: 1e-4,
  dropout: 0,
}
const CUES: Omit<ChoiceTraining, "seed"> = {
  buckets: BUCKETS,
  epochs: 6,
  rate: 0.03,
  decay: 1e-4,
  dropout: 0,
}
const VOUCHERS: Omit<ChoiceTraining, "seed"> = {
  buckets: BUCKETS,
  epochs: 8,
  rate: 0.03,
  decay: 1e-3,
  dropout: 0,
}

const text = loadTextModels(bundledData)
const documents = loadDocumentNouns(bundledData)
const lexicon = loadActorLexicon(bundledData, loadGazetteer(bundledData))

const readLines = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T)

const settingsOf = (name: ModelName) => (name === "cue" ? CUES : name === "voucher" ? VOUCHERS : SPANS)
const learn = (name: ModelName, choices: readonly Choice[]): Float32Array =>
  trainChoices(choices, { ...settingsOf(name), seed: SEED })

function trainSpans(golds: readonly GoldDocument[]): Record<ModelName, Float32Array> {
  const examples = noExamples()
  for (const document of golds)
    collectExamples(examples, document, analyse(document.text, text), text.vectors)
  const weights = Object.fromEntries(MODEL_NAMES.map((name) => [name, learn(name, examples[name])]))
  for (const name of MODEL_NAMES) console.log(`${name}: ${examples[name].length} choices`)
  return weights as Record<ModelName, Float32Array>
}

interface Read extends AttributedArticle {
  readonly analysis: ReturnType<typeof analyse>
  readonly mentions: ReturnType<typeof findActors>
}
const readArticles = (file: string): Read[] =>
  readLines<AttributedArticle & { readonly title?: string; readonly published?: string }>(file).map(
    (article) => {
      const analysis = analyse(article.text, text)
      const { title, published } = article
      const mentions = findActors(analysis, lexicon, {
        ...(title === undefined ? {} : { title }),
        ...(published === undefined ? {} : { date: published.slice(0, 10) }),
      })
      return { ...article, analysis, mentions }
    },
  )

// ---- scores ------------------------------------------------------------------------------------------------------------

const percent = (value: number): string => (100 * value).toFixed(1)
type Prf = { readonly p: number; readonly r: number; readonly f1: number }
const show = ({ p, r, f1 }: Prf): string => `${percent(p)} / ${percent(r)} / ${percent(f1)}`

interface SpanScore {
  readonly exact: Readonly<Record<"source" | "cue" | "content", Prf>>
  readonly attribution?: Prf
}
const { score } = (await import(options.scorer)) as {
  score: (gold: readonly unknown[], predicted: readonly unknown[]) => SpanScore
}

function reportSpans(name: string, file: string, models: AttributionModels): void {
  const gold = readLines<GoldDocument>(file)
  const analyses = gold.map((document) => analyse(document.text, text))
  const begin = performance.now()
  const predicted = gold.map(({ id }, at) => ({
    id,
    attributions: findAttributions(analyses[at]!, [], models),
  }))
  const seconds = (performance.now() - begin) / 1000
  const sentences = analyses.reduce((sum, analysis) => sum + analysis.sentences.length, 0)
  const { exact, attribution } = score(gold, predicted)
  console.log(
    `${name}, precision / recall / F1: source ${show(exact.source)}, cue ${show(exact.cue)}, content ${show(exact.content)}` +
      `${attribution === undefined ? "" : `, linked ${show(attribution)}`}; ${Math.round(sentences / seconds)} sentences/s`,
  )
}

/** How often the chain around an event's quote names the gold's sources, and how often it names nobody where the narrator speaks. */
function reportChains(articles: readonly Read[], models: AttributionModels): void {
  let attributed = 0
  let found = 0
  let narrated = 0
  let silent = 0
  for (const { text: words, gold, analysis, mentions } of articles) {
    const attributions = findAttributions(analysis, mentions, models)
    for (const event of gold) {
      const start = words.indexOf(event.quote)
      const middle = start + event.quote.length / 2
      const own = event.sources.flatMap(({ name, aliases = [] }) => [name, ...aliases])
      const around = attributions
        .filter(({ content }) => content !== null && content.start <= middle && middle < content.end)
        .sort((a, b) => a.content!.end - a.content!.start - (b.content!.end - b.content!.start))
      const names = (around[0]?.chain ?? []).map(({ name }) => name)
      if (event.attributed_to.length > 0) {
        attributed += 1
        if (event.attributed_to.every((name) => names.some((one) => isSameName(one, name)))) found += 1
      } else {
        narrated += 1
        if (names.every((name) => own.some((one) => isSameName(one, name)))) silent += 1
      }
    }
  }
  console.log(
    `chains: ${found} of ${attributed} attributed events (${percent(found / attributed)} %), ` +
      `none for ${silent} of ${narrated} of the narrator's (${percent(silent / narrated)} %)`,
  )
}

// ---- training ----------------------------------------------------------------------------------------------------------

const weights = trainSpans(readLines<GoldDocument>(options.train))
const spans = parseAttributionModels(packAttributionModels(weights), text.vectors, documents)
const articles = readArticles(options.articles)
const vouchers = articles.flatMap((article) =>
  voucherExamples(article, article.analysis, article.mentions, spans),
)
console.log(
  `voucher: ${vouchers.length} choices, ${vouchers.filter(({ right }) => right === 0).length} vouched for`,
)
const bytes = packAttributionModels({ ...weights, voucher: learn("voucher", vouchers) })
const models = parseAttributionModels(bytes, text.vectors, documents)
reportSpans("PolNeAR documents", options.dev, models)
reportSpans("PolNeAR passages", options.passages, models)
reportChains(articles, models)
reportChains(readArticles(options["articles-dev"]), models)
if (options.write) {
  writeFileSync(join(ROOT, "data", MODEL_FILE), bytes)
  console.log(
    `wrote data/${MODEL_FILE}, ${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`,
  )
}
