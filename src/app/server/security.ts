import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { Allowance } from "./allowance.ts"
import { RequestError } from "./request-error.ts"
import { tokenCheck } from "./token.ts"

/** Everything from our own files alone, styles too: what a script sets on an element is no inline style to the browser. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")
const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
}
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
const READING = new Set(["GET", "HEAD", "OPTIONS"])
const MINUTE = 60_000
/** Requests and wrong tokens that one client may send in a minute where the server answers beyond its machine. */
const MOST_REQUESTS = 600
const MOST_FAILURES = 10
/** Bearer for programs; Basic makes a browser ask, with the token as the password. */
const CHALLENGE = 'Bearer realm="Chancery", Basic realm="Chancery", charset="UTF-8"'

/**
 * Sets the security headers on every answer and lets in whom the server is for: without a token this machine's own names alone,
 * with one whoever gives it, as often as one client may.
 */
export function guard(server: FastifyInstance, token?: string): void {
  const admit = token === undefined ? onlyOwnHost : tokenHolders(token)
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS)
    refuseOtherSites(request)
    admit(request, reply)
  })
}

/** A page elsewhere can point its own name at this machine; the name gives it away. */
function onlyOwnHost({ headers }: FastifyRequest): void {
  const host = headers.host ?? ""
  if (!OWN_HOST.test(host))
    throw new RequestError(
      403,
      `This server does not answer to the name "${host}".`,
      "Open it as http://127.0.0.1 with its port, or start it with a token for other hosts.",
    )
}

/** Browsers say from where a request comes; what changes the record must come from our own page or from no page. */
function refuseOtherSites({ method, headers }: FastifyRequest): void {
  const { origin, host } = headers
  const foreign =
    headers["sec-fetch-site"] === "cross-site" || (origin !== undefined && hostOf(origin) !== host)
  if (foreign && !READING.has(method))
    throw new RequestError(403, "Another site may not change this record.", "Use the record's own page.")
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined

function tokenHolders(token: string) {
  const isRight = tokenCheck(token)
  const requests = new Allowance(MOST_REQUESTS, MINUTE)
  const failures = new Allowance(MOST_FAILURES, MINUTE)
  return ({ ip, headers }: FastifyRequest, reply: FastifyReply): void => {
    // Who has guessed too often is not heard, not even with the right token.
    const wait = failures.waitOf(ip) || requests.take(ip)
    if (wait > 0) {
      reply.header("retry-after", wait)
      throw new RequestError(429, "Too many requests.", `Try again in ${wait} seconds.`)
    }
    if (isRight(headers.authorization)) return
    failures.take(ip)
    reply.header("www-authenticate", CHALLENGE)
    throw new RequestError(
      401,
      headers.authorization === undefined ? "The token is missing." : "The token is wrong.",
      "Authorization: Bearer with the token that the server was started with.",
    )
  }
}
