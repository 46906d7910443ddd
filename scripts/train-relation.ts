// `npx tsx scripts/train-relation.ts [--gold FILE] [--folds-only] [--repeats N]`
// Trains the pair classifier (data/models/relation.bin) on sentences written from data/training/relation/ and, where the file
// is there, on a set of coded pairs; reports seeded 5-fold cross-validation over the coded pairs and writes the card.
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadPredicates } from "../src/codebook/predicates.ts"
import { clusterWords } from "../src/event/relation/clusters.ts"
import { extractFeatures, type RelationResources } from "../src/event/relation/extract.ts"
import { FEATURE_ROWS } from "../src/event/relation/features.ts"
import { RELATION_LABELS } from "../src/event/relation/labels.ts"
import { packWeights, RELATION_FILE } from "../src/event/relation/model-file.ts"
import { locatePair } from "../src/event/relation/pair.ts"
import { analyse } from "../src/text/analyse.ts"
import { loadTextModels } from "../src/text/models.ts"
import { type LabelledPair, writeSentences } from "./relation/grammar.ts"
import { wordCentres } from "./relation/kmeans.ts"
import { type Example, type LinearModel, predictLinear, trainLinear } from "./relation/learner.ts"
import { seededRandom, shuffle } from "./training/random.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    gold: { type: "string", default: resolve(ROOT, "../shared/gold/relation/dev.jsonl") },
    repeats: { type: "string", default: "3" },
    "folds-only": { type: "boolean", default: false },
  },
})

const SENTENCES_PER_LABEL = 500
const SENTENCE_WEIGHT = 0.2
const GRAMMAR_SEED = 11
const CENTRES = 256
const CENTRE_WORDS = 12_000
const CENTRE_ROUNDS = 8
const FOLDS = 5
/** Models trained with other seeds whose weights are averaged. */
const ENSEMBLE = 3
const TRAINING = {
  labels: RELATION_LABELS.length,
  rows: FEATURE_ROWS,
  rounds: 12,
  rate: 0.15,
  penalty: 3e-3,
  dropout: 0.5,
}

const models = loadTextModels(bundledData)
const centres = wordCentres(
  models.vectors.values,
  models.vectors.dimension,
  CENTRE_WORDS,
  CENTRES,
  CENTRE_ROUNDS,
  7,
)
const resources: RelationResources = {
  predicates: loadPredicates(bundledData),
  vectors: models.vectors,
  clusters: clusterWords(models.vectors, centres),
}
const labels: readonly string[] = RELATION_LABELS

function toExample({ text, actor, recipient, type }: LabelledPair, weight: number): Example[] {
  const pair = locatePair(analyse(text, models), actor, recipient)
  if (pair === undefined) return []
  const { sparse } = extractFeatures(pair, resources)
  return [
    {
      rows: Int32Array.from(sparse.rows),
      values: Float32Array.from(sparse.values),
      label: labels.indexOf(type),
      weight,
    },
  ]
}

const readTraining = (name: string): string =>
  readFileSync(resolve(ROOT, `data/training/relation/${name}.txt`), "utf8")
const grammar = {
  acts: readTraining("acts"),
  frames: readTraining("frames"),
  slots: readTraining("slots"),
  plain: readTraining("plain"),
}
const written = writeSentences(grammar, RELATION_LABELS, SENTENCES_PER_LABEL, GRAMMAR_SEED).flatMap((pair) =>
  toExample(pair, SENTENCE_WEIGHT),
)
const coded = existsSync(options.gold) ? readCoded(options.gold).flatMap((pair) => toExample(pair, 1)) : []

function readCoded(file: string): LabelledPair[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { text, participants, gold } = JSON.parse(line)
      return { text, type: gold.type, ...participants[0] }
    })
}

/** Trains with `seeds` different seeds and averages the weights. */
function train(examples: readonly Example[], seed: number, seeds = 1): LinearModel {
  const weights = new Float32Array(FEATURE_ROWS * labels.length)
  for (let at = 0; at < seeds; at += 1)
    trainLinear(examples, { ...TRAINING, seed: seed + 1000 * at }).weights.forEach((value, cell) => {
      weights[cell]! += value / seeds
    })
  return { labels: labels.length, weights }
}

const best = (probabilities: Float64Array): number => probabilities.indexOf(Math.max(...probabilities))

