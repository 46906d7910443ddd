import type { IncomingMessage } from "node:http"
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib"
import { parseContentType } from "../documents/warc/http-response.ts"
import { type GuardOptions, guardedRequest, headerOf, RefusedError } from "./guarded-request.ts"

export interface FetchOptions extends GuardOptions {
  /** ETag and Last-Modified of an earlier answer: what has not changed is not sent again. */
  readonly etag?: string
  readonly lastModified?: string
  readonly accept?: string
  /** All redirects and the whole body together, in milliseconds. */
  readonly timeLimit?: number
  /** Of the body, packed and unpacked, in bytes. */
  readonly sizeLimit?: number
}

export interface Fetched {
  readonly kind: "fetched"
  /** Where the answer came from in the end. */
  readonly url: string
  readonly body: Buffer
  readonly type: string
  readonly charset?: string
  readonly etag?: string
  readonly lastModified?: string
}

/** What came of asking for a URL. */
export type FetchOutcome =
  | Fetched
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "failed"
      readonly message: string
      /** Whether asking again later may help. */
      readonly lasting: boolean
      readonly status?: number
      /** How long the server asks us to stay away, in milliseconds. */
      readonly retryAfter?: number
    }

const MOST_REDIRECTS = 5
const TIME_LIMIT_MS = 30_000
const SIZE_LIMIT = 16 * 2 ** 20
export const USER_AGENT = "chancery/0.1 (reads news feeds; robots.txt: chancery)"
/** Names of us in robots.txt. */
export const ROBOT = "chancery"

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** A server that says these means now, not for ever. */
const PASSING: ReadonlySet<number> = new Set([
  408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524,
])
const LONGEST_RETRY_MS = 24 * 3600 * 1000

/** "120" or an HTTP date → milliseconds from now; undefined where it says neither. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const wait = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_RETRY_MS)
}

/** The answer is larger than it may be. */
export class SizeError extends Error {
  override readonly name = "SizeError"
}

const tooLarge = (limit: number): SizeError =>
  new SizeError(`the answer is larger than ${(limit / 2 ** 20).toFixed(limit < 2 ** 20 ? 2 : 0)} MiB`)

/** The whole body of an answer. Throws SizeError where it is larger than `limit` bytes. */
export async function collect(response: IncomingMessage, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > limit) throw tooLarge(limit)
    pieces.push(piece)
  }
  if (!response.complete) throw new Error("the answer was cut off")
  return Buffer.concat(pieces)
}

function unpack(body: Buffer, encoding: string | undefined, limit: number): Buffer {
  const options = { maxOutputLength: limit }
  try {
    switch (encoding?.trim().toLowerCase() ?? "identity") {
      case "identity":
      case "":
        return body
      case "gzip":
      case "x-gzip":
        return gunzipSync(body, options)
      case "deflate":
        return ((body[0] ?? 0) & 15) === 8 ? inflateSync(body, options) : inflateRawSync(body, options)
      case "br":
        return brotliDecompressSync(body, options)
      default:
        throw new Error(`its encoding "${encoding}" is unknown`)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit)
    throw error
  }
}

function requestHeaders({ etag, lastModified, accept }: FetchOptions): Record<string, string> {
  return {
    "user-agent": USER_AGENT,
    accept: accept ?? "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
    "accept-encoding": "gzip, deflate, br",
    "accept-language": "en",
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
  }
}

async function toOutcome(response: IncomingMessage, url: URL, options: FetchOptions): Promise<FetchOutcome> {
  const status = response.statusCode ?? 0
  if (status === 304) return { kind: "unchanged" }
  if (status < 200 || status >= 300) {
    const retryAfter = parseRetryAfter(headerOf(response.headers, "retry-after"), Date.now())
    return {
      kind: "failed",
      message: `the server answered ${status}`,
      status,
      lasting: !PASSING.has(status),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  const limit = options.sizeLimit ?? SIZE_LIMIT
  const body = unpack(await collect(response, limit), headerOf(response.headers, "content-encoding"), limit)
  const etag = headerOf(response.headers, "etag")
  const lastModified = headerOf(response.headers, "last-modified")
  return {
    kind: "fetched",
    url: url.href,
    body,
    ...parseContentType(headerOf(response.headers, "content-type")),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  }
}

async function follow(first: URL, options: FetchOptions, signal: AbortSignal): Promise<FetchOutcome> {
  let url = first
  const headers = requestHeaders(options)
  for (let hops = 0; ; hops++) {
    const response = await guardedRequest(url, { ...options, headers, signal })
    try {
      const location = headerOf(response.headers, "location")
      if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined)
        return await toOutcome(response, url, options)
      if (hops === MOST_REDIRECTS) throw new RefusedError(`it redirects more than ${MOST_REDIRECTS} times`)
      if (!URL.canParse(location, url.href))
        throw new RefusedError(`it redirects to "${location.slice(0, 100)}", which is no address`)
      url = new URL(location, url)
    } finally {
      response.destroy()
    }
  }
}

/** The words of an error that users know. */
export function messageOf(error: unknown, signal: AbortSignal, limit: number): string {
  if (signal.aborted) return `it took longer than ${limit / 1000} s`
  const { code, message } = error as NodeJS.ErrnoException
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: "there is no such host",
    EAI_AGAIN: "the host's address cannot be looked up now",
    ECONNREFUSED: "the host refuses the connection",
    ECONNRESET: "the host broke the connection off",
  }
  return known[code ?? ""] ?? message
}

/** Asks for a URL; whatever goes wrong is told in the outcome, not thrown. */
export async function fetchUrl(address: string, options: FetchOptions = {}): Promise<FetchOutcome> {
  if (!URL.canParse(address)) return { kind: "failed", message: "it is no address", lasting: true }
  const limit = options.timeLimit ?? TIME_LIMIT_MS
  const signal = AbortSignal.timeout(limit)
  try {
    return await follow(new URL(address), options, signal)
  } catch (error) {
    const lasting = error instanceof RefusedError || error instanceof SizeError
    return { kind: "failed", message: messageOf(error, signal, limit), lasting }
  }
}
