/**
 * Trains what finds and chooses places: data/models/place-words.txt, places.bin (recognition), place-ranks.json (resolution).
 *
 *   npx tsx scripts/train-places.ts --words     make the word list first (treebank, Wikinews, data/actors/people.tsv)
 *   npx tsx scripts/train-places.ts --folds 5   cross-validate over documents; print the scores of each fold
 *   npx tsx scripts/train-places.ts --write     train on all documents and write the models
 *
 * Seeded: same input, same weights. Annotated documents: --gold FOLDER (default ../shared/gold/places).
 */
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { loadPlaceNames } from "../src/mention/gazetteer.ts"
import { RANK_FILE } from "../src/mention/place/rank-model.ts"
import { packTagger, TAGGER_FILE } from "../src/mention/place/tagger.ts"
import { loadWordFacts, WORD_FILE } from "../src/mention/place/word-facts.ts"
import { trainTagger } from "./places/crf.ts"
import { crossValidate } from "./places/cross-validate.ts"
import { readGold } from "./places/gold.ts"
import { prepare } from "./places/prepare.ts"
import { packRanks, trainRanker } from "./places/rank-trainer.ts"
import { TAGGER_OPTIONS } from "./places/settings.ts"
import { wordList } from "./places/word-list.ts"

const ROOT = resolve(import.meta.dirname, "..")
const SHARED = resolve(ROOT, "../shared")
const { values } = parseArgs({
  options: {
    words: { type: "boolean", default: false },
    folds: { type: "string" },
    write: { type: "boolean", default: false },
    gold: { type: "string", default: join(SHARED, "gold/places") },
    corpora: { type: "string", default: join(SHARED, "corpora") },
  },
})
const data = {
  text: (path: string) => readFileSync(join(ROOT, "data", path), "utf8"),
  bytes: (path: string) => new Uint8Array(readFileSync(join(ROOT, "data", path))),
}
const write = (path: string, content: string | Uint8Array): void => {
  writeFileSync(join(ROOT, "data", path), content)
  console.log(
    `data/${path}: ${content.length} bytes, sha256 ${createHash("sha256").update(content).digest("hex")}`,
  )
}

if (values.words) {
  const lines = wordList({
    treebank: join(values.corpora, "ud-english/train.conllu"),
    articles: join(values.corpora, "wikinews/articles.jsonl"),
    people: join(ROOT, "data/actors/people.tsv"),
  })
  write(WORD_FILE, `${lines.join("\n")}\n`)
}
if (values.folds !== undefined || values.write) {
  const gazetteer = loadPlaceNames(data)
  const words = loadWordFacts(data)
  const documents = ["dev.jsonl", "geovirus-dev.jsonl"]
    .flatMap((file) => readGold(join(values.gold, file)))
    .map((document) => prepare(document, gazetteer, words))
  if (values.folds !== undefined) crossValidate(documents, Number(values.folds))
  if (values.write) {
    write(
      TAGGER_FILE,
      packTagger(
        trainTagger(
          documents.flatMap(({ sequences }) => sequences),
          TAGGER_OPTIONS,
        ),
      ),
    )
    const ranks = trainRanker(
      documents.map(({ ranking }) => ranking),
      1,
    )
    write(RANK_FILE, packRanks(ranks))
  }
}
