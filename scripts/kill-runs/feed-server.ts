import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { pageOf } from "./pages.ts"

/** A site of this machine with a feed of so many pages, and how often each was fetched. */
export interface FeedSite {
  readonly feed: string
  readonly fetched: ReadonlyMap<string, number>
  readonly forget: () => void
  readonly close: () => void
}

export async function serveFeed(articles: number): Promise<FeedSite> {
  const fetched = new Map<string, number>()
  const items = Array.from({ length: articles }, (_, at) => `<item><link>/${at}</link></item>`).join("")
  const server = createServer(({ url = "" }, response) => {
    const number = /^\/(\d+)$/.exec(url)?.[1]
    if (url === "/feed")
      response.end(`<rss version="2.0"><channel><title>Harbour</title>${items}</channel></rss>`)
    else if (number === undefined) response.writeHead(404).end()
    else {
      fetched.set(url, (fetched.get(url) ?? 0) + 1)
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(Number(number)))
    }
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    feed: `http://127.0.0.1:${port}/feed`,
    fetched,
    forget: () => fetched.clear(),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
