import type { CodingMode } from "../../event/coding-mode.ts"
import type { OwnActors } from "../../mention/lexicon/own-actors.ts"
import type { Article } from "../../record/index.ts"
import type { Store } from "../../store/index.ts"
import { coderBuild, EXTRACTOR } from "../coder-build.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { createTask, type Note } from "../reading/reading-task.ts"
import { createRecordLinker } from "../record-linker.ts"

export interface KeepOptions {
  readonly outlets?: string
  readonly actors: readonly OwnActors[]
  readonly mode?: CodingMode
  readonly onNote: (note: Note) => void
}

/** Gives the function that codes articles into a store and links them; models are loaded once. */
export async function createKeeper(
  store: Store,
  { outlets, actors, mode, onNote }: KeepOptions,
): Promise<(articles: readonly Article[]) => Promise<void>> {
  const task = await createTask({ output: "readings", actors, ...(mode === undefined ? {} : { mode }) })
  const linker = createRecordLinker(loadOutletsWith(outlets))
  const coder = coderBuild(actors, mode)
  return async (articles) => {
    const { readings, notes } = await task(
      articles.map((article) => ({ kind: "article", where: article.url ?? article.id, article })),
    )
    for (const note of notes) onNote(note)
    const byId = new Map(readings.map((reading) => [reading.article.id, reading]))
    await store.putBatch([...byId.values()], { coder, extractor: EXTRACTOR, time: new Date().toISOString() })
    await store.relink(linker)
    await store.indexTexts()
  }
}
