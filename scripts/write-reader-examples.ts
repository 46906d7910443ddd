// `npx tsx scripts/write-reader-examples.ts --out FILE [--annotated FOLDER]... [--articles FILE]... [--pairs FILE] [--dev FILE]`
// Writes annotated articles as examples for scripts/train-reader.py: the words of each sentence, its candidate triggers with
// their category and status, and the role of every mention that could take part. The first line names what the others use; then one article a line.
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import type { Candidate } from "../src/event/candidates.ts"
import { loadCues, loadEventModels } from "../src/event/event-models.ts"
import { questionOf } from "../src/event/propose.ts"
import { loadRelationModel } from "../src/event/relation-classifier.ts"
import { type SyntacticRole, syntacticRole } from "../src/event/role-features.ts"
import { typeFeatures } from "../src/event/type-features.ts"
import { loadAnnotators } from "../src/read.ts"
import { type EntityType, EVENT_TYPES, STATUSES } from "../src/record/index.ts"
import type { Sentence } from "../src/text/analysis.ts"
import { predict } from "../src/text/softmax.ts"
import { readAnnotatedArticles, readSourceTexts } from "./training/annotated-articles.ts"
import { likelihoodOf, naturalType, roleLabel } from "./training/event-training.ts"
import { align, type GoldArticle, type GoldEvent } from "./training/gold-alignment.ts"
import { readJsonLines } from "./training/json-lines.ts"
import { prepare } from "./training/prepared.ts"
import { codedPairs } from "./training/silver.ts"

const { values: options } = parseArgs({
  options: {
    out: { type: "string" },
    annotated: { type: "string", multiple: true, default: [] },
    articles: { type: "string", multiple: true, default: [] },
    dev: { type: "string" },
    pairs: { type: "string" },
    sources: { type: "string", default: "../shared/corpora/wikinews/articles.jsonl" },
  },
})
if (options.out === undefined) throw new Error("--out FILE is missing: where the examples go")

const relation = loadRelationModel(bundledData)
const cues = loadCues(bundledData, relation)
const { typeModel } = loadEventModels(bundledData, relation)
const annotators = loadAnnotators(bundledData)

/** Whether the annotation names somebody on a side, and if so whether leaving the side empty is right too. */
function sideOf(gold: GoldEvent, side: "source" | "recipient"): "empty" | "optional" | "needed" {
  const named = side === "source" ? gold.sources : gold.recipients
  const optional = side === "source" ? gold.source_optional : gold.recipient_optional
  return named.length === 0 ? "empty" : optional === true ? "optional" : "needed"
}

function examplesOf(article: GoldArticle, set: string): object {
  const { id, text, title } = article
  const { input, index, candidates } = prepare(article, annotators, cues)
  const { analysis } = input
  const probable = new Map(
    candidates.map((candidate) => [
      candidate,
      predict(typeModel, typeFeatures(analysis, candidate, relation, typeModel.buckets)),
    ]),
  )
  const aligned = align(text, analysis, candidates, article.gold, (candidate, gold) =>
    likelihoodOf(probable.get(candidate), gold),
  )
  const example = (candidate: Candidate, { first, index: sentence }: Sentence) => {
    const { trigger, predicate } = candidate
    const alignment = aligned.get(candidate)
    const { mentions, pair } = questionOf(input, candidate, index, { relation })
    return {
      trigger: trigger - first,
      type: alignment === undefined ? "NONE" : naturalType(alignment.gold, candidate, input, cues),
      alternatives: alignment?.gold.alt_types ?? [],
      statuses:
        alignment === undefined ? [] : [alignment.gold.status, ...(alignment.gold.alt_statuses ?? [])],
      main: alignment?.main ?? false,
      optional: alignment?.gold.optional ?? false,
      sides:
        alignment === undefined
          ? null
          : [sideOf(alignment.gold, "source"), sideOf(alignment.gold, "recipient")],
      predicate: predicate?.type ?? null,
      pair: { type: pair.type, probability: pair.probability, here: pair.isHere },
      mentions: mentions.map((mention) => ({
        head: analysis.sentence[mention.head] === sentence ? mention.head - first : -1,
        kind: mention.type,
        anaphor: mention.anaphor,
        hasCountry: mention.actor?.country != null,
        syntax: syntacticRole(candidate, mention),
        role: alignment === undefined ? -1 : roleLabel(candidate, mention, alignment.gold),
      })),
    }
  }
  const sentences = analysis.sentences.map((sentence) => ({
    words: Array.from({ length: sentence.last - sentence.first }, (_, at) =>
      text.slice(analysis.start[sentence.first + at], analysis.end[sentence.first + at]),
    ),
    candidates: candidates
      .filter((candidate) => candidate.sentence === sentence)
      .map((candidate) => example(candidate, sentence)),
  }))
  return { id, set, title, sentences }
}

const sources = readSourceTexts(options.sources)
/** The first line: the names that the others use. */
const KINDS: readonly EntityType[] = [
  ...(["person", "organisation", "country", "nationality", "place", "group", "other"] as const),
]
const SYNTAX: readonly SyntacticRole[] = ["none", "actor", "recipient", "located"]
const header = {
  types: EVENT_TYPES,
  statuses: STATUSES,
  kinds: KINDS,
  syntax: SYNTAX,
}
const rows = [
  ...options.articles
    .flatMap((file) => readJsonLines<GoldArticle>(file))
    .map((article) => examplesOf(article, "train")),
  ...options.annotated
    .flatMap((folder) => readAnnotatedArticles(folder, sources))
    .map((article) => examplesOf(article, "train")),
  ...(options.pairs === undefined
    ? []
    : codedPairs(options.pairs).map((article) => examplesOf(article, "pairs"))),
  ...(options.dev === undefined
    ? []
    : readJsonLines<GoldArticle>(options.dev).map((article) => examplesOf(article, "dev"))),
]
writeFileSync(options.out, [header, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(""))
console.log(`${rows.length} articles`)
