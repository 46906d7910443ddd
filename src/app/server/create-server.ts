import fastifyStatic from "@fastify/static"
import { type FastifyInstance, fastify } from "fastify"
import type { Weighing } from "../../relation/index.ts"
import type { Store } from "../../store/index.ts"
import type { ApiError, Names } from "../../view/index.ts"
import { addApiRoutes } from "./api-routes.ts"
import { addLedgerRoutes } from "./ledger-route.ts"
import { RequestError } from "./request-error.ts"
import { guard } from "./security.ts"

/** The store, what its codes are called, and the page to serve beside the API. */
export interface ServerOptions extends Names {
  readonly store: Store
  /** The user's own weights, offered beside the standing ones. */
  readonly weights?: readonly Weighing[]
  /** Folder of the built web page; without it only /api answers. */
  readonly webRoot?: string
  /** Answers whatever name the request gives the host; by default only this machine's own, so that no other page can ask. */
  readonly anyHost?: boolean
}

/** Ids are percent-encoded paths and addresses. */
const LONGEST_ID = 4000
const API = "/api/"
/** Addresses of records, whose names may end like a file's: /documents/news%2Fone.html. */
const RECORD_PATH = /^\/(pairs|happenings|documents)\//
/** A path that names a file: it is served if it is there, and nothing else stands for it. */
const FILE_PATH = /\.[a-z0-9]{1,8}$/i

/** True for paths of the page's own making, such as /pairs/BLR-CHN: what they show is the page's business. */
function isPagePath(url: string): boolean {
  const [path = ""] = url.split("?")
  return !path.startsWith(API) && (RECORD_PATH.test(path) || !FILE_PATH.test(path))
}

/** The REST API and the web page over one store. The caller listens: `server.listen({ host: "127.0.0.1", port })`. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({ routerOptions: { maxParamLength: LONGEST_ID } })
  guard(server, options.anyHost ?? false)
  server.setErrorHandler((error, _request, reply) => {
    const { status, answer } = describeError(error)
    return reply.code(status).send(answer)
  })
  if (options.webRoot !== undefined)
    await server.register(fastifyStatic, { root: options.webRoot, wildcard: false })
  addApiRoutes(server, options)
  addLedgerRoutes(server, options)
  server.setNotFoundHandler((request, reply) => {
    const page = request.method === "GET" || request.method === "HEAD"
    if (page && options.webRoot !== undefined && isPagePath(request.url)) return reply.sendFile("index.html")
    const answer: ApiError = { error: `There is nothing at ${request.url}.` }
    return reply.code(404).send(answer)
  })
  return server
}

function describeError(error: unknown): { status: number; answer: ApiError } {
  if (error instanceof RequestError)
    return {
      status: error.status,
      answer: { error: error.message, ...(error.remedy === undefined ? {} : { remedy: error.remedy }) },
    }
  const { statusCode, message } = error as { statusCode?: number; message?: string }
  if (statusCode !== undefined && statusCode < 500)
    return { status: statusCode, answer: { error: message ?? "The request cannot be read." } }
  return {
    status: 500,
    answer: {
      error: `The record could not be read: ${message ?? String(error)}`,
      remedy: "Try again; if it stays so, the record's file may be damaged.",
    },
  }
}
