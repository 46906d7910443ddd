import type { Article, Explanation, Span } from "../../record/index.ts"
import { type Pool, startPool } from "../workers/pool.ts"
import type { createTask, Question } from "./explain-task.ts"

/** Explains events; the coder is loaded when the first is asked about. */
export interface LazyExplainer {
  readonly explain: (article: Article, trigger: Span) => Promise<Explanation | null>
  readonly stop: () => Promise<void>
}

/** Workers are started from the compiled package; the sources themselves run in this thread. */
const COMPILED = import.meta.url.endsWith(".js")

/** Explains in a thread of its own, so that the server answers others meanwhile. */
export function createLazyExplainer(): LazyExplainer {
  let pool: Pool<Question, Explanation | null> | undefined
  let here: ReturnType<typeof createTask> | undefined
  const inThread = (question: Question) => {
    const module = new URL("./explain-task.js", import.meta.url)
    pool ??= startPool({ module, settings: {}, workers: 1 })
    return pool.run(question)
  }
  const inPlace = async (question: Question) => {
    here ??= (await import("./explain-task.ts")).createTask()
    return here(question)
  }
  return {
    explain: (article, trigger) => (COMPILED ? inThread : inPlace)({ article, trigger }),
    stop: async () => {
      await pool?.stop()
    },
  }
}
