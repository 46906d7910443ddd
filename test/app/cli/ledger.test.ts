import assert from "node:assert/strict"
import { join } from "node:path"
import { before, test } from "node:test"
import { createRecordLinker } from "../../../src/app/record-linker.ts"
import { createOutlets } from "../../../src/codebook/outlets.ts"
import { openStore } from "../../../src/store/index.ts"
import { buildEvent } from "../../happening/build-event.ts"
import { ARTICLES } from "../../ledger/belarus-china.ts"
import { chancery, scratchFolder } from "./chancery.ts"

const store = join(scratchFolder(), "record.duckdb")

before(async () => {
  const record = await openStore(store)
  await record.putBatch(
    ARTICLES.map(({ id, published, outlet, events }) => ({
      article: { id, text: `On ${id}.`, published, publisher: { name: outlet } },
      events: events.map((sketch, at) =>
        buildEvent({ ...sketch, id: `${id} ${at}`, document: id, sentence: at }),
      ),
    })),
    { coder: "chancery test" },
  )
  await record.relink(createRecordLinker(createOutlets([])))
  await record.close()
})

test("ledger prints a pair's visits and the promise of March with its state, whichever state is named first", () => {
  const { stdout, stderr, status } = chancery(["ledger", "chn", "BLR", "--store", store, "--format", "csv"])
  assert.equal(stderr, "")
  assert.equal(status, 0)
  const [head, ...rows] = stdout.trim().split("\r\n")
  assert.match(head ?? "", /^section,kind,by,to,state,from,until/)
  assert.equal(rows.filter((row) => /^encounter,visit,.*occurred,2023/.test(row)).length, 2)
  assert.ok(
    rows.some(
      (row) => row.startsWith("promise,agreement") && /signed/.test(row) && /\$3\.5 billion/.test(row),
    ),
  )
})

test("visits counts those of one leader in one year", () => {
  const { stdout } = chancery([
    "visits",
    "--leader",
    "Xi Jinping",
    "--year",
    "2023",
    "--store",
    store,
    "--format",
    "json",
  ])
  const { counts } = JSON.parse(stdout) as { counts: { received: number; visits: number }[] }
  assert.deepEqual(
    counts.map(({ received, visits }) => [received, visits]),
    [[2, 0]],
  )
})

test("a state that does not exist, a year that is none and a store that is not there are named with what to do", () => {
  for (const [args, words] of [
    [["ledger", "BLR", "Narnia", "--store", store], /"Narnia" is no state that we know.*alpha-3/],
    [["ledger", "BLR", "BLR", "--store", store], /no ledger with itself/],
    [["visits", "--year", "23", "--store", store], /"23" is no year/],
    [["visits", "--store", `${store}.none`], /there is no such store; make one with: chancery run/],
  ] as const) {
    const { status, stderr } = chancery([...args])
    assert.equal(status, 2, stderr)
    assert.match(stderr, words)
  }
})
