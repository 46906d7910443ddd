import type { CodingMode } from "../../event/coding-mode.ts"
import type { Reader } from "../../reader.ts"
import type { Answer, Question } from "./messages.ts"
import { createReader } from "./reader.ts"

/** The part of a worker's globals used here. */
declare const self: {
  onmessage: ((message: { readonly data: Question }) => void) | null
  readonly postMessage: (answer: Answer) => void
}

let reader: Promise<Reader> | undefined

/** Written out, so that bundlers see that these files belong to the worker. */
const PACKS: Readonly<Record<CodingMode, URL>> = {
  accurate: new URL("./data.bin", import.meta.url),
  fast: new URL("./data-fast.bin", import.meta.url),
}

async function load(mode: CodingMode, data: string | URL = PACKS[mode]): Promise<Reader> {
  const response = await fetch(data)
  if (!response.ok) throw new Error(`${data} could not be loaded: the server answered ${response.status}`)
  return createReader(new Uint8Array(await response.arrayBuffer()), { mode })
}

async function answer(question: Question): Promise<Extract<Answer, { value: unknown }>["value"]> {
  if (question.ask === "load") {
    reader = load(question.mode, question.data)
    await reader
    return null
  }
  if (reader === undefined) throw new Error("the reader was not loaded")
  const { read, explain } = await reader
  if (question.ask === "explain") return explain(question.code)
  const { article, events } = read(question.article)
  return { article, events }
}

self.onmessage = ({ data: question }) => {
  const { number } = question
  answer(question).then(
    (value) => self.postMessage({ number, value }),
    ({ name, message }: Error) => self.postMessage({ number, error: { name, message } }),
  )
}
