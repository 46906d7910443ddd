import type { DataFiles } from "../../codebook/data-files.ts"
import type { Article } from "../../record/index.ts"
import { analyse, analyseTokens } from "../../text/analyse.ts"
import { toConllu } from "../../text/analysis-conllu.ts"
import { readConllu, writeConllu } from "../../text/conllu.ts"
import { loadTextModels } from "../../text/models.ts"

/** Sentences parsed together; no sentence's parse depends on its neighbours. */
const SENTENCES_AT_ONCE = 500

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()

/** Gives the function that writes an article's parse as CoNLL-U, under a comment with the document's id. */
export function parseArticles(data: DataFiles): (article: Article) => { readonly output: string } {
  const models = loadTextModels(data)
  return ({ id, text }) => {
    const analysis = analyse(text, models)
    const comments = (index: number): string[] => {
      const { start, end } = analysis.sentences[index]!
      return [
        ...(index === 0 ? [`# newdoc id = ${oneLine(id)}`] : []),
        `# sent_id = ${oneLine(id)}-${index + 1}`,
        `# text = ${oneLine(text.slice(start, end))}`,
      ]
    }
    return { output: writeConllu(toConllu(analysis, comments)) }
  }
}

/** Parses CoNLL-U anew: tokens, sentences and comments are kept, tags, lemmas, heads and relations are ours. */
export function* parsePretokenised(conllu: string, data: DataFiles): Generator<string> {
  const models = loadTextModels(data)
  const sentences = readConllu(conllu)
  for (let at = 0; at < sentences.length; at += SENTENCES_AT_ONCE) {
    const part = sentences.slice(at, at + SENTENCES_AT_ONCE)
    const analysis = analyseTokens(
      part.map(({ tokens }) => ({
        forms: tokens.map(({ form }) => form),
        spaceAfter: tokens.map(({ spaceAfter }) => spaceAfter),
      })),
      models,
    )
    yield writeConllu(toConllu(analysis, (index) => part[index]!.comments))
  }
}
