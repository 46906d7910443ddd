// `npx tsx scripts/train-referents.ts [--corpora DIR] [--gold DIR] [--write]`
// Trains data/models/referents.bin: whom pronouns and descriptions mean, and to which country somebody belongs whose own words
// do not say. Learns from GUM's chains and from the participants of annotated events; prints what it gets right in documents
// that it does not learn from.
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundledData } from "../src/app/bundled-data.ts"
import { findActorsBy } from "../src/mention/actors.ts"
import { BUCKETS } from "../src/mention/attribution/features.ts"
import { type Judge, judgeBy, REFERENT_CLASSES, UNDECIDED } from "../src/mention/coreference/judge.ts"
import { loadActorNames, NAME_MODEL, REFERENT_MODEL } from "../src/mention/lexicon.ts"
import { analyse, analyseTokens } from "../src/text/analyse.ts"
import type { Analysis } from "../src/text/analysis.ts"
import { loadTextModels } from "../src/text/models.ts"
import { loadSoftmax, packSoftmax, parseSoftmax } from "../src/text/softmax.ts"
import { readGum } from "./names/gum.ts"
import { readAnnotatedArticles, readSourceTexts } from "./training/annotated-articles.ts"
import { trainChoices } from "./training/choice-trainer.ts"
import type { GoldArticle } from "./training/gold-alignment.ts"
import { isHeldOut } from "./training/held-out.ts"
import { readJsonLinesIfAny } from "./training/json-lines.ts"
import {
  type Collected,
  collectingJudge,
  measuringJudge,
  Tally,
  type Teacher,
} from "./training/referent-examples.ts"
import { articleTeacher, gumTeacher } from "./training/referent-teachers.ts"

const ROOT = resolve(import.meta.dirname, "..")
const { values: options } = parseArgs({
  options: {
    corpora: { type: "string", default: resolve(ROOT, "../shared/corpora") },
    gold: { type: "string", default: resolve(ROOT, "../shared/gold") },
    write: { type: "boolean", default: false },
  },
})
const TRAINING = { buckets: BUCKETS, epochs: 10, rate: 0.05, decay: 3e-4, dropout: 0.15, seed: 20261128 }
/** Chains of all genres teach less of the news than the news does. */
const GUM_WEIGHT = 0.5
/** How often the decisions that no annotation tells are made anew with what was learned. */
const ROUNDS = 3

interface Lesson {
  readonly analysis: Analysis
  readonly context: { readonly date?: string; readonly title?: string }
  readonly teacher: Teacher
  readonly weight: number
}

const models = loadTextModels(bundledData)
const lexicon = { ...loadActorNames(bundledData), nameModel: loadSoftmax(bundledData, NAME_MODEL) }

const gumLessons = (file: string): Lesson[] =>
  readGum(readFileSync(join(options.corpora, file), "utf8")).map((document) => ({
    analysis: analyseTokens(document.sentences, models),
    context: {},
    teacher: gumTeacher(document),
    weight: GUM_WEIGHT,
  }))

const articleLesson = (article: GoldArticle): Lesson => ({
  analysis: analyse(article.text, models),
  context: {
    ...(article.published === undefined ? {} : { date: article.published.slice(0, 10) }),
    ...(article.title === undefined ? {} : { title: article.title }),
  },
  teacher: articleTeacher(article),
  weight: 1,
})

function collect(lessons: readonly Lesson[], judge: Judge): Collected {
  const collected: Collected = { antecedents: [], countries: [] }
  for (const { analysis, context, teacher, weight } of lessons)
    findActorsBy(collectingJudge(teacher, judge, collected, weight), analysis, lexicon, context)
  return collected
}

function train({ antecedents, countries }: Collected): Uint8Array {
  const columns = [trainChoices(antecedents, TRAINING), trainChoices(countries, TRAINING)]
  const weights = new Float32Array(BUCKETS * columns.length)
  columns.forEach((column, index) => {
    for (let at = 0; at < BUCKETS; at += 1) weights[at * columns.length + index] = column[at]!
  })
  return packSoftmax(REFERENT_CLASSES, BUCKETS, weights)
}

function measure(lessons: readonly Lesson[], judge: Judge): string {
  const tally = new Tally()
  for (const { analysis, context, teacher } of lessons)
    findActorsBy(measuringJudge(teacher, judge, tally), analysis, lexicon, context)
  return tally.toString()
}

const annotated = readAnnotatedArticles(
  join(ROOT, "data/training/events"),
  readSourceTexts(join(options.corpora, "wikinews/articles.jsonl")),
)
const lessons = [
  ...gumLessons("ud-english/train.conllu"),
  ...annotated.filter(({ id }) => !isHeldOut(id)).map(articleLesson),
  ...readJsonLinesIfAny<GoldArticle>(join(options.gold, "e2e/train.jsonl")).map(articleLesson),
]
const heldOut = annotated.filter(({ id }) => isHeldOut(id)).map(articleLesson)
const gumDev = gumLessons("ud-english/dev.conllu")

let judge: Judge = UNDECIDED
let bytes = new Uint8Array()
for (let round = 0; round < ROUNDS; round += 1) {
  const collected = collect(lessons, judge)
  bytes = new Uint8Array(train(collected))
  judge = judgeBy(parseSoftmax(bytes, REFERENT_MODEL))
  console.log(
    `round ${round + 1}: ${collected.antecedents.length} antecedents, ${collected.countries.length} countries`,
  )
}
console.log(`annotated articles held out: ${measure(heldOut, judge)}`)
console.log(`GUM dev: ${measure(gumDev, judge)}`)
if (options.write) {
  writeFileSync(join(ROOT, "data", REFERENT_MODEL), bytes)
  console.log(
    `${REFERENT_MODEL}: ${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`,
  )
}
