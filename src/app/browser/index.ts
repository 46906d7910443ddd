/**
 * Chancery's coder in a browser: it runs in a worker, with its data loaded from beside it; no text leaves the page.
 *
 * ```js
 * import { createReader } from "chancery/browser"
 * const reader = await createReader()
 * const { events } = await reader.read({ text: "…", published: "2023-12-03" })
 * ```
 */
import { type CodingMode, DEFAULT_MODE } from "../../event/coding-mode.ts"
import type { ArticleDraft } from "../../text/article-draft.ts"
import type { Answer, BrowserReading, Question } from "./messages.ts"

export type { CodingMode } from "../../event/coding-mode.ts"
export type { ArticleDraft } from "../../text/article-draft.ts"
export type { BrowserReading } from "./messages.ts"

export interface BrowserReaderOptions {
  /** "accurate" where none is given; "fast" loads half as much and answers sooner. */
  readonly mode?: CodingMode
  /** Address of the mode's data where it does not lie beside the worker. */
  readonly data?: string | URL
}

/** The reader of the library, with promises. */
export interface BrowserReader {
  readonly read: (article: ArticleDraft) => Promise<BrowserReading>
  readonly explain: (code: string) => Promise<string>
  /** Ends the worker; what is under way is rejected. */
  readonly close: () => void
}

/** The part of a page's Worker used here. */
declare class Worker {
  constructor(url: URL, options: { type: "module" })
  onmessage: ((message: { readonly data: Answer }) => void) | null
  onerror: ((error: { readonly message?: string }) => void) | null
  postMessage(question: Question): void
  terminate(): void
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

type Asked = Question extends infer Each ? (Each extends Question ? Omit<Each, "number"> : never) : never

/** Starts the worker and loads the data, once. Rejects where these cannot be loaded. */
export async function createReader({
  mode = DEFAULT_MODE,
  data,
}: BrowserReaderOptions = {}): Promise<BrowserReader> {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const ask = <T>(question: Asked): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last++
      waiting.set(last, { resolve, reject })
      worker.postMessage({ ...question, number: last })
    })
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.onmessage = ({ data: answer }) => {
    const { resolve, reject } = waiting.get(answer.number) ?? {}
    waiting.delete(answer.number)
    if ("value" in answer) resolve?.(answer.value as never)
    else reject?.(Object.assign(new Error(answer.error.message), { name: answer.error.name }))
  }
  worker.onerror = ({ message }) => fail(new Error(message ?? "the worker could not be started"))
  const close = (): void => {
    worker.terminate()
    fail(new Error("the reader was closed"))
  }
  try {
    await ask({ ask: "load", mode, ...(data === undefined ? {} : { data: String(data) }) })
  } catch (error) {
    close()
    throw error
  }
  return {
    read: (article) => ask<BrowserReading>({ ask: "read", article }),
    explain: (code) => ask<string>({ ask: "explain", code }),
    close,
  }
}
