import type { Candidate } from "../../src/event/candidates.ts"
import type { CodingInput } from "../../src/event/coding-input.ts"
import type { EventCues } from "../../src/event/event-models.ts"
import type { MentionIndex } from "../../src/event/mention-index.ts"
import { candidatesOf, indexActors } from "../../src/event/propose.ts"
import { type Annotators, annotateArticle } from "../../src/read.ts"
import { type GoldArticle, withMentions } from "./gold-alignment.ts"

/** One annotated article with what the finders made of it. */
export interface Prepared {
  readonly article: GoldArticle
  readonly input: CodingInput
  readonly index: MentionIndex
  readonly candidates: readonly Candidate[]
}

/** An annotated article as the coder reads it, without its annotation. */
export const annotate = ({ id, text, title, published }: GoldArticle, annotators: Annotators): CodingInput =>
  annotateArticle(
    {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
    },
    annotators,
  )

export function prepare(article: GoldArticle, annotators: Annotators, cues: EventCues): Prepared {
  const input = annotate(article, annotators)
  const index = indexActors(input)
  const known = { ...article, gold: article.gold.map((gold) => withMentions(gold, index.all)) }
  return { article: known, input, index, candidates: candidatesOf(input, index, cues) }
}
