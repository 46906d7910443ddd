import assert from "node:assert/strict"
import { once } from "node:events"
import { test } from "node:test"
import { Worker } from "node:worker_threads"
import { createReader } from "../../../src/index.ts"
import type { Event } from "../../../src/record/index.ts"

const options = { mode: "fast" } as const
const article = {
  text: "Poland imposed sanctions on Belarus. Putin will visit China in May.",
  published: "2024-04-20",
}

test("the library codes in a Worker as it does beside it, and what it gives can be sent from there", async () => {
  const worker = new Worker(new URL("library-worker.mjs", import.meta.url), {
    workerData: { options, article },
  })
  const [events] = (await once(worker, "message")) as [Event[]]
  await worker.terminate()
  assert.deepEqual(
    events.map(({ type, status }) => [type, status]),
    [
      ["SANCTION", "occurred"],
      ["CONSULT", "planned"],
    ],
  )
  assert.deepEqual(events, createReader(options).read(article).events)
})
