import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { TSchema } from "typebox"
import { validators } from "./conditional.ts"
import { EVENT_STREAM, type SentEvent, sentStream } from "./event-stream.ts"
import { JSON_LINES, lineStream, wantsLines } from "./json-lines.ts"
import type { AnyRoute, Asked, Served } from "./route.ts"
import { withoutIds } from "./schemas/without-ids.ts"

/** Where the API is served; what follows is its version. */
export const API = "/api/v1"

/** Whoever misspells a parameter is told, instead of given an answer to another question. */
const closed = (schema: TSchema | undefined): object => ({
  type: "object",
  ...withoutIds(schema ?? {}),
  additionalProperties: false,
})

/** Adds the routes to the server: each validates what is asked by its own schemas and answers JSON, or JSON lines. */
export function registerRoutes(server: FastifyInstance, routes: readonly AnyRoute[], served: Served): void {
  const settled = validators(served.store)
  for (const route of routes) {
    const { method, path, params, query, body, media, mostBytes } = route
    server.route({
      method,
      url: `${API}${path}`,
      // A head alone would leave an endless answer running.
      exposeHeadRoute: media === undefined,
      ...(mostBytes === undefined ? {} : { bodyLimit: mostBytes }),
      schema: {
        params: closed(params),
        querystring: closed(query),
        ...(body === undefined ? {} : { body: closed(body) }),
      },
      preValidation: async (request) => dropEmpty(request.query),
      preHandler: method === "GET" && route.unsettled !== true ? [settled] : [notKept],
      handler: (request, reply) => answer(route, { request, reply, served }),
    })
  }
}

/** What changes the record, or rests on more than it, is kept nowhere. */
const notKept = async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.header("cache-control", "no-store")
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly served: Served
}

async function answer(
  { lines, handle, next, media, status = 200 }: AnyRoute,
  { request, reply, served }: Exchange,
): Promise<unknown> {
  const asked = askedOf(request)
  if (lines !== undefined) {
    reply.header("vary", "Accept")
    if (request.method === "GET" && wantsLines(request.headers.accept))
      return reply.type(JSON_LINES).send(await lineStream(lines.rows(asked, served)))
  }
  const answered = await handle(asked, served)
  if (media === EVENT_STREAM)
    return reply.type(EVENT_STREAM).send(await sentStream(answered as AsyncIterable<SentEvent>))
  const cursor = next?.(answered as never, asked)
  if (cursor !== undefined) reply.header("link", `<${nextAddress(request.url, cursor)}>; rel="next"`)
  if (media !== undefined) reply.type(media)
  return reply.code(status).send(answered)
}

/** The same question from the cursor on. */
function nextAddress(url: string, cursor: string): string {
  const [path = "", search = ""] = url.split("?")
  const query = new URLSearchParams(search)
  query.delete("offset")
  query.set("cursor", cursor)
  return `${path}?${query}`
}

/** "?status=" asks for nothing: forms send such. */
function dropEmpty(query: unknown): void {
  const values = query as Record<string, unknown>
  for (const [name, value] of Object.entries(values)) if (value === "") delete values[name]
}

function askedOf({ params, query, body, headers }: FastifyRequest): Asked<never, never, never> {
  const lastEventId = headers["last-event-id"]
  return {
    params: params as never,
    query: query as never,
    body: body as never,
    ...(typeof lastEventId === "string" ? { lastEventId } : {}),
  }
}
