import type { OpinionLog } from "../../store/index.ts"
import { askModel, type ModelEndpoint } from "./ask-model.ts"
import { parseAnswer } from "./parse-answer.ts"
import { messagesFor, PROMPT_VERSION, shownEvents } from "./prompt.ts"

export interface OpinionOptions {
  readonly endpoint: ModelEndpoint
  readonly limit: number
  readonly documents?: readonly string[]
  readonly signal: AbortSignal
  readonly now: () => Date
  /** Told of each document: what was kept, what was thrown away and why, or why there is no opinion. */
  readonly onDocument: (told: DocumentTold) => void
}

export interface DocumentTold {
  readonly document: string
  readonly asked: number
  readonly confirmed: number
  readonly doubted: number
  readonly proposed: number
  readonly refused: readonly string[]
  readonly problem?: string
}

export interface OpinionOutcome {
  readonly judged: number
  readonly failed: number
  /** Why it was given up before the end. */
  readonly stopped?: string
}

/** So many documents in a row without an answer, and the endpoint is left alone. */
const MOST_FAILURES = 3

/** Asks a second coder about documents, one after the other, and keeps what it says of each at once. */
export async function giveOpinions(log: OpinionLog, options: OpinionOptions): Promise<OpinionOutcome> {
  const { endpoint, limit, documents, signal, onDocument } = options
  const { model } = endpoint
  const waiting = await log.documentsToJudge({
    ...{ model, prompt: PROMPT_VERSION, limit },
    ...(documents === undefined ? {} : { documents }),
  })
  let judged = 0
  let failed = 0
  let inRow = 0
  for (const { article, events, contentHash, coder } of waiting) {
    if (signal.aborted) break
    const asked = shownEvents(events).length
    const nothing = { document: article.id, asked, confirmed: 0, doubted: 0, proposed: 0, refused: [] }
    const answer = await askModel(endpoint, messagesFor(article, events))
    if (answer.kind === "failed") {
      failed++
      inRow++
      onDocument({ ...nothing, problem: answer.problem })
      if (answer.lasting || inRow >= MOST_FAILURES) return { judged, failed, stopped: answer.problem }
      continue
    }
    inRow = 0
    judged++
    const { items, refused } = parseAnswer(answer.content, article, events)
    await log.putOpinion({
      ...{ document: article.id, contentHash, coder, model, items },
      endpoint: endpoint.url.origin,
      prompt: PROMPT_VERSION,
      time: options.now().toISOString(),
      refused: refused.length,
    })
    const count = (kind: string): number => items.filter((item) => item.kind === kind).length
    const counts = { confirmed: count("confirm"), doubted: count("doubt"), proposed: count("propose") }
    onDocument({ document: article.id, asked, ...counts, refused })
  }
  return { judged, failed }
}
