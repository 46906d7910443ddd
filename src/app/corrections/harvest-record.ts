import { loadCodebook } from "../../codebook/codebook.ts"
import { correctDocument, type TrainingArticle, trainingArticle } from "../../correction/index.ts"
import type { Span } from "../../record/index.ts"
import type { Store } from "../../store/index.ts"
import { splitSentences } from "../../text/sentences.ts"
import { tokenise } from "../../text/tokenise.ts"
import { bundledData } from "../bundled-data.ts"

/** A line of training data, or what was left out and why; both where some of an article was. */
export interface HarvestedLine {
  readonly line?: TrainingArticle
  readonly left?: string
}

/** Every corrected article as training data, in order of its id. One that was judged only in part is left out unless asked for. */
export async function* harvestRecord(
  store: Pick<Store, "corrections" | "document">,
  { partly, withText }: { readonly partly: boolean; readonly withText: boolean },
): AsyncGenerator<HarvestedLine> {
  const codebook = loadCodebook(bundledData)
  const documents = new Set((await store.corrections()).map(({ target }) => target.document))
  for (const id of [...documents].sort()) {
    const document = await store.document(id)
    if (document === null) {
      yield { left: `${id}: the document is not in the record; left out` }
      continue
    }
    const { article, coded, corrections } = document
    const reviewed = correctDocument({ text: article.text, events: coded, corrections }, codebook)
    const harvest = trainingArticle(article, reviewed, {
      sentenceAt: sentencesOf(article.text),
      withText,
      withUnjudged: partly,
    })
    const lost =
      harvest.lost === 0 ? [] : [`${harvest.lost} judged events have no words in the text or no type`]
    if (harvest.unjudged > 0 && !partly)
      yield {
        left: `${id}: ${harvest.unjudged} of its events were not judged; left out (--partly takes it in)`,
      }
    else
      yield {
        line: harvest.article,
        ...(lost.length === 0 ? {} : { left: `${id}: ${lost[0]}; left out` }),
      }
  }
}

/** The sentence around an offset; the offset alone where it stands in none. */
function sentencesOf(text: string): (offset: number) => Span {
  const sentences = splitSentences(text, tokenise(text))
  return (offset) => {
    const found = sentences.find(({ start, end }) => start <= offset && offset < end)
    return found === undefined ? { start: offset, end: offset } : { start: found.start, end: found.end }
  }
}
