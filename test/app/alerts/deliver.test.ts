import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { IncomingMessage } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import fc from "fast-check"
import { outcomeOf } from "../../../src/app/alerts/back-off.ts"
import { checkAlerts } from "../../../src/app/alerts/check-alerts.ts"
import type { DeliverOptions } from "../../../src/app/alerts/deliver-due.ts"
import { type Alert, type AlertDelivery, openStore, type Store } from "../../../src/store/index.ts"
import type { EventSketch } from "../../happening/build-event.ts"
import { serve } from "../fetch/serve.ts"
import { alert, keep, news, SANCTION, VISIT } from "./news.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-alerts-"))
after(() => rmSync(folder, { recursive: true, force: true }))

const START = Date.parse("2023-12-06T12:00:00Z")

interface Checked {
  readonly problems: string[]
  readonly check: (minutes: number, options?: Partial<DeliverOptions>) => Promise<number>
}

/** Checks at a time so many minutes after the start. */
function checking(store: Store): Checked {
  const problems: string[] = []
  const check = async (minutes: number, options: Partial<DeliverOptions> = {}) => {
    const { delivered } = await checkAlerts(store, {
      environment: {},
      now: () => START + minutes * 60_000,
      onProblem: (_, problem) => problems.push(problem),
      ...options,
    })
    return delivered
  }
  return { problems, check }
}

async function inStore(one: Alert, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(":memory:")
  try {
    await store.addAlert(one, [])
    await use(store)
  } finally {
    await store.close()
  }
}

const webhook = (url: string, allowedHosts: readonly string[] = ["localhost"]): AlertDelivery => ({
  to: "webhook",
  url,
  allowedHosts,
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ""
  for await (const piece of request) body += String(piece)
  return body
}

test("a webhook is posted with an id, a time and a signature that the secret makes", async () => {
  const seen: { headers: IncomingMessage["headers"]; body: string; method: string }[] = []
  const server = await serve({
    "/hook": async (request, response) => {
      seen.push({ headers: request.headers, body: await bodyOf(request), method: request.method ?? "" })
      response.writeHead(204).end()
    },
  })
  await inStore(alert("hook", {}, webhook(server.url("/hook"))), async (store) => {
    await keep(store, [news("a", [VISIT])])
    assert.equal(await checking(store).check(0), 1)
    assert.equal(await checking(store).check(1), 0)
  })
  await server.close()
  assert.equal(seen.length, 1)
  const [{ headers, body, method } = { headers: {}, body: "", method: "" }] = seen
  assert.equal(method, "POST")
  assert.equal(headers["webhook-timestamp"], String(START / 1000))
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
  const expected = createHmac("sha256", "secret").update(signed).digest("base64")
  assert.equal(headers["webhook-signature"], `v1,${expected}`)
  assert.equal((JSON.parse(body) as { id: string }).id, headers["webhook-id"])
})

test("a receiver that fails is asked again later, under the same id, and not before its Retry-After", async () => {
  const ids: unknown[] = []
  const answers = [500, 429, 200]
  const server = await serve({
    "/hook": (request, response) => {
      ids.push(request.headers["webhook-id"])
      response.writeHead(answers[ids.length - 1] ?? 200, { "retry-after": "600" }).end()
    },
  })
  await inStore(alert("hook", {}, webhook(server.url("/hook"))), async (store) => {
    await keep(store, [news("a", [VISIT])])
    const { problems, check } = checking(store)
    assert.equal(await check(0), 0)
    assert.equal(await check(9), 0)
    assert.equal(ids.length, 1)
    assert.equal(await check(10), 0)
    assert.equal(await check(30), 1)
    assert.deepEqual(problems, ["the receiver answered 500", "the receiver answered 429"])
  })
  await server.close()
  assert.equal(ids.length, 3)
  assert.equal(new Set(ids).size, 1)
})

test("an address inside this network is refused with the remedy, and a redirect is not followed", async () => {
  const server = await serve({
    "/away": (_, response) => void response.writeHead(302, { location: "/hook" }).end(),
  })
  await inStore(alert("closed", {}, webhook(`http://127.0.0.1:${server.port}/hook`, [])), async (store) => {
    await keep(store, [news("a", [VISIT])])
    const { problems, check } = checking(store)
    await check(0)
    assert.match(problems[0] ?? "", /127\.0\.0\.1 .*--allow-host/)
    assert.deepEqual(await store.dueFirings("2030-01-01T00:00:00Z"), [])
  })
  await inStore(alert("away", {}, webhook(server.url("/away"))), async (store) => {
    await keep(store, [news("a", [VISIT])])
    const { problems, check } = checking(store)
    await check(0)
    assert.deepEqual(problems, ["the receiver answered 302"])
  })
  await server.close()
  assert.deepEqual(server.asked, ["/away"])
})

test("a secret of the environment is read when it is needed; without it nothing leaves", async () => {
  const server = await serve({ "/hook": "taken" })
  const delivery = { ...webhook(server.url("/hook")), secretName: "HOOK_SECRET" } as AlertDelivery
  await inStore(alert("hook", {}, delivery), async (store) => {
    await keep(store, [news("a", [VISIT])])
    const { problems, check } = checking(store)
    assert.equal(await check(0), 0)
    assert.match(problems[0] ?? "", /HOOK_SECRET/)
    assert.deepEqual(server.asked, [])
    assert.equal(await check(60, { environment: { HOOK_SECRET: "key" } }), 1)
  })
  await server.close()
})

test("a file gets one line for each change, in order, also where a process ended right after writing", async () => {
  const path = join(folder, "changes.jsonl")
  await inStore(alert("file", {}, { to: "file", path }), async (store) => {
    await keep(store, [news("a", [VISIT]), news("b", [SANCTION])])
    const { check } = checking(store)
    const dying = { ...store, settleFirings: () => Promise.reject(new Error("the process ends")) }
    await assert.rejects(checkAlerts(dying, { environment: {}, now: () => START, onProblem: () => {} }))
    assert.equal(await check(1), 2)
    appendFileSync(path, '{"cut off')
    await keep(store, [news("c", [{ ...SANCTION, date: "2024-02-01" }], { published: "2024-02-01" })])
    assert.equal(await check(2), 1)
  })
  const lines = readFileSync(path, "utf8").trimEnd().split("\n")
  assert.equal(lines.length, 4)
  const messages = lines
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as { id: string })
  assert.deepEqual(
    messages.map(({ id }) => id),
    ["id-file.1", "id-file.2", "id-file.3"],
  )
})

