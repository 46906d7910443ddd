// `npx tsx scripts/train-events.ts [--train FILE] [--dev FILE] [--folds 5]`
// Learns which triggers report an event and of which category, from whole annotated articles.
// Prints cross-validated scores, then trains on everything and writes data/models/event-type.bin and its card.

import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadCodebook } from "../src/codebook/codebook.ts"
import { toEndToEnd } from "../src/evaluation/adapters.ts"
import type { Candidate } from "../src/event/candidates.ts"
import { candidatesOf, codeEvents, NO_EVENT } from "../src/event/code-events.ts"
import type { CodingInput } from "../src/event/coding-input.ts"
import { type EventModels, loadCues, TYPE_MODEL_FILE } from "../src/event/event-models.ts"
import { statusOf } from "../src/event/status.ts"
import { typeFeatures } from "../src/event/type-features.ts"
import { annotateArticle, loadAnnotators } from "../src/read.ts"
import { EVENT_TYPES, type EventType } from "../src/record/index.ts"
import { packSoftmax, type SoftmaxModel } from "../src/text/softmax.ts"
import { type Alignment, align, type GoldArticle, type GoldEvent } from "./training/gold-alignment.ts"
import { type Example, scores, trainSoftmax } from "./training/softmax-trainer.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    train: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/train.jsonl") },
    dev: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/articles.jsonl") },
    scorer: { type: "string", default: resolve(ROOT, "../shared/gold/e2e/score.mjs") },
    folds: { type: "string", default: "5" },
    write: { type: "boolean", default: true },
  },
})
const BUCKETS = 1 << 16
const CLASSES: readonly string[] = [NO_EVENT, ...EVENT_TYPES]
const SEED = 20231203
const THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]

interface Prepared {
  readonly article: GoldArticle
  readonly input: CodingInput
  readonly candidates: readonly Candidate[]
}

const codebook = loadCodebook(bundledData)
const cues = loadCues(bundledData)
const annotators = loadAnnotators(bundledData)

const readLines = (file: string): GoldArticle[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldArticle)

function prepare(article: GoldArticle): Prepared {
  const { id, text, title, published } = article
  const input = annotateArticle(
    {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
    },
    annotators,
  )
  return {
    article,
    input,
    candidates: candidatesOf(input, cues),
  }
}

const AHEAD = new Set(["planned", "expected", "promised"])
const BASES: readonly EventType[] = ["CONSULT", "SUPPORT", "COOPERATE", "AID"]

/** PLOVER's AGREE for a future meeting is, for us, a planned CONSULT: the natural category is what we learn. */
function naturalType(gold: GoldEvent, candidate: Candidate, input: CodingInput): EventType {
  const ahead = AHEAD.has(statusOf(input.analysis, candidate.trigger, cues.statusCues).status)
  const base = gold.alt_types.find((type) => BASES.includes(type))
  return gold.type === "AGREE" && ahead && base !== undefined ? base : gold.type
}

function toExamples(prepared: readonly Prepared[], weights?: Float32Array): Example[] {
  return prepared.flatMap(({ article, input, candidates }) => {
    const features = new Map(
      candidates.map((candidate) => [
        candidate,
        typeFeatures(input.analysis, candidate, cues.predicates, BUCKETS),
      ]),
    )
    const probable = new Map(
      candidates.map((candidate) => [
        candidate,
        weights === undefined ? undefined : scores(weights, features.get(candidate)!, CLASSES.length),
      ]),
    )
    const likelihood = (candidate: Candidate, gold: GoldEvent): number => {
      const found = probable.get(candidate)
      return found === undefined
        ? 0
        : 1.5 * Math.max(...[gold.type, ...gold.alt_types].map((type) => found[CLASSES.indexOf(type)]!))
    }
    const aligned = align(article.text, input.analysis, candidates, article.gold, likelihood)
    return candidates.map((candidate) => ({
      ...features.get(candidate)!,
      ...labelOf(aligned.get(candidate), candidate, input),
    }))
  })
}

function labelOf(
  alignment: Alignment | undefined,
  candidate: Candidate,
  input: CodingInput,
): { label: number; weight: number } {
  if (alignment === undefined) return { label: 0, weight: 1 }
  const { gold, main } = alignment
  return {
    label: CLASSES.indexOf(naturalType(gold, candidate, input)),
    weight: (gold.optional ? 0.6 : 1) * (main ? 1 : 0.6),
  }
}

function train(prepared: readonly Prepared[]): Float32Array {
  const settings = {
    classes: CLASSES.length,
    buckets: BUCKETS,
    epochs: 12,
    rate: 0.15,
    decay: 2e-5,
    seed: SEED,
  }
  const first = trainSoftmax(toExamples(prepared), settings)
  return trainSoftmax(toExamples(prepared, first), settings)
}

function toModels(weights: Float32Array, threshold: number): EventModels {
  const packed = packSoftmax(CLASSES, BUCKETS, weights)
  return { typeModel: unpack(packed), threshold, ...cues }
}

function unpack(packed: Uint8Array): SoftmaxModel {
  const begin = packed.length - BUCKETS * CLASSES.length
  const view = new DataView(packed.buffer, begin - CLASSES.length * 4)
  return {
    classes: CLASSES,
    buckets: BUCKETS,
    weights: new Int8Array(packed.buffer, begin),
    scales: Float32Array.from(CLASSES, (_, at) => view.getFloat32(at * 4, true)),
  }
}

const scratch = mkdtempSync(join(tmpdir(), "chancery-train-"))

interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

function scoreOf(goldFile: string, lines: readonly unknown[]): Score {
  const file = join(scratch, "predictions.jsonl")
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"))
  const run = spawnSync(process.execPath, [options.scorer, file, "--gold", goldFile, "--json"], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(run.stdout) as Score
}

const codeAll = (prepared: readonly Prepared[], models: EventModels) =>
  prepared.flatMap(({ input }) => codeEvents(input, codebook, models).map(toEndToEnd))

const show = ({ precision, recall, f1 }: Score): string =>
  [precision, recall, f1].map((value) => (100 * value).toFixed(1)).join(" / ")

console.time("annotated")
const training = readLines(options.train).map(prepare)
console.timeEnd("annotated")
const folds = Number(options.folds)
const predictions = new Map<number, unknown[]>(THRESHOLDS.map((threshold) => [threshold, []]))
for (let fold = 0; fold < folds; fold++) {
  const weights = train(training.filter((_, at) => at % folds !== fold))
  const held = training.filter((_, at) => at % folds === fold)
  for (const threshold of THRESHOLDS)
    predictions.get(threshold)!.push(...codeAll(held, toModels(weights, threshold)))
}
for (const [threshold, lines] of predictions)
  console.log(`cross-validated, threshold ${threshold}: P/R/F1 ${show(scoreOf(options.train, lines))}`)

const weights = train(training)
const dev = readLines(options.dev).map(prepare)
for (const threshold of THRESHOLDS)
  console.log(
    `dev, threshold ${threshold}: P/R/F1 ${show(scoreOf(options.dev, codeAll(dev, toModels(weights, threshold))))}`,
  )
if (options.write) {
  const packed = packSoftmax(CLASSES, BUCKETS, weights)
  writeFileSync(join(ROOT, "data", TYPE_MODEL_FILE), packed)
  console.log(
    `data/${TYPE_MODEL_FILE}: ${packed.length} bytes, sha256 ${createHash("sha256").update(packed).digest("hex")}`,
  )
}
