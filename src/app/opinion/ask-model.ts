import { setTimeout as sleep } from "node:timers/promises"
import { type PostOutcome, post } from "../fetch/post.ts"
import type { Message } from "./prompt.ts"

/** Where the second coder is, and how it is spoken to. */
export interface ModelEndpoint {
  /** Of its chat completions. */
  readonly url: URL
  readonly model: string
  readonly key?: string
  /** For one answer, in milliseconds. */
  readonly timeLimit: number
  /** Tries for one document. */
  readonly tries: number
  /** The longest that is waited between two tries, in milliseconds. */
  readonly longestPause: number
}

/** What the model said; or why it said nothing, and whether asking about other documents can help. */
export type ModelAnswer =
  | { readonly kind: "said"; readonly content: string }
  | { readonly kind: "failed"; readonly problem: string; readonly lasting: boolean }

const SIZE_LIMIT = 2 ** 20
const FIRST_PAUSE_MS = 1000
const NOT_UNDERSTOOD = 400
const TOO_MANY = 429

const COMPLETIONS = /\/chat\/completions\/?$/

/** "http://127.0.0.1:11434/v1" → the address of its chat completions. */
export function completionsOf(endpoint: URL): URL {
  if (COMPLETIONS.test(endpoint.pathname)) return endpoint
  const url = new URL(endpoint)
  url.pathname = `${url.pathname.replace(/\/$/, "")}/chat/completions`
  return url
}

/** Asks the model, again after a pause where the server is busy, broken or slow. Never throws for what the server does. */
export async function askModel(endpoint: ModelEndpoint, messages: readonly Message[]): Promise<ModelAnswer> {
  let wantsJson = true
  for (let tried = 1; ; tried++) {
    const outcome = await send(endpoint, messages, wantsJson)
    if (outcome.kind === "answered" && outcome.status === NOT_UNDERSTOOD && wantsJson) {
      // Not every server knows that an answer can be asked for as JSON.
      wantsJson = false
      continue
    }
    const answer = answerOf(outcome)
    if (answer.kind === "said" || answer.lasting || tried >= endpoint.tries) return answer
    const asked = outcome.kind === "answered" ? (outcome.retryAfter ?? 0) : 0
    await sleep(Math.min(Math.max(FIRST_PAUSE_MS * 2 ** (tried - 1), asked), endpoint.longestPause))
  }
}

const send = (
  { url, model, key, timeLimit }: ModelEndpoint,
  messages: readonly Message[],
  wantsJson: boolean,
): Promise<PostOutcome> =>
  post(url.href, {
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    body: JSON.stringify({
      model,
      messages,
      temperature: 0,
      stream: false,
      ...(wantsJson ? { response_format: { type: "json_object" } } : {}),
    }),
    timeLimit,
    sizeLimit: SIZE_LIMIT,
    // The user named it: it may be on this machine.
    allowedHosts: new Set([url.hostname.replace(/^\[|\]$/g, "")]),
  })

function answerOf(outcome: PostOutcome): ModelAnswer {
  if (outcome.kind === "failed") return { kind: "failed", problem: outcome.message, lasting: false }
  const { status, body } = outcome
  if (status !== 200)
    return {
      kind: "failed",
      problem: `the endpoint answered ${status}`,
      lasting: status < 500 && status !== TOO_MANY && status !== 408,
    }
  const content = contentOf(body)
  return content === undefined
    ? { kind: "failed", problem: "the endpoint's answer is no chat completion", lasting: false }
    : { kind: "said", content }
}

interface Completion {
  readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[]
}

function contentOf(body: string): string | undefined {
  try {
    const content = (JSON.parse(body) as Completion | null)?.choices?.[0]?.message?.content
    return typeof content === "string" ? content : undefined
  } catch {
    return undefined
  }
}
