import type { FastifyInstance } from "fastify"
import type { Outlets } from "../../codebook/outlets.ts"
import type { Store } from "../../store/index.ts"
import type { CodebookPage } from "../../view/api.ts"

export interface ServerOptions {
  readonly store: Store
  readonly outlets: Outlets
  /** What GET /api/codebook gives; also names the types in every row. */
  readonly codebook: CodebookPage
  /** Alpha-3 code → English name. */
  readonly countryName: (code: string) => string
  /** Folder of the built web page; without it only /api answers. */
  readonly webRoot?: string
}

/** The REST API and the web page over one store. The caller listens: `server.listen({ host: "127.0.0.1", port })`. */
export async function createServer(_options: ServerOptions): Promise<FastifyInstance> {
  throw new Error("the server cannot start yet")
}
