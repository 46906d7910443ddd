import fastifyStatic from "@fastify/static"
import { type FastifyInstance, fastify } from "fastify"
import { PROBLEM_TYPE, problem, problemOf } from "./problem.ts"
import { registerRoutes } from "./register-routes.ts"
import type { Served } from "./route.ts"
import { ROUTES } from "./routes.ts"
import { guard } from "./security.ts"

/** The store, what its codes are called, and the page to serve beside the API. */
export interface ServerOptions extends Served {
  /** Folder of the built web page; without it only /api answers. */
  readonly webRoot?: string
  /** Asked of every request; without one the server answers only to this machine's own names, so that no other page can ask. */
  readonly token?: string
}

/** Ids are percent-encoded paths and addresses. */
const LONGEST_ID = 4000
const API = "/api/"
/** Addresses of records, whose names may end like a file's: /documents/news%2Fone.html. */
const RECORD_PATH = /^\/(pairs|happenings|documents|leaders|sources)\//
/** A path that names a file: it is served if it is there, and nothing else stands for it. */
const FILE_PATH = /\.[a-z0-9]{1,8}$/i

/** True for paths of the page's own making, such as /pairs/BLR-CHN: what they show is the page's business. */
function isPagePath(url: string): boolean {
  const [path = ""] = url.split("?")
  return !path.startsWith(API) && (RECORD_PATH.test(path) || !FILE_PATH.test(path))
}

/** The REST API and the web page over one store. The caller listens: `server.listen({ host: "127.0.0.1", port })`. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    routerOptions: { maxParamLength: LONGEST_ID },
    // Whoever listens to changes would keep a server that closes waiting.
    forceCloseConnections: true,
    // Words become numbers where a number is asked for, and nothing is dropped in silence.
    ajv: {
      customOptions: { coerceTypes: true, removeAdditional: false, verbose: true, allowUnionTypes: true },
    },
  })
  guard(server, options.token)
  server.setErrorHandler((error, _request, reply) => {
    const answer = problemOf(error)
    reply.removeHeader("etag").header("cache-control", "no-store")
    return reply.code(answer.status).type(PROBLEM_TYPE).send(answer)
  })
  if (options.webRoot !== undefined)
    await server.register(fastifyStatic, { root: options.webRoot, wildcard: false })
  registerRoutes(server, ROUTES, options)
  server.setNotFoundHandler((request, reply) => {
    const page = request.method === "GET" || request.method === "HEAD"
    if (page && options.webRoot !== undefined && isPagePath(request.url)) return reply.sendFile("index.html")
    return reply
      .code(404)
      .type(PROBLEM_TYPE)
      .send(problem(404, `There is nothing at ${request.url}.`))
  })
  return server
}
