import assert from "node:assert/strict"
import { appendFileSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { createFetcher } from "../../../src/app/fetch/fetcher.ts"
import { openWatchLog, readWatchLog } from "../../../src/app/watch/watch-log.ts"
import { type WatchOptions, watchFeeds } from "../../../src/app/watch/watcher.ts"
import type { Article } from "../../../src/record/index.ts"
import { articlePage } from "../documents/warc-fixture.ts"
import { ALLOWED, type Answer, serve, type TestServer } from "../fetch/serve.ts"
import { ATOM, JSON_FEED, RDF, RSS } from "./feeds.ts"

const scratchFile = (): string => join(mkdtempSync(join(tmpdir(), "chancery-watch-")), "log.jsonl")

/** Watches once, as a process that starts, checks what is due and ends; gives the articles that were kept. */
async function watchOnce(
  file: string,
  feeds: readonly string[],
  options: Partial<WatchOptions> = {},
): Promise<Article[]> {
  const log = openWatchLog(file)
  const kept: Article[] = []
  const { signal } = new AbortController()
  await watchFeeds({
    feeds,
    log,
    fetcher: createFetcher({ allowedHosts: ALLOWED, pause: 0, timeLimit: 1000, signal }),
    every: 0,
    once: true,
    signal,
    keep: async (articles) => {
      kept.push(...articles)
    },
    onFeed: () => {},
    onItem: () => {},
    ...options,
  })
  log.close()
  return kept
}

const xml =
  (text: () => string): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": "application/xml" }).end(text())
  }

const askedFor = ({ asked }: TestServer, path: string): number => asked.filter((each) => each === path).length

test("feeds in every format give their articles once, over restarts, and only what is new is fetched", async () => {
  const paths = ["/1", "/2"]
  const server = await serve({
    "/rss": xml(() => RSS(paths)),
    "/atom": xml(() => ATOM(paths)),
    "/rdf": xml(() => RDF(paths)),
    "/json": xml(() => JSON_FEED(paths)),
    "/1": articlePage(1),
    "/2": articlePage(2),
    "/3": articlePage(3),
  })
  const feeds = ["/rss", "/atom", "/rdf", "/json"].map(server.url)
  const file = scratchFile()
  assert.deepEqual((await watchOnce(file, feeds)).map(({ title }) => title).sort(), ["Report 1", "Report 2"])
  assert.deepEqual(await watchOnce(file, feeds), [])
  paths.push("/3")
  const [third, ...others] = await watchOnce(file, feeds)
  assert.equal(third?.url, server.url("/3"))
  assert.equal(third?.published, "2023-12-03T12:00:00+00:00")
  assert.equal(others.length, 0)
  for (const path of ["/1", "/2", "/3"]) assert.equal(askedFor(server, path), 1)
  await server.close()
})

test("alerts are looked after at the end of each round: after what came is stored, and where nothing came", async () => {
  const server = await serve({ "/rss": xml(() => RSS(["/1"])), "/1": articlePage(1) })
  const file = scratchFile()
  const steps: string[] = []
  const noting = {
    keep: async (articles: readonly Article[]) => void steps.push(`${articles.length} kept`),
    onRound: async () => void steps.push("round"),
  }
  await watchOnce(file, [server.url("/rss")], noting)
  await watchOnce(file, [server.url("/rss")], noting)
  await server.close()
  assert.deepEqual(steps, ["1 kept", "round", "round"])
})

test("what was fetched and not yet stored when the process died is stored after, without another request", async () => {
  const server = await serve({ "/rss": xml(() => RSS(["/1"])), "/1": articlePage(1) })
  const file = scratchFile()
  const dying = watchOnce(file, [server.url("/rss")], {
    keep: () => Promise.reject(new Error("the machine stopped")),
  })
  await assert.rejects(dying, /machine stopped/)
  // The last line that it wrote was cut off.
  appendFileSync(file, '{"item":{"url":"http://loc')
  const kept = await watchOnce(file, [server.url("/rss")])
  assert.equal(kept.length, 1)
  assert.equal(askedFor(server, "/1"), 1)
  assert.deepEqual(await watchOnce(file, [server.url("/rss")]), [])
  await server.close()
})

