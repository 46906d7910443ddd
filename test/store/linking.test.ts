import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { linkEvents } from "../../src/happening/index.ts"
import type { Happening } from "../../src/record/index.ts"
import { openStore, type StoredReading } from "../../src/store/index.ts"
import { arbitrarySketch } from "../happening/arbitrary-events.ts"
import { buildEvent } from "../happening/build-event.ts"

const OUTLETS = createOutlets([])
const LINKER = createRecordLinker(OUTLETS)
const CODER = { coder: "chancery test" }

/** Documents with their events; each id may come more than once, and then the last stands. */
const arbitraryReadings: fc.Arbitrary<StoredReading[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(arbitrarySketch, { maxLength: 4 }),
    ),
    { minLength: 12, maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(([number, day, sketches], version) => {
      const document = `doc${number}`
      return {
        article: { id: document, text: `Version ${version}.`, published: `2023-03-0${day}` },
        events: sketches.map((sketch, at) => buildEvent({ ...sketch, document, id: `${version}#${at}` })),
      }
    }),
  )

test("linking group by group, whenever documents come and go, gives what linking all that stands gives", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReadings, fc.integer({ min: 2, max: 9 }), async (readings, batch) => {
      const store = await openStore(":memory:", { threads: 1 })
      for (let from = 0; from < readings.length; from += batch) {
        await store.putBatch(readings.slice(from, from + batch), CODER)
        if (from % (2 * batch) === 0) await store.relink(LINKER)
      }
      await store.relink(LINKER)
      const found: Happening[] = []
      for await (const happening of store.happenings()) found.push(happening)
      await store.close()
      const last = [...new Map(readings.map((reading) => [reading.article.id, reading])).values()]
      const documents = new Map(last.map(({ article }) => [article.id, article]))
      const wanted = linkEvents(
        last.flatMap(({ events }) => events),
        { documents, outlets: OUTLETS },
      )
      assert.equal(
        found.map((happening) => JSON.stringify(happening)).join("\n"),
        wanted.map((happening) => JSON.stringify(happening)).join("\n"),
      )
    }),
    { seed: 20231206, numRuns: 4 },
  )
})
