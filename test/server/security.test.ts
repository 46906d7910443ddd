import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import fc from "fast-check"
import { Allowance } from "../../src/app/server/allowance.ts"
import { tokenCheck } from "../../src/app/server/token.ts"
import type { Problem } from "../../src/view/index.ts"
import { serveExamples } from "./example-record.ts"

const TOKEN = "a-token-of-some-length"
const URL = "/api/v1/summary"
let own: Awaited<ReturnType<typeof serveExamples>>
before(async () => {
  own = await serveExamples()
})
after(() => own.close())

test("every answer forbids foreign scripts and framing, and lets nothing be loaded from elsewhere", async () => {
  for (const path of ["/", URL, "/api/v1/nothing"]) {
    const { headers } = await own.server.inject(path)
    const policy = String(headers["content-security-policy"])
    assert.match(policy, /^default-src 'none';/)
    assert.match(policy, /script-src 'self'(;|$)/)
    assert.match(policy, /style-src 'self'(;|$)/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /https?:|\*/)
    assert.equal(headers["x-content-type-options"], "nosniff")
  }
})

test("a request for another host's name is refused: a page elsewhere may have pointed it here", async () => {
  for (const host of ["evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:4180"]) {
    const answer = await own.server.inject({ url: URL, headers: { host } })
    assert.equal(answer.statusCode, 403, host)
    assert.match(String(answer.headers["content-type"]), /^application\/problem\+json/)
  }
  for (const host of ["127.0.0.1:3000", "localhost", "[::1]:4180"])
    assert.equal((await own.server.inject({ url: URL, headers: { host } })).statusCode, 200, host)
})

test("another site may not change the record", async () => {
  const foreign = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, { origin: "null" }]
  for (const headers of foreign) {
    const answer = await own.server.inject({
      method: "POST",
      url: URL,
      headers: { host: "localhost", ...headers },
    })
    assert.equal(answer.statusCode, 403)
  }
  const sameSite = { host: "localhost:4180", origin: "http://localhost:4180" }
  assert.equal((await own.server.inject({ method: "POST", url: URL, headers: sameSite })).statusCode, 404)
})

test("with a token, whoever gives it is answered under any name, and nobody else", async () => {
  const { server, close } = await serveExamples({ token: TOKEN })
  const ask = async (authorization?: string) =>
    server.inject({
      url: URL,
      headers: { host: "record.example", ...(authorization === undefined ? {} : { authorization }) },
    })
  assert.equal((await ask(`Bearer ${TOKEN}`)).statusCode, 200)
  const basic = Buffer.from(`anybody:${TOKEN}`).toString("base64")
  assert.equal((await ask(`Basic ${basic}`)).statusCode, 200)
  for (const wrong of [undefined, "Bearer no", `Bearer ${TOKEN}x`, TOKEN, "Basic !", "Bearer "]) {
    const answer = await ask(wrong)
    assert.equal(answer.statusCode, 401, wrong)
    assert.match(String(answer.headers["www-authenticate"]), /Bearer/)
    assert.ok(answer.json<Problem>().remedy!.length > 0)
    assert.doesNotMatch(answer.body, new RegExp(TOKEN))
  }
  assert.equal((await server.inject({ url: "/", headers: { host: "record.example" } })).statusCode, 401)
  await close()
})

test("who guesses the token too often is not heard for a while, not even with the right one", async () => {
  const { server, close } = await serveExamples({ token: TOKEN })
  const ask = (token: string, remoteAddress: string) =>
    server.inject({ url: URL, remoteAddress, headers: { authorization: `Bearer ${token}` } })
  for (let guess = 0; guess < 10; guess++)
    assert.equal((await ask(`guess ${guess}`, "192.0.2.1")).statusCode, 401)
  const refused = await ask(TOKEN, "192.0.2.1")
  assert.equal(refused.statusCode, 429)
  assert.ok(Number(refused.headers["retry-after"]) > 0)
  assert.equal((await ask(TOKEN, "192.0.2.2")).statusCode, 200)
  await close()
})

test("no text but the token passes for it", () => {
  const isRight = tokenCheck(TOKEN)
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("Bearer ", "Basic ", ""), (text, scheme) => {
      assert.equal(isRight(scheme + text), scheme === "Bearer " && text.trimStart() === TOKEN)
    }),
  )
})

test("a client may do a thing so many times in a window, and again in the next", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }),
      (most, steps) => {
        let now = 0
        const allowance = new Allowance(most, 1000, () => now)
        const granted: number[] = []
        for (const step of steps) {
          now += step
          const before = allowance.waitOf("one")
          const wait = allowance.take("one")
          assert.equal(wait, before)
          if (wait === 0) granted.push(now)
        }
        // A window that begins where the last one ended can grant twice as many in its length, and never more.
        for (const start of granted)
          assert.ok(granted.filter((at) => at >= start && at < start + 1000).length <= 2 * most)
        assert.equal(allowance.waitOf("another"), 0)
      },
    ),
  )
})
