// `node --import tsx scripts/train-names.ts [-- --corpora DIR]`
// Trains data/models/names.bin: what a proper name that the lexicon lacks names. Examples are the proper names of GUM's
// annotated documents, and, with less weight, names that the lexicon knows in unannotated news, read as if it did not.
import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { coverTokens, findChunks } from "../src/mention/actor/chunks.ts"
import { weighCountries } from "../src/mention/actor/focus.ts"
import { type Finding, findItems } from "../src/mention/actor/items.ts"
import { findMatches } from "../src/mention/actor/matches.ts"
import { loadActorNames } from "../src/mention/lexicon.ts"
import { NAME_BUCKETS, NAME_TYPES, type NameType, nameFeatures } from "../src/mention/name/name-type.ts"
import { analyse, analyseTokens } from "../src/text/analyse.ts"
import type { Analysis } from "../src/text/analysis.ts"
import { loadTextModels } from "../src/text/models.ts"
import { packSoftmax } from "../src/text/softmax.ts"
import { type AnnotatedDocument, type GumEntity, readGum } from "./names/gum.ts"
import { type Example, scores, trainSoftmax } from "./training/softmax-trainer.ts"

const { values: options } = parseArgs({
  options: {
    corpora: { type: "string", default: resolve(import.meta.dirname, "../../shared/corpora") },
    check: { type: "boolean", default: false },
  },
})
const MODEL = resolve(import.meta.dirname, "../data/models/names.bin")
const NEWS_WEIGHT = 0.3
const TRAINING = {
  classes: NAME_TYPES.length,
  buckets: NAME_BUCKETS,
  epochs: 6,
  rate: 0.05,
  decay: 1e-3,
  seed: 7,
}
/** GUM's entity types by ours; the others are "other". */
const GUM_TYPES: Readonly<Record<string, NameType>> = {
  person: "person",
  organization: "organisation",
  place: "place",
}

const lexicon = loadActorNames(bundledData)
const models = loadTextModels(bundledData)

function findingOf(analysis: Analysis): Finding {
  const matches = findMatches(analysis, lexicon)
  return {
    analysis,
    lexicon,
    matches,
    cover: coverTokens(analysis.count, matches),
    day: undefined,
    focus: weighCountries(analysis, matches, []),
    quoted: new Uint8Array(analysis.count),
    wordCodes: new Int32Array(analysis.count),
  }
}

/** The names that no entry of the lexicon covers. */
const unknownNames = (finding: Finding) =>
  finding.analysis.sentences.flatMap((sentence) =>
    findChunks(finding.analysis, finding.cover, sentence).flatMap(({ first, last }) =>
      findItems(finding, first, last).filter(({ name }) => name !== undefined),
    ),
  )

/** The smallest entity whose proper words end where the name ends. */
function entityOf(entities: readonly GumEntity[], first: number, last: number): GumEntity | undefined {
  return entities
    .filter((entity) => entity.first <= first && entity.last >= last && entity.properEnd === last)
    .sort((a, b) => a.last - a.first - (b.last - b.first))[0]
}

function gumExamples(document: AnnotatedDocument): Example[] {
  const finding = findingOf(analyseTokens(document.sentences, models))
  return unknownNames(finding).flatMap((item) => {
    const entity = entityOf(document.entities, item.first, item.last)
    if (entity === undefined) return []
    const type = GUM_TYPES[entity.type] ?? "other"
    return [{ ...nameFeatures(finding, item), label: NAME_TYPES.indexOf(type), weight: 1 }]
  })
}

const KNOWN: Readonly<Record<string, NameType>> = {
  person: "person",
  organization: "organisation",
  country: "place",
  capital: "place",
  region: "place",
}

/** Names of the lexicon with one reading, seen as unknown ones. */
function newsExamples(text: string): Example[] {
  const finding = findingOf(analyse(text, models))
  return finding.matches.flatMap((match) => {
    const [entry, second] = match.entries
    const type = entry === undefined || second !== undefined ? undefined : KNOWN[entry.kind]
    if (type === undefined) return []
    return [{ ...nameFeatures(finding, match), label: NAME_TYPES.indexOf(type), weight: NEWS_WEIGHT }]
  })
}

function accuracy(weights: Float32Array, examples: readonly Example[]): number {
  const right = examples.filter((example) => {
    const probabilities = scores(weights, example, NAME_TYPES.length)
    return probabilities.indexOf(Math.max(...probabilities)) === example.label
  })
  return right.length / examples.length
}

const documents = readGum(readFileSync(resolve(options.corpora, "ud-english/train.conllu"), "utf8"))
const gum = documents.map(gumExamples)
const news = readFileSync(resolve(options.corpora, "wikinews/articles.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .flatMap((line) => newsExamples((JSON.parse(line) as { text: string }).text))
console.log(
  `${gum.flat().length} names of ${documents.length} documents, ${news.length} names of the lexicon`,
)
if (options.check) {
  const folds = [0, 1, 2].map((fold) => {
    const train = [...gum.filter((_, at) => at % 3 !== fold).flat(), ...news]
    return accuracy(trainSoftmax(train, TRAINING), gum.filter((_, at) => at % 3 === fold).flat())
  })
  console.log(
    `accuracy on documents held out, three folds: ${folds.map((value) => value.toFixed(3)).join(" ")}`,
  )
} else
  writeFileSync(
    MODEL,
    packSoftmax(NAME_TYPES, NAME_BUCKETS, trainSoftmax([...gum.flat(), ...news], TRAINING)),
  )
