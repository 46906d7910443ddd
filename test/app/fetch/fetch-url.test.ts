import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib"
import fc from "fast-check"
import { isPublicAddress } from "../../../src/app/fetch/addresses.ts"
import {
  type FetchOptions,
  type FetchOutcome,
  fetchUrl,
  parseRetryAfter,
} from "../../../src/app/fetch/fetch-url.ts"
import { ALLOWED, type Answer, serve, type TestServer } from "./serve.ts"

const PAGE = "<p>The envoy left Cairo.</p>"
const packed =
  (encoding: string, body: Buffer): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(body)
  }
const redirect =
  (to: string): Answer =>
  (_, response) => {
    response.writeHead(302, { location: to }).end()
  }

let server: TestServer
before(async () => {
  server = await serve({
    "/page": PAGE,
    "/gzip": packed("gzip", gzipSync(PAGE)),
    "/br": packed("br", brotliCompressSync(PAGE)),
    "/deflate": packed("deflate", deflateSync(PAGE)),
    "/deflate-raw": packed("deflate", deflateRawSync(PAGE)),
    "/bomb": packed("gzip", gzipSync(Buffer.alloc(200 * 2 ** 20))),
    "/broken-gzip": packed("gzip", gzipSync(PAGE.repeat(100)).subarray(0, 30)),
    "/unknown": packed("zz", Buffer.from(PAGE)),
    "/endless": (_, response) => {
      const write = (): void => {
        while (response.writable && response.write("x".repeat(65_536)));
        if (response.writable) response.once("drain", write)
      }
      write()
    },
    "/slow": (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write("x"), 30)
      response.once("close", () => clearInterval(timer))
    },
    "/silent": () => {},
    "/cut": (_, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("short")
      setTimeout(() => response.destroy(), 20)
    },
    "/headers": (_, response) => {
      response.writeHead(200, { "x-long": "x".repeat(200_000) }).end()
    },
    "/r0": redirect("/r1"),
    "/r1": redirect("/r2"),
    "/r2": redirect("/r3"),
    "/r3": redirect("/r4"),
    "/r4": redirect("/page"),
    "/loop": redirect("/loop"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-nowhere": redirect("http://"),
    "/to-password": redirect("http://user:secret@localhost/"),
    "/to-inside": (_, response) => redirect(`http://127.0.0.1:${server.port}/page`)(_, response),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/cached": (request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"v1"', "content-type": "text/html" }).end(PAGE)
    },
    "/busy": (_, response) => {
      response.writeHead(503, { "retry-after": "120" }).end()
    },
    "/gone": (_, response) => {
      response.writeHead(410).end()
    },
  })
})
after(() => server.close())

const get = (path: string, options: FetchOptions = {}): Promise<FetchOutcome> =>
  fetchUrl(server.url(path), { allowedHosts: ALLOWED, timeLimit: 5000, ...options })

async function failure(path: string, options?: FetchOptions): Promise<string> {
  const outcome = await get(path, options)
  assert.equal(outcome.kind, "failed", path)
  return outcome.kind === "failed" ? outcome.message : ""
}

test("a page comes as it was sent, however it was packed", async () => {
  for (const path of ["/page", "/gzip", "/br", "/deflate", "/deflate-raw", "/r0"]) {
    const outcome = await get(path)
    assert.equal(outcome.kind === "fetched" && outcome.body.toString(), PAGE, path)
  }
})

test("a redirect's end is told, and a sixth redirect is not followed", async () => {
  const outcome = await get("/r0")
  assert.equal(outcome.kind === "fetched" && outcome.url, server.url("/page"))
  const before = server.asked.length
  assert.match(await failure("/loop"), /more than 5 times/)
  assert.equal(server.asked.length - before, 6)
})

test("what unpacks, or goes on, beyond the size limit is cut off", async () => {
  const before = process.memoryUsage().rss
  assert.match(await failure("/bomb"), /larger than 16 MiB/)
  assert.match(await failure("/endless", { sizeLimit: 2 ** 20 }), /larger than 1 MiB/)
  assert.ok(process.memoryUsage().rss - before < 150 * 2 ** 20)
})

test("a server that is slow or silent is not waited for", async () => {
  for (const path of ["/slow", "/silent"]) {
    const begun = performance.now()
    assert.match(await failure(path, { timeLimit: 300 }), /longer than 0.3 s/)
    assert.ok(performance.now() - begun < 2000)
  }
})

