import assert from "node:assert/strict"
import { get } from "node:http"
import type { AddressInfo } from "node:net"
import { after, before, test } from "node:test"
import type { Event } from "../../src/record/index.ts"
import type { DocumentRow, HappeningRow, PairPage, Problem } from "../../src/view/index.ts"
import { addReadings, READINGS, reading, serveExamples } from "./example-record.ts"

let served: Awaited<ReturnType<typeof serveExamples>>
before(async () => {
  served = await serveExamples()
})
after(() => served.close())

const ask = (url: string, headers: Record<string, string> = {}) => served.server.inject({ url, headers })
const LINES = { accept: "application/x-ndjson" }
const linesOf = <T>(body: string): T[] =>
  body
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T)
const nextOf = (link: unknown): string | undefined => /^<([^>]+)>; rel="next"$/.exec(String(link))?.[1]

/** Follows the links of a list to its end. */
async function follow<T>(from: string, between: () => Promise<void> = async () => undefined): Promise<T[]> {
  const pages: T[] = []
  for (let url: string | undefined = from; url !== undefined; ) {
    const answer = await ask(url)
    assert.equal(answer.statusCode, 200, answer.body)
    pages.push(answer.json<T>())
    assert.ok(pages.length < 20, "the list does not end")
    url = nextOf(answer.headers.link)
    await between()
  }
  return pages
}

test("an answer names the state of the record, and is not sent again while that stands", async () => {
  const first = await ask("/api/v1/pairs")
  const tag = String(first.headers.etag)
  const again = await ask("/api/v1/pairs", { "if-none-match": `"other", ${tag}` })
  assert.deepEqual([again.statusCode, again.body, again.headers.etag], [304, "", tag])
  const late = reading("late", {
    published: "2023-12-06",
    actors: ["BLR"],
    recipients: ["CHN"],
    date: "2023-12-06",
  })
  await addReadings(served.store, [late], "2023-12-06T00:00:00.000Z")
  const changed = await ask("/api/v1/pairs", { "if-none-match": tag })
  assert.equal(changed.statusCode, 200)
  assert.notEqual(changed.headers.etag, tag)
  assert.equal((await ask("/api/v1/happenings/none")).headers.etag, undefined)
})

test("a list goes on where its link leads, though something is added before it meanwhile", async () => {
  const all = (await ask("/api/v1/documents")).json<DocumentRow[]>().map(({ id }) => id)
  let added = 0
  const pages = await follow<DocumentRow[]>("/api/v1/documents?limit=2", async () => {
    const id = `later ${added++}`
    await addReadings(served.store, [
      reading(id, { published: "2024-01-01", actors: ["BLR"], recipients: ["CHN"] }),
    ])
  })
  assert.deepEqual(
    pages.flat().map(({ id }) => id),
    all,
  )
})

test("a pair's happenings come whole through links, as lines, and at once", async () => {
  const url = "/api/v1/pairs/BLR-CHN"
  const { happenings } = (await ask(url)).json<PairPage>()
  assert.ok(happenings.some(({ start }) => start === null) && happenings.length > 3)
  const pages = await follow<PairPage>(`${url}?limit=1`)
  assert.deepEqual(
    pages.flatMap((page) => page.happenings),
    happenings,
  )
  const lines = await ask(url, LINES)
  assert.match(String(lines.headers["content-type"]), /^application\/x-ndjson/)
  assert.deepEqual(linesOf<HappeningRow>(lines.body), happenings)
  assert.deepEqual(
    linesOf<HappeningRow>((await ask(`${url}?limit=2&offset=1`, LINES)).body),
    happenings.slice(1, 3),
  )
})

