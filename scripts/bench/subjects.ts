import { spawnSync } from "node:child_process"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import * as chrono from "chrono-node"
import compromise from "compromise"
import model from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"
import { bundledData } from "../../src/app/bundled-data.ts"
import type { CodingMode } from "../../src/event/coding-mode.ts"
import { findActors } from "../../src/mention/actors.ts"
import { findAttributions } from "../../src/mention/attribution.ts"
import { findPlaces } from "../../src/mention/places.ts"
import { findQuantities } from "../../src/mention/quantities.ts"
import { findTimes } from "../../src/mention/times.ts"
import { annotateArticle, loadAnnotators, loadResources, readArticle } from "../../src/read.ts"
import type { Article } from "../../src/record/index.ts"
import { analyse } from "../../src/text/analyse.ts"
import { splitSentences } from "../../src/text/sentences.ts"
import { tokenise } from "../../src/text/tokenise.ts"
import { ROOT } from "./sample.ts"

/** Something to time over a sample: what is loaded once is not timed. */
export type Subject = () => (articles: readonly Article[]) => void

const each =
  (work: (article: Article) => unknown) =>
  (articles: readonly Article[]): void => {
    for (const article of articles) work(article)
  }

/** A step over analyses and mentions that are made before the clock starts. */
const step =
  (
    work: (
      input: ReturnType<typeof annotateArticle>,
      resources: ReturnType<typeof loadAnnotators>,
    ) => unknown,
  ): Subject =>
  () => {
    const resources = loadAnnotators(bundledData)
    const made = new Map<string, ReturnType<typeof annotateArticle>>()
    return (articles) => {
      for (const article of articles) {
        const key = article.text
        const input = made.get(key) ?? annotateArticle(article, resources)
        made.set(key, input)
        work(input, resources)
      }
    }
  }

const day = ({ published }: Article): string | undefined => published?.slice(0, 10)

const command =
  (workers: number): Subject =>
  () =>
  (articles) => {
    const input = articles.map((article) => `${JSON.stringify(article)}\n`).join("")
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, "dist/app/cli/main.js"), "code", "--workers", String(workers), "-"],
      { input, encoding: "utf8", maxBuffer: 2 ** 30 },
    )
    if (status !== 0) throw new Error(stderr)
  }

function coder(mode: CodingMode) {
  const resources = loadResources(bundledData, [], mode)
  return each((article) => readArticle(article, resources))
}

export const SUBJECTS: Readonly<Record<string, Subject>> = {
  "sentences and tokens": () => each(({ text }) => splitSentences(text, tokenise(text))),
  "tokens to syntax": () => {
    const { text: models } = loadAnnotators(bundledData)
    return each(({ text }) => analyse(text, models))
  },
  times: step(({ analysis, article }) => findTimes(analysis, article.published)),
  quantities: step(({ analysis, times }) => findQuantities(analysis, times)),
  actors: step(({ analysis, article }, { lexicon }) => {
    const date = day(article)
    return findActors(analysis, lexicon, {
      ...(date === undefined ? {} : { date }),
      ...(article.title === undefined ? {} : { title: article.title }),
    })
  }),
  places: step(({ analysis, mentions }, { gazetteer }) => findPlaces(analysis, mentions, gazetteer)),
  attributions: step(({ analysis, mentions }, { attribution: cues }) =>
    findAttributions(analysis, mentions, cues),
  ),
  "whole coder, accurate": () => coder("accurate"),
  "whole coder, fast": () => coder("fast"),
  "chancery code, one worker": command(1),
  "chancery code, all cores": command(availableParallelism()),
  "wink-nlp, default pipe": () => {
    const nlp = winkNLP(model)
    return each(({ text }) => nlp.readDoc(text))
  },
  compromise: () => each(({ text }) => compromise(text)),
  "chrono-node": () =>
    each(({ text, published }) =>
      chrono.parse(text, published === undefined ? undefined : new Date(published)),
    ),
}