/** Macro F1 over the labels that the gold has, and accuracy. */
function score(gold: readonly number[], found: readonly number[]): { macro: number; accuracy: number } {
  const present = [...new Set(gold)]
  const f1 = present.map((label) => {
    const both = gold.filter((value, at) => value === label && found[at] === label).length
    return (
      (2 * both) /
      (gold.filter((value) => value === label).length + found.filter((value) => value === label).length)
    )
  })
  return {
    macro: f1.reduce((sum, value) => sum + value, 0) / present.length,
    accuracy: gold.filter((value, at) => value === found[at]).length / gold.length,
  }
}

function crossValidate(seed: number): { macro: number; accuracy: number } {
  const order = shuffle(
    coded.map((_, at) => at),
    seededRandom(seed * 101),
  )
  const found = new Array<number>(coded.length).fill(-1)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learn = order.filter((_, at) => at % FOLDS !== fold).map((at) => coded[at] as Example)
    const model = train([...learn, ...written], seed * 10 + fold)
    for (const at of order.filter((_, index) => index % FOLDS === fold))
      found[at] = best(predictLinear(model, coded[at] as Example))
  }
  return score(
    coded.map(({ label }) => label),
    found,
  )
}

const percent = (value: number): string => (100 * value).toFixed(1)
const meanAndSpread = (values: readonly number[]): string => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  )
  return `${percent(mean)} ± ${percent(spread)}`
}

const repeats =
  coded.length === 0 ? [] : Array.from({ length: Number(options.repeats) }, (_, at) => crossValidate(at + 1))
const unseen = coded.length === 0 ? undefined : train(written, 1)
const zeroShot =
  unseen === undefined
    ? undefined
    : score(
        coded.map(({ label }) => label),
        coded.map((example) => best(predictLinear(unseen, example))),
      )
const results = [
  ...(repeats.length > 0
    ? [
        `5-fold cross-validation, ${repeats.length} seeded repeats: macro F1 ${meanAndSpread(repeats.map(({ macro }) => macro))}, accuracy ${meanAndSpread(repeats.map(({ accuracy }) => accuracy))} (mean ± standard deviation over repeats).`,
      ]
    : []),
  ...(zeroShot === undefined
    ? []
    : [
        `Trained on the written sentences alone: macro F1 ${percent(zeroShot.macro)}, accuracy ${percent(zeroShot.accuracy)} on the coded pairs.`,
      ]),
]
console.log(results.join("\n"))

if (!options["folds-only"]) {
  const model = train([...coded, ...written], 1, ENSEMBLE)
  const packed = packWeights(model.labels, model.weights, centres)
  writeFileSync(resolve(ROOT, "data", RELATION_FILE), packed)
  const sha256 = createHash("sha256").update(packed).digest("hex")
  writeFileSync(resolve(ROOT, "data/models/relation.md"), card(sha256, packed.length))
}

function card(sha256: string, bytes: number): string {
  return `# relation.bin

What holds between two given participants: ${labels.length} labels (PLOVER's categories, CONCEDE and RETREAT as one, YIELD; and NONE).

- **Model**: multinomial logistic regression over ${FEATURE_ROWS} hashed features (words between and around the spans, the path between them in the syntax tree and what hangs on it, the predicate lexicon's reading, the spans' own words; words also as their group of like meaning). Weights averaged over ${ENSEMBLE} seeds, one byte each; ${(bytes / 2 ** 20).toFixed(1)} MB.
- **Trained on**: ${written.length} sentences written from the grammar in data/training/relation/ (ours), weight ${SENTENCE_WEIGHT} each, and ${coded.length} coded news pairs (Hu et al., ACL 2024; no licence stated; the sentences are not kept here, only the weights).
- **Labels** follow CAMEO's roots as those pairs do: imposing sanctions is COERCE, a conviction ACCUSE, an agreement to yield AGREE.
${results.map((line) => `- **Score**: ${line}`).join("\n")}
- **Reading the score**: the grammar was widened after looking at which kinds of pairs went wrong in cross-validation, so it flatters a little; pairs from other years and outlets will score lower.
- **Command**: \`npx tsx scripts/train-relation.ts\`. Seeded: the same input gives the same bytes.
- **sha256** \`${sha256}\`
`
}
