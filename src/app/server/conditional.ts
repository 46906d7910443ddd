import { randomBytes } from "node:crypto"
import type { FastifyReply, FastifyRequest } from "fastify"
import type { Store } from "../../store/index.ts"

/**
 * Makes the hook that names the state of the record in each answer (ETag) and answers 304 where it is still the one that the
 * client knows. An answer follows from the record, from the address and from how this server was started.
 */
export function validators(store: Pick<Store, "writes">) {
  const start = randomBytes(6).toString("base64url")
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const tag = `W/"${start}-${await store.writes()}"`
    reply.headers({ etag: tag, "cache-control": "private, no-cache" })
    return isKnown(request.headers["if-none-match"], tag) ? reply.code(304).send() : undefined
  }
}

/** True where the header lists the tag, or takes any. Weak and strong tags compare alike. */
function isKnown(header: string | undefined, tag: string): boolean {
  const known = (header ?? "").split(",").map((given) => given.trim())
  return known.includes("*") || known.some((given) => opaque(given) === opaque(tag))
}

const opaque = (tag: string): string => tag.replace(/^W\//, "")
