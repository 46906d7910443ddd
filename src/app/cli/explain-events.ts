import type { Article, Event, Explanation } from "../../record/index.ts"
import { coderBuild } from "../coder-build.ts"
import { rawItems } from "../documents/raw-items.ts"
import { createArticleExplainer } from "../explain/explain-task.ts"
import { explanationText } from "../explain/print-explanation.ts"
import { openRecord } from "../open-record.ts"
import { readAll } from "../reading/read-all.ts"
import { SOME_LOST } from "./exit-codes.ts"
import type { ExplainOptions } from "./explain.ts"
import { DEFAULT_STORE, MisuseError } from "./options.ts"
import { writeOut } from "./stdout.ts"

type Output = Pick<ExplainOptions, "json">

/** Explains events of the record by their ids; what cannot be explained is told, and makes the exit code 3. */
export async function explainStored(ids: readonly string[], options: ExplainOptions): Promise<void> {
  const store = await openRecord(options.store ?? DEFAULT_STORE)
  try {
    const explainerOf = createArticleExplainer(options.mode)
    const build = coderBuild([], options.mode)
    for (const id of ids) {
      const from = await store.documentOfEvent(id)
      const document = from === null ? null : await store.document(from)
      const event = document?.coded.find((one) => one.id === id)
      if (document === null || event === undefined) lose(`there is no event "${id}" in ${store.path}`)
      else {
        const { coder } = document.provenance
        await print(document.article, event, explainerOf, {
          ...options,
          ...(coder === build ? {} : { coder }),
        })
      }
    }
  } finally {
    await store.close()
  }
}

async function print(
  article: Article,
  event: Event,
  explainerOf: ReturnType<typeof createArticleExplainer>,
  { json, coder }: Output & { readonly coder?: string },
): Promise<void> {
  const explanation = event.trigger === null ? undefined : explainerOf(article).explain(event.trigger)
  if (explanation === undefined)
    lose(
      event.trigger === null
        ? `event "${event.id}" was not coded from a word of its text: it has nothing to explain`
        : `this version sees nothing in “${event.trigger.text}” that could be an event; it was coded by ${coder ?? event.coder}`,
    )
  else await write(explanation, { ...(json ? { json } : {}), ...(coder === undefined ? {} : { coder }) })
}

/** Codes an article and explains its events: all, or those of these numbers (from 1, in the order of the text) or ids. */
export async function explainFile(
  path: string,
  asked: readonly string[],
  { published, json, mode }: ExplainOptions,
): Promise<void> {
  const explainerOf = createArticleExplainer(mode)
  const settings = { output: "articles", ...(published === undefined ? {} : { published }) } as const
  for await (const { articles, notes } of readAll(rawItems([path]), settings, 1)) {
    for (const { level, where, message } of notes) if (level === "problem") lose(`${where}: ${message}`)
    for (const article of articles) {
      const { events, explain } = explainerOf(article)
      for (const event of chosen(events, asked, article)) {
        const explanation = explain(event.trigger!)
        if (explanation !== undefined) await write(explanation, json ? { json } : {})
      }
    }
  }
}

function chosen(events: readonly Event[], asked: readonly string[], { id }: Article): readonly Event[] {
  if (asked.length === 0) return events
  return asked.map((one) => {
    const found = events.find((event) => event.id === one) ?? events[Number(one) - 1]
    if (found !== undefined) return found
    throw new MisuseError(
      `${id} has no event "${one}"; ${events.length === 0 ? "none was coded" : `give an id or a number from 1 to ${events.length}`}`,
    )
  })
}

async function write(
  explanation: Explanation,
  { json, coder }: Output & { readonly coder?: string },
): Promise<void> {
  await writeOut(
    json
      ? `${JSON.stringify({ ...explanation, codedBy: coder ?? null })}\n`
      : `${explanationText(explanation, coder)}\n\n`,
  )
}

function lose(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = SOME_LOST
}
