import type { FastifyInstance } from "fastify"
import { RequestError } from "./request-error.ts"

/** Scripts only from our own files; inline styles, because charts set them on their elements. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
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
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
}
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Sets the security headers on every answer and, unless told otherwise, answers only to this machine's own names. */
export function guard(server: FastifyInstance, anyHost: boolean): void {
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS)
    // A page elsewhere can point its own name at this machine; the name gives it away.
    if (!anyHost && !OWN_HOST.test(request.headers.host ?? ""))
      throw new RequestError(
        403,
        `This server does not answer to the name "${request.headers.host ?? ""}".`,
        "Open it as http://127.0.0.1 with its port, or start it for other hosts.",
      )
  })
}
