import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A server on this machine that answers as a test tells it, and remembers who asked for what. */
export interface TestServer {
  readonly port: number
  /** By the name "localhost", which tests allow; "127.0.0.1" they do not. */
  readonly url: (path: string) => string
  readonly asked: string[]
  /** Most requests that were under way at once. */
  readonly mostAtOnce: () => number
  readonly close: () => Promise<void>
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** Starts a server; paths that no answer is given for are 404. */
export async function serve(answers: Readonly<Record<string, Answer | string>>): Promise<TestServer> {
  const asked: string[] = []
  let under = 0
  let most = 0
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/"
    asked.push(path)
    under++
    most = Math.max(most, under)
    response.once("close", () => under--)
    const answer = answers[path]
    if (answer === undefined) response.writeHead(404).end("none")
    else if (typeof answer === "string")
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(answer)
    else await answer(request, response)
  })
  server.listen(0)
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked,
    url: (path) => `http://localhost:${port}${path}`,
    mostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}

export const ALLOWED: ReadonlySet<string> = new Set(["localhost"])