test("every event and happening of the record comes as a line, and through links", async () => {
  const events = linesOf<Event>((await ask("/api/v1/events", LINES)).body)
  assert.ok(READINGS.every(({ events: [event] }) => events.some(({ id }) => id === event?.id)))
  const pages = await follow<{ events: Event[] }>("/api/v1/events?limit=2")
  assert.deepEqual(
    pages.flatMap((page) => page.events),
    events,
  )
  const happenings = linesOf<{ id: string }>((await ask("/api/v1/happenings", LINES)).body)
  assert.deepEqual((await follow<{ id: string }[]>("/api/v1/happenings?limit=2")).flat(), happenings)
  const planned = linesOf<Event>((await ask("/api/v1/events?pair=BLR-CHN&status=planned", LINES)).body)
  assert.deepEqual(
    planned.map(({ document }) => document),
    ["plan"],
  )
})

test("a cursor that no answer gave is refused, in lines, too", async () => {
  const wrong = [
    "x",
    Buffer.from('["2023-02-30","h"]').toString("base64url"),
    Buffer.from("[1]").toString("base64url"),
  ]
  for (const cursor of wrong)
    for (const [path, headers] of [
      ["pairs/BLR-CHN", {}],
      ["pairs/BLR-CHN", LINES],
      ["events", LINES],
      ["happenings", {}],
    ] as const) {
      const answer = await ask(`/api/v1/${path}?cursor=${cursor}`, headers)
      assert.equal(answer.statusCode, 400, `${path} ${cursor}`)
      assert.match(answer.json<Problem>().detail, /cursor/)
    }
})

test("lines are read from the record as the client takes them, and no further", async () => {
  const { store, close } = await serveExamples()
  let read = 0
  const endless = {
    ...store,
    exportReports: async function* () {
      for await (const report of store.exportReports({}))
        for (;;) {
          read++
          yield report
        }
    },
  }
  const other = await serveExamples({ store: endless })
  await other.server.listen({ host: "127.0.0.1", port: 0 })
  const { port } = other.server.server.address() as AddressInfo
  await new Promise<void>((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/v1/events", headers: LINES }, (answer) => {
      answer.pause()
      let before = -1
      // Nobody reads: once the buffers between are full, nothing more is read from the record.
      const look = setInterval(() => {
        if (read === before) {
          clearInterval(look)
          request.destroy()
          resolve()
        } else before = read
      }, 300)
    }).on("error", reject)
    setTimeout(() => reject(new Error(`${read} rows were read for a client that takes none`)), 60_000).unref()
  })
  assert.ok(read > 0)
  await other.close()
  await close()
})

test("a head is answered without its body, and not at all where the body would not end", async () => {
  const head = await served.server.inject({ method: "HEAD", url: "/api/v1/events", headers: LINES })
  assert.deepEqual([head.statusCode, head.body], [200, ""])
  assert.equal((await served.server.inject({ method: "HEAD", url: "/api/v1/changes" })).statusCode, 404)
})

test("whoever listens hears of the record's state, then of each new happening, and can go on where he left off", async () => {
  const { server, store, close } = await serveExamples()
  await server.listen({ host: "127.0.0.1", port: 0 })
  const { port } = server.server.address() as AddressInfo
  const listen = (headers: Record<string, string>, enough: (heard: string) => boolean) =>
    new Promise<string>((resolve, reject) => {
      let heard = ""
      const request = get({ host: "127.0.0.1", port, path: "/api/v1/changes", headers }, (answer) => {
        assert.match(String(answer.headers["content-type"]), /^text\/event-stream/)
        answer.setEncoding("utf8").on("data", (part: string) => {
          heard += part
          if (!enough(heard)) return
          request.destroy()
          resolve(heard)
        })
      }).on("error", reject)
    })
  const first = await listen({}, (heard) => heard.includes("\n\n"))
  assert.match(first, /^event: record\nid: \S+\ndata: \{"documents":5,/)
  const [, left = ""] = /id: (\S+)/.exec(first) ?? []
  const late = reading("late", {
    published: "2023-12-06",
    actors: ["POL"],
    recipients: ["UKR"],
    date: "2023-12-06",
    evidence: "Warsaw and Kyiv met.",
  })
  await addReadings(store, [late], "2023-12-06T00:00:00.000Z")
  const heard = await listen({ "last-event-id": left }, (text) => text.includes("Warsaw and Kyiv met."))
  assert.equal(heard.match(/event: happening/g)?.length, 1)
  await close()
})
