import robotsModule from "robots-parser"
import { type FetchOptions, type FetchOutcome, fetchUrl, ROBOT } from "./fetch-url.ts"
import type { GuardOptions } from "./guarded-request.ts"
import { createHostTurns } from "./host-turns.ts"

export interface FetcherOptions extends GuardOptions {
  /** Between two requests to one host, in milliseconds. */
  readonly pause?: number
  readonly timeLimit?: number
  readonly sizeLimit?: number
  readonly signal: AbortSignal
}

/** Fetches politely: one request a host at a time, as its robots.txt allows, staying away as long as it asks. */
export interface Fetcher {
  readonly get: (url: string, options?: FetchOptions) => Promise<FetchOutcome>
}

// The package is CommonJS, and its types describe it as a module with a default export.
const robotsParser = robotsModule as unknown as typeof robotsModule.default
type Robots = ReturnType<typeof robotsParser>

const PAUSE_MS = 1000
const ROBOTS_SIZE = 512 * 1024
const ROBOTS_HOLD_MS = 24 * 3600 * 1000
/** After this long a robots.txt that could not be had is asked for again. */
const ROBOTS_RETRY_MS = 10 * 60 * 1000
/** No host makes us wait longer than this between two pages. */
const LONGEST_PAUSE_MS = 60_000
/** A server that is overloaded and does not say for how long. */
const REST_MS = 60_000
/** Beyond this a request is given up for now, and its caller told so, instead of waiting for its turn. */
const PATIENCE_MS = 120_000

interface Rules {
  readonly robots: Robots | "none" | "unknown"
  readonly until: number
  /** Why the rules are unknown. */
  readonly reason?: string
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const turns = createHostTurns(options.pause ?? PAUSE_MS, options.signal)
  const rules = new Map<string, Promise<Rules>>()
  const resting = new Map<string, number>()
  const limits: FetchOptions = {
    ...(options.allowedHosts === undefined ? {} : { allowedHosts: options.allowedHosts }),
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
    ...(options.timeLimit === undefined ? {} : { timeLimit: options.timeLimit }),
    ...(options.sizeLimit === undefined ? {} : { sizeLimit: options.sizeLimit }),
  }

  /** RFC 9309: without a robots.txt everything is allowed; while it cannot be had, nothing is. */
  async function loadRules(origin: string, host: string): Promise<Rules> {
    const url = `${origin}/robots.txt`
    const outcome = await turns.take(host, () =>
      fetchUrl(url, { ...limits, sizeLimit: ROBOTS_SIZE, accept: "text/plain" }),
    )
    if (outcome.kind === "fetched") {
      const robots = robotsParser(url, outcome.body.toString("utf8"))
      const delay = robots.getCrawlDelay(ROBOT)
      if (delay !== undefined) turns.slow(host, Math.min(delay * 1000, LONGEST_PAUSE_MS))
      return { robots, until: Date.now() + ROBOTS_HOLD_MS }
    }
    const missing =
      outcome.kind === "failed" &&
      outcome.status !== undefined &&
      outcome.status >= 400 &&
      outcome.status < 500
    return missing && outcome.status !== 429
      ? { robots: "none", until: Date.now() + ROBOTS_HOLD_MS }
      : {
          robots: "unknown",
          until: Date.now() + ROBOTS_RETRY_MS,
          reason: outcome.kind === "failed" ? outcome.message : "it is told unchanged without being known",
        }
  }

  async function rulesOf(origin: string, host: string): Promise<Rules> {
    const known = await rules.get(origin)
    if (known !== undefined && known.until > Date.now()) return known
    const loading = loadRules(origin, host)
    rules.set(origin, loading)
    return loading
  }

  /** Why a URL is not asked for, if so. */
  async function refusalOf({ origin, host, href }: URL): Promise<FetchOutcome | undefined> {
    const rest = (resting.get(host) ?? 0) - Date.now()
    if (rest > PATIENCE_MS)
      return {
        kind: "failed",
        message: "its server asked us to stay away for now",
        lasting: false,
        retryAfter: rest,
      }
    const { robots, reason } = await rulesOf(origin, host)
    if (robots === "none") return undefined
    if (robots === "unknown")
      return {
        kind: "failed",
        message: `its robots.txt cannot be had, so nothing is fetched there: ${reason}`,
        lasting: false,
      }
    return robots.isAllowed(href, ROBOT) === false
      ? { kind: "failed", message: "its robots.txt does not allow it", lasting: true }
      : undefined
  }

  async function get(address: string, own: FetchOptions = {}): Promise<FetchOutcome> {
    if (!URL.canParse(address)) return { kind: "failed", message: "it is no address", lasting: true }
    const url = new URL(address)
    if (url.protocol !== "http:" && url.protocol !== "https:") return fetchUrl(address, limits)
    const refusal = await refusalOf(url)
    if (refusal !== undefined) return refusal
    const outcome = await turns.take(url.host, () => fetchUrl(address, { ...limits, ...own }))
    if (outcome.kind === "failed" && (outcome.status === 429 || outcome.status === 503)) {
      const rest = outcome.retryAfter ?? REST_MS
      turns.rest(url.host, rest)
      resting.set(url.host, Date.now() + rest)
    }
    return outcome
  }
  return { get }
}