test("a notification takes its words as arguments, and many changes are one notification", async () => {
  const calls: (readonly [string, readonly string[]])[] = []
  const run = async (program: string, words: readonly string[]) => void calls.push([program, words])
  await inStore(alert("$(reboot)"), async (store) => {
    await keep(store, [news("a", [{ ...VISIT, evidence: "<b>He</b> & they" }])])
    const { check } = checking(store)
    await check(0, { run, platform: "linux" })
    const many = ["01", "02", "03", "04", "05"].map((month) => ({ ...SANCTION, date: `2022-${month}-05` }))
    await keep(store, [news("b", many)])
    await check(1, { run, platform: "darwin" })
  })
  assert.equal(calls[0]?.[0], "notify-send")
  assert.equal(calls[0]?.[1].at(-1), "&lt;b&gt;He&lt;/b&gt; &amp; they")
  assert.match(calls[0]?.[1].at(-2) ?? "", /^\$\(reboot\): BLR-CHN/)
  assert.equal(calls.length, 2)
  assert.equal(calls[1]?.[0], "osascript")
  assert.match(calls[1]?.[1].at(-2) ?? "", /5 changes/)
})

test("without a program for notifications the alert is given up with a remedy", () =>
  inStore(alert("desk"), async (store) => {
    await keep(store, [news("a", [VISIT])])
    const { problems, check } = checking(store)
    const run = () => Promise.reject(Object.assign(new Error("spawn"), { code: "ENOENT" }))
    await check(0, { run, platform: "linux" })
    assert.match(problems[0] ?? "", /notify-send.*install/)
  }))

test("pauses grow to hours, and after some days of failures a firing is given up", () => {
  const pauses = [1, 2, 3, 20].map((tries) => outcomeOf({ problem: "no" }, tries, 0))
  assert.deepEqual(
    pauses.map((outcome) => (outcome.state === "waiting" ? Date.parse(outcome.next) / 1000 : outcome.state)),
    [30, 90, 270, "given up"],
  )
})

/** What one batch brings, and whether the process ends before it notes what it delivered. */
const BATCHES = fc.array(
  fc.record({
    events: fc.array(fc.constantFrom(VISIT, SANCTION, { ...VISIT, status: "planned" as const }), {
      maxLength: 2,
    }),
    month: fc.integer({ min: 1, max: 9 }),
    dies: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
)

test("whatever comes in and wherever processes end, no line stands in the file twice and none is lost", async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(BATCHES, async (batches) => {
      const path = join(folder, `random-${++run}.jsonl`)
      await inStore(alert("file", {}, { to: "file", path }), async (store) => {
        const { check } = checking(store)
        for (const [at, { events, month, dies }] of batches.entries()) {
          const dated = events.map((event): EventSketch => ({ ...event, date: `2023-0${month}-03` }))
          await keep(store, [news(`d${at}`, dated, { published: `2023-0${month}-04` })])
          const dying = { ...store, settleFirings: () => Promise.reject(new Error("the process ends")) }
          const options = { environment: {}, now: () => START + at * 60_000, onProblem: () => {} }
          await checkAlerts(dies ? dying : store, options).catch(() => undefined)
        }
        await check(100)
        const made: string[] = []
        for await (const { message } of store.firings()) made.push(message)
        const text = made.length === 0 ? "" : readFileSync(path, "utf8")
        assert.deepEqual(
          text
            .split("\n")
            .filter((line) => line !== "")
            .sort(),
          made.sort(),
        )
      })
    }),
    { numRuns: 6 },
  )
})
