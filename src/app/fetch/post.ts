import { collect, messageOf, parseRetryAfter, SizeError, USER_AGENT } from "./fetch-url.ts"
import { type GuardOptions, guardedRequest, headerOf, RefusedError } from "./guarded-request.ts"

export interface PostOptions extends GuardOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** For the whole exchange, in milliseconds. */
  readonly timeLimit: number
  /** Of the answer's body, in bytes; without it the body is left unread. */
  readonly sizeLimit?: number
}

/** What came of a POST: an answer with whatever status, or none. */
export type PostOutcome =
  | {
      readonly kind: "answered"
      readonly status: number
      /** Empty where it was left unread. */
      readonly body: string
      /** How long the server asks us to stay away, in milliseconds. */
      readonly retryAfter?: number
    }
  | { readonly kind: "failed"; readonly message: string; readonly lasting: boolean }

/** Posts JSON to a URL; redirects are not followed, and whatever goes wrong is told in the outcome, not thrown. */
export async function post(address: string, options: PostOptions): Promise<PostOutcome> {
  if (!URL.canParse(address)) return { kind: "failed", message: "it is no address", lasting: true }
  const signal = AbortSignal.timeout(options.timeLimit)
  const headers = {
    "user-agent": USER_AGENT,
    accept: "application/json",
    "accept-encoding": "identity",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(options.body)),
    ...options.headers,
  }
  try {
    const response = await guardedRequest(new URL(address), { ...options, headers, signal })
    try {
      const body =
        options.sizeLimit === undefined ? "" : (await collect(response, options.sizeLimit)).toString("utf8")
      const retryAfter = parseRetryAfter(headerOf(response.headers, "retry-after"), Date.now())
      return {
        kind: "answered",
        status: response.statusCode ?? 0,
        body,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      }
    } finally {
      response.destroy()
    }
  } catch (error) {
    const lasting = error instanceof RefusedError || error instanceof SizeError
    return { kind: "failed", message: messageOf(error, signal, options.timeLimit), lasting }
  }
}
