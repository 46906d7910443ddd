import assert from "node:assert/strict"
import { test } from "node:test"
import { createFetcher, type FetcherOptions } from "../../../src/app/fetch/fetcher.ts"
import { ALLOWED, type Answer, serve } from "./serve.ts"

const fetcher = (options: Partial<FetcherOptions> = {}) =>
  createFetcher({ allowedHosts: ALLOWED, pause: 0, signal: new AbortController().signal, ...options })

const plain =
  (text: string): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" }).end(text)
  }

test("what robots.txt forbids is not asked for; its rules are asked for once", async () => {
  const server = await serve({
    "/robots.txt": plain("User-agent: *\nAllow: /\n\nUser-agent: chancery\nDisallow: /private/\n"),
    "/private/a": "x",
    "/open": "x",
  })
  const { get } = fetcher()
  const refused = await get(server.url("/private/a"))
  assert.match(refused.kind === "failed" ? refused.message : "", /robots\.txt does not allow/)
  assert.equal((await get(server.url("/open"))).kind, "fetched")
  assert.deepEqual(server.asked, ["/robots.txt", "/open"])
  await server.close()
})

test("while robots.txt cannot be had nothing is fetched; where there is none everything is", async () => {
  const broken = await serve({
    "/robots.txt": (_, response) => {
      response.writeHead(500).end()
    },
    "/a": "x",
  })
  const refused = await fetcher().get(broken.url("/a"))
  assert.match(refused.kind === "failed" ? refused.message : "", /cannot be had/)
  assert.deepEqual(broken.asked, ["/robots.txt"])
  await broken.close()
  const bare = await serve({ "/a": "x" })
  assert.equal((await fetcher().get(bare.url("/a"))).kind, "fetched")
  await bare.close()
})

test("a host is asked one thing at a time, with a pause between", async () => {
  const slow: Answer = (_, response) => {
    setTimeout(() => response.writeHead(200).end("x"), 20)
  }
  const server = await serve({ "/1": slow, "/2": slow, "/3": slow, "/4": slow })
  const { get } = fetcher({ pause: 60 })
  const begun = performance.now()
  await Promise.all(["/1", "/2", "/3", "/4"].map((path) => get(server.url(path))))
  assert.equal(server.mostAtOnce(), 1)
  assert.ok(performance.now() - begun >= 4 * 60)
  await server.close()
})

test("a host that asks for rest is left alone for as long as it says", async () => {
  const server = await serve({
    "/busy": (_, response) => {
      response.writeHead(429, { "retry-after": "3600" }).end()
    },
    "/a": "x",
  })
  const { get } = fetcher()
  await get(server.url("/busy"))
  const refused = await get(server.url("/a"))
  assert.match(refused.kind === "failed" ? refused.message : "", /stay away/)
  assert.ok(refused.kind === "failed" && (refused.retryAfter ?? 0) > 3_500_000)
  assert.ok(!server.asked.includes("/a"))
  await server.close()
})
