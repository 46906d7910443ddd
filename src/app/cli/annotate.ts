import type { Command } from "commander"
import { actorsOption, MisuseError, publishedOption, workersOption } from "./options.ts"

interface AnnotateOptions {
  readonly published?: string
  readonly workers: number
  readonly actors?: readonly string[]
  readonly tokens?: boolean
  readonly conllu?: boolean
  readonly pretokenised?: boolean
}

async function annotate(paths: string[], options: AnnotateOptions): Promise<void> {
  if (options.pretokenised === true) {
    if (options.conllu !== true) throw new MisuseError("--pretokenised reads CoNLL-U: give --conllu with it")
    const { parseConlluFiles } = await import("./parse-conllu-files.ts")
    return parseConlluFiles(paths)
  }
  const { streamDocuments, withOwnActors } = await import("./stream-documents.ts")
  const settings = {
    output: options.conllu === true ? "conllu" : "annotations",
    withTokens: options.tokens === true,
    ...(options.published === undefined ? {} : { published: options.published }),
  } as const
  await streamDocuments(paths, withOwnActors(settings, options.actors), options.workers)
}

/** `chancery annotate` */
export const addAnnotateCommand = (program: Command): Command =>
  program
    .command("annotate")
    .summary("the layer under the events: entities, times, places, attributions, quantities")
    .description("Writes one JSON line a document: what was found in the text before any event was coded.")
    .argument("[paths...]", "files (.txt .md .html .json .jsonl, also .gz), folders, or - for standard input")
    .addOption(publishedOption())
    .addOption(workersOption())
    .addOption(actorsOption())
    .option("--tokens", "also the tokens with lemma, tags, head and relation")
    .option("--conllu", "the parse instead, as CoNLL-U")
    .option("--pretokenised", "with --conllu: read CoNLL-U and keep its tokens and sentences")
    .addHelpText(
      "after",
      `
Examples:
  chancery annotate article.txt --published 2023-12-03
  chancery annotate --conllu article.txt
  chancery annotate --conllu --pretokenised treebank.conllu`,
    )
    .action(annotate)