test("a feed that has not changed is not sent again", async () => {
  const answers: number[] = []
  const server = await serve({
    "/rss": (request, response) => {
      const known =
        request.headers["if-none-match"] === '"1"' && request.headers["if-modified-since"] !== undefined
      answers.push(known ? 304 : 200)
      if (known) response.writeHead(304).end()
      else
        response
          .writeHead(200, { etag: '"1"', "last-modified": "Sun, 03 Dec 2023 12:00:00 GMT" })
          .end(RSS([]))
    },
  })
  const file = scratchFile()
  for (let round = 0; round < 3; round++) await watchOnce(file, [server.url("/rss")])
  assert.deepEqual(answers, [200, 304, 304])
  await server.close()
})

test("feeds that fail are remembered with their error and asked ever more rarely; the others go on", async () => {
  const server = await serve({
    "/good": xml(() => RSS(["/1"])),
    "/1": articlePage(1),
    "/broken": xml(() => "<rss version='2.0'><channel><item>"),
    "/hangs": () => {},
    "/gone": (_, response) => {
      response.writeHead(410).end()
    },
  })
  // A host that asks for rest is left alone whole: it is not the host of the others.
  const down = await serve({
    "/down": (_, response) => {
      response.writeHead(503, { "retry-after": "7200" }).end()
    },
  })
  const file = scratchFile()
  const feeds = [...["/good", "/broken", "/hangs", "/gone"].map(server.url), down.url("/down")]
  assert.equal((await watchOnce(file, feeds, { every: 60_000 })).length, 1)
  const states = readWatchLog(file).feeds
  const state = (path: string) => states.get(server.url(path))
  assert.match(state("/broken")!.error!, /no RSS, Atom, RDF or JSON feed/)
  assert.match(state("/hangs")!.error!, /longer than 1 s/)
  const stateDown = states.get(down.url("/down"))
  assert.match(stateDown!.error!, /503/)
  assert.ok(stateDown!.next! - stateDown!.checked! >= 7_200_000)
  assert.ok(state("/broken")!.next! - state("/broken")!.checked! >= 120_000)
  assert.equal(state("/gone")!.next, undefined)
  assert.equal(state("/good")!.error, undefined)
  await server.close()
  await down.close()
})

test("an article that fails is tried again later, and given up where that cannot help", async () => {
  const server = await serve({
    "/rss": xml(() => RSS(["/late", "/missing", "/consent"])),
    "/late": (_, response) => {
      response.writeHead(502).end()
    },
    "/consent":
      "<title>We value your privacy</title><p>We and our partners use cookies. You can accept all, or manage options and withdraw your consent.</p>",
  })
  const file = scratchFile()
  await watchOnce(file, [server.url("/rss")])
  await watchOnce(file, [server.url("/rss")])
  const items = readWatchLog(file).items
  const item = (path: string) => items.get(server.url(path))
  assert.equal(item("/late")?.state, "waiting")
  assert.ok(item("/late")!.next! > Date.now() + 200_000)
  assert.deepEqual([item("/missing")?.state, item("/consent")?.state], ["failed", "failed"])
  assert.match(item("/consent")!.message!, /consent page/)
  for (const path of ["/late", "/missing", "/consent"]) assert.equal(askedFor(server, path), 1)
  await server.close()
})

test("what a feed carries itself stands in for a page that robots.txt keeps from us", async () => {
  const body = "The ministers of Kenya and Estonia met in Tallinn on Monday and signed an agreement. ".repeat(
    10,
  )
  const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Pact</title><link>/closed</link><content:encoded><![CDATA[<p>${body}</p>]]></content:encoded></item></channel></rss>`
  const server = await serve({
    "/robots.txt": (_, response) => {
      response.writeHead(200).end("User-agent: *\nDisallow: /closed\n")
    },
    "/rss": xml(() => feed),
    "/closed": articlePage(1),
  })
  const [article] = await watchOnce(scratchFile(), [server.url("/rss")])
  assert.equal(article?.text, body.trim())
  assert.equal(article?.title, "Pact")
  assert.equal(askedFor(server, "/closed"), 0)
  await server.close()
})

test("the memory does not grow without end", async () => {
  const server = await serve({ "/rss": xml(() => RSS(["/1"])), "/1": articlePage(1) })
  const file = scratchFile()
  await watchOnce(file, [server.url("/rss")])
  const log = openWatchLog(file)
  const [feed] = log.feeds.values()
  for (let round = 0; round < 1500; round++) log.put({ feed: feed! })
  log.close()
  openWatchLog(file).close()
  assert.equal(readFileSync(file, "utf8").trim().split("\n").length, 2)
  assert.deepEqual(await watchOnce(file, [server.url("/rss")]), [])
  await server.close()
})
