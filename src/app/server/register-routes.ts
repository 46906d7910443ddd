import type { FastifyInstance, FastifyRequest } from "fastify"
import type { TSchema } from "typebox"
import type { AnyRoute, Asked, Served } from "./route.ts"

/** Where the API is served; what follows is its version. */
export const API = "/api/v1"

/** Addresses without a version mean this one. */
export const versioned = (url: string): string =>
  url.startsWith("/api/") && !url.startsWith(`${API}/`) ? `${API}${url.slice("/api".length)}` : url

/** Routes that are added without a version are there under this one, too. */
export const alsoVersioned = (server: FastifyInstance): void => {
  server.addHook("onRoute", (added) => {
    const url = versioned(added.url)
    if (url !== added.url) server.route({ ...added, url })
  })
}

/** Whoever misspells a parameter is told, instead of given an answer to another question. */
const closed = (schema: TSchema | undefined): object => ({
  type: "object",
  ...schema,
  additionalProperties: false,
})

/** Adds the routes to the server: each validates what is asked by its own schemas and answers JSON. */
export function registerRoutes(server: FastifyInstance, routes: readonly AnyRoute[], served: Served): void {
  for (const { method, path, params, query, body, status = 200, handle } of routes)
    server.route({
      method,
      url: `${API}${path}`,
      schema: {
        params: closed(params),
        querystring: closed(query),
        ...(body === undefined ? {} : { body: closed(body) }),
      },
      preValidation: async (request) => dropEmpty(request.query),
      handler: async (request, reply) => {
        reply.code(status)
        return handle(askedOf(request), served)
      },
    })
}

/** "?status=" asks for nothing: forms send such. */
function dropEmpty(query: unknown): void {
  const values = query as Record<string, unknown>
  for (const [name, value] of Object.entries(values)) if (value === "") delete values[name]
}

const askedOf = ({ params, query, body }: FastifyRequest): Asked<never, never, never> => ({
  params: params as never,
  query: query as never,
  body: body as never,
})
