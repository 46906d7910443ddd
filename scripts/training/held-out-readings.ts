import type { EventModels } from "../../src/event/event-models.ts"
import { isInside, type Question, type Reading } from "../../src/event/reader/event-reader.ts"
import { STATUSES, type Status } from "../../src/record/index.ts"
import { readJsonLines } from "./json-lines.ts"

/** One candidate as scripts/train-reader.py predicts it for articles that it has not learned from. */
type Row = readonly [
  article: string,
  sentence: number,
  number: number,
  types: readonly number[],
  statuses: readonly number[],
  roles: readonly (readonly [number, number, number, number, number])[],
  nobody: readonly [number, number],
]

/** The file's probabilities are rounded to four places. */
const LEAST = 5e-5

export interface HeldOutReader extends NonNullable<EventModels["reader"]> {
  readonly has: (article: string) => boolean
}

/** A reader that answers from files of predictions, so that what comes after it learns from articles that it had not seen. */
export function heldOutReader(files: readonly string[]): HeldOutReader {
  const rows = new Map(
    files.flatMap((file) =>
      readJsonLines<Row>(file).map((row) => [`${row[0]} ${row[1]} ${row[2]}`, row] as const),
    ),
  )
  const articles = new Set([...rows.values()].map(([article]) => article))
  return {
    has: (article) => articles.has(article),
    read: (article, _, questions) => {
      const counts = new Map<number, number>()
      return questions.map(({ candidate, mentions }, at) => {
        const sentence = candidate.sentence.index
        const number = counts.get(sentence) ?? 0
        counts.set(sentence, number + 1)
        const row = rows.get(`${article.id} ${sentence} ${number}`)
        return row === undefined || row[5].length !== mentions.length
          ? undefined
          : readingOf(row, questions[at]!)
      })
    },
  }
}

function readingOf([, , , types, statuses, roles, nobody]: Row, { candidate, mentions }: Question): Reading {
  const odds = (pointed: number, none: number): number => Math.log((pointed + LEAST) / (none + LEAST))
  return {
    types,
    statuses: new Map(STATUSES.map((status: Status, at) => [status, statuses[at] ?? 0])),
    roles: roles.map(([none, actor, recipient, first, second], at) => ({
      alone: [none, actor, recipient],
      pointed: [odds(first, nobody[0]), odds(second, nobody[1])],
      isFar: !isInside(candidate, mentions[at]!),
    })),
  }
}
