// `npx tsx scripts/train-vouching.ts [--train FILE] [--dev FILE] [--annotated FOLDER] [--sources FILE] [--folds 3] [--write]`
// Learns from whole annotated articles who vouches for an event. Prints cross-validated scores by article and those on the
// development articles; with --write it writes data/models/vouching.bin.
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadEventModels } from "../src/event/event-models.ts"
import { tokenAt } from "../src/event/nearness.ts"
import { loadRelationModel } from "../src/event/relation-classifier.ts"
import { pathToRoot } from "../src/event/syntax.ts"
import { typeFeatures } from "../src/event/type-features.ts"
import { setEventScene } from "../src/event/vouching/event-scene.ts"
import { namesAgree } from "../src/event/vouching/own-words.ts"
import { findTellers, type Tellers } from "../src/event/vouching/tellers.ts"
import { chainOf } from "../src/event/vouching/vouchers.ts"
import {
  MODEL_FILE,
  packVouching,
  parseVouching,
  type VouchingModel,
} from "../src/event/vouching/vouching-model.ts"
import { BUCKETS, FeatureList } from "../src/mention/attribution/features.ts"
import { loadDocumentNouns } from "../src/mention/attribution/models.ts"
import { loadAnnotators } from "../src/read.ts"
import type { Analysis } from "../src/text/analysis.ts"
import { predict } from "../src/text/softmax.ts"
import { readAnnotatedArticles, readSourceTexts } from "./training/annotated-articles.ts"
import { type Choice, trainChoices } from "./training/choice-trainer.ts"
import { likelihoodOf } from "./training/event-training.ts"
import { align, type GoldArticle, type GoldEvent } from "./training/gold-alignment.ts"
import { readJsonLines } from "./training/json-lines.ts"
import { prepare } from "./training/prepared.ts"
import { type AttributedEvent, vouchingExamples } from "./training/vouching-examples.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    train: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/train.jsonl") },
    dev: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/articles.jsonl") },
    annotated: { type: "string", default: resolve(ROOT, "data/training/events") },
    sources: { type: "string", default: resolve(ROOT, "../shared/corpora/wikinews/articles.jsonl") },
    folds: { type: "string", default: "3" },
    write: { type: "boolean", default: false },
  },
})
const TRAINING = { buckets: BUCKETS, epochs: 4, rate: 0.03, decay: 1e-3, dropout: 0, seed: 20231203 }

const annotators = loadAnnotators(bundledData)
const { vectors } = annotators.text
const documents = loadDocumentNouns(bundledData)
const models = loadEventModels(bundledData, loadRelationModel(bundledData, vectors), "fast")
const features = new FeatureList()

interface Read {
  readonly analysis: Analysis
  readonly tellers: Tellers
  readonly events: readonly AttributedEvent[]
  readonly choices: readonly Choice[]
}

/** An annotated article's events at the words that state them, and what they teach. */
function read(article: GoldArticle): Read {
  const { input, candidates } = prepare(article, annotators, models)
  const { analysis, mentions, attributions } = input
  const tellers = findTellers(analysis, mentions, attributions, documents)
  const probable = new Map(
    candidates.map((candidate) => [
      candidate,
      predict(models.typeModel, typeFeatures(analysis, candidate, models.relation, models.typeModel.buckets)),
    ]),
  )
  const aligned = align(article.text, analysis, candidates, article.gold, (candidate, gold) =>
    likelihoodOf(probable.get(candidate), gold),
  )
  const found = new Map(
    [...aligned].flatMap(([{ trigger }, { gold, main }]) => (main ? [[gold.id, trigger] as const] : [])),
  )
  const events = article.gold.map((gold) => ({
    trigger: found.get(gold.id) ?? statedAt(analysis, article.text, gold),
    type: gold.type,
    actors: gold.sources,
    attributedTo: (gold.attributed_to ?? []).map(nameOf),
  }))
  const choices = events.flatMap((event) => vouchingExamples(analysis, tellers, event, vectors, features))
  return { analysis, tellers, events, choices }
}

/** The word that states an event which no candidate fits: as annotated, else the highest in the tree of its quote. */
function statedAt(analysis: Analysis, text: string, { trigger, quote }: GoldEvent): number {
  if (trigger !== undefined) return tokenAt(analysis, trigger.start)
  const start = text.indexOf(quote)
  const last = tokenAt(analysis, start + quote.length - 1)
  let highest = tokenAt(analysis, start)
  for (let token = highest; token <= last; token += 1)
    if (pathToRoot(analysis, token).length < pathToRoot(analysis, highest).length) highest = token
  return highest
}

/** The shared sets give a link as its name, ours as an object. */
const nameOf = (link: string | { readonly name: string }): string =>
  typeof link === "string" ? link : link.name

const learn = (articles: readonly Read[]): Uint8Array =>
  packVouching(
    trainChoices(
      articles.flatMap(({ choices }) => choices),
      TRAINING,
    ),
  )
const modelOf = (bytes: Uint8Array): VouchingModel => ({ weights: parseVouching(bytes), vectors, documents })

// ---- scores ------------------------------------------------------------------------------------------------------------

interface Tally {
  attributed: number
  found: number
  narrated: number
  silent: number
}
const newTally = (): Tally => ({ attributed: 0, found: 0, narrated: 0, silent: 0 })

/** Whether each event's chain names all links in order, and nobody but its own actors where the narrator speaks. */
function count(tally: Tally, { analysis, tellers, events }: Read, model: VouchingModel): void {
  for (const event of events) {
    const names = chainOf(setEventScene(analysis, tellers, event, vectors), model).map(({ name }) => name)
    if (event.attributedTo.length === 0) {
      tally.narrated += 1
      if (names.every((name) => event.actors.some((actor) => namesAgree(actor.name, name)))) tally.silent += 1
    } else {
      tally.attributed += 1
      let at = 0
      for (const name of names)
        if (at < event.attributedTo.length && namesAgree(name, event.attributedTo[at]!)) at += 1
      if (at === event.attributedTo.length) tally.found += 1
    }
  }
}

const show = ({ attributed, found, narrated, silent }: Tally): string =>
  `chain found for ${found} of ${attributed} (${((100 * found) / attributed).toFixed(1)} %), ` +
  `nobody for ${silent} of ${narrated} of the narrator's (${((100 * silent) / narrated).toFixed(1)} %)`

// ---- training ----------------------------------------------------------------------------------------------------------

const articles = [
  ...readJsonLines<GoldArticle>(options.train),
  ...readAnnotatedArticles(options.annotated, readSourceTexts(options.sources)),
].map(read)
const folds = Number(options.folds)
const unseen = newTally()
for (let fold = 0; fold < folds; fold += 1) {
  const model = modelOf(learn(articles.filter((_, at) => at % folds !== fold)))
  articles.forEach((article, at) => {
    if (at % folds === fold) count(unseen, article, model)
  })
}
console.log(`${articles.length} articles, ${folds} folds: ${show(unseen)}`)
const bytes = learn(articles)
const dev = newTally()
for (const article of readJsonLines<GoldArticle>(options.dev)) count(dev, read(article), modelOf(bytes))
console.log(`development articles: ${show(dev)}`)
if (options.write) {
  writeFileSync(join(ROOT, "data", MODEL_FILE), bytes)
  const hash = createHash("sha256").update(bytes).digest("hex")
  console.log(`wrote data/${MODEL_FILE}, ${bytes.length} bytes, sha256 ${hash}`)
}