test("broken answers are failures with a reason, not exceptions", async () => {
  for (const path of ["/cut", "/broken-gzip", "/unknown", "/headers"])
    assert.notEqual(await failure(path), "")
  const outcome = await fetchUrl("http://localhost:1/", { allowedHosts: ALLOWED })
  assert.match(outcome.kind === "failed" ? outcome.message : "", /refuses the connection/)
})

test("what has not changed is not sent again", async () => {
  assert.equal((await get("/cached", { etag: '"v1"' })).kind, "unchanged")
  const outcome = await get("/cached")
  assert.equal(outcome.kind === "fetched" && outcome.etag, '"v1"')
})

test("whether asking again may help is told, and when", async () => {
  const busy = await get("/busy")
  assert.deepEqual(busy.kind === "failed" && [busy.lasting, busy.retryAfter], [false, 120_000])
  const gone = await get("/gone")
  assert.equal(gone.kind === "failed" && gone.lasting, true)
})

test("Retry-After is read as seconds or as a date, and no longer than a day", () => {
  const now = Date.parse("2023-12-03T12:00:00Z")
  assert.equal(parseRetryAfter("90", now), 90_000)
  assert.equal(parseRetryAfter("Sun, 03 Dec 2023 12:01:00 GMT", now), 60_000)
  assert.equal(parseRetryAfter("999999999", now), 86_400_000)
  assert.equal(parseRetryAfter("soon", now), undefined)
})

test("only http and https are fetched, without passwords, also after a redirect", async () => {
  for (const url of [
    "file:///etc/passwd",
    "ftp://x.example/",
    "data:text/html,x",
    "javascript:1",
    "gopher://x/",
    "no address",
  ])
    assert.equal((await fetchUrl(url)).kind, "failed", url)
  assert.match(await failure("/to-file"), /only http and https/)
  assert.match(await failure("/to-nowhere"), /no address/)
  assert.match(await failure("/to-password"), /password/)
})

test("addresses that are not on the public internet are refused before a byte is sent", async () => {
  const before = server.asked.length
  const hosts = ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "localhost"]
  for (const host of hosts) {
    const outcome = await fetchUrl(`http://${host}:${server.port}/page`)
    assert.match(outcome.kind === "failed" ? outcome.message : "fetched", /not on the public internet/, host)
  }
  assert.equal(server.asked.length, before)
})

test("a redirect does not lead inside, though its own host is allowed", async () => {
  const before = server.asked.filter((path) => path === "/page").length
  assert.match(await failure("/to-inside"), /127\.0\.0\.1.*not on the public internet/)
  assert.match(await failure("/to-metadata"), /169\.254\.169\.254/)
  assert.equal(server.asked.filter((path) => path === "/page").length, before)
})

test("a name that comes to point inside is refused when it is connected to", async () => {
  let asked = 0
  const resolve = async () => {
    asked++
    return [{ address: "127.0.0.1", family: 4 }]
  }
  const before = server.asked.length
  const outcome = await fetchUrl(`http://rebinding.example:${server.port}/page`, { resolve })
  assert.match(
    outcome.kind === "failed" ? outcome.message : "",
    /rebinding\.example has the address 127\.0\.0\.1/,
  )
  // One lookup for one connection: there is no second answer that could differ from the one that was checked.
  assert.equal(asked, 1)
  assert.equal(server.asked.length, before)
})

test("of several addresses of a name only public ones are connected to", async () => {
  const resolve = async () => [
    { address: "::ffff:10.0.0.1", family: 6 },
    { address: "192.168.1.1", family: 4 },
    { address: "fe80::1", family: 6 },
  ]
  const outcome = await fetchUrl("http://mixed.example/", { resolve })
  assert.equal(outcome.kind === "failed" && outcome.lasting, true)
})

test("special addresses are known in every spelling; public ones are let through", () => {
  for (const address of "10.1.2.3 127.8.9.1 169.254.169.254 172.31.0.1 192.168.0.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: fe80::1%eth0 fd12::1 ::ffff:192.168.0.1 64:ff9b::a00:1 2002:7f00:1:: ff02::1 x".split(
    " ",
  ))
    assert.equal(isPublicAddress(address), false, address)
  for (const address of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1"])
    assert.equal(isPublicAddress(address), true)
  fc.assert(
    fc.property(
      fc.nat(255),
      fc.nat(255),
      fc.nat(255),
      (b, c, d) => !isPublicAddress(`10.${b}.${c}.${d}`) && !isPublicAddress(`::ffff:127.${b}.${c}.${d}`),
    ),
  )
})
