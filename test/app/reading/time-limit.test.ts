import assert from "node:assert/strict"
import { test } from "node:test"
import { createTask } from "../../../src/app/reading/reading-task.ts"
import {
  patienceFor,
  TimeLimitError,
  withinOwnTime,
  withinTime,
} from "../../../src/app/reading/time-limit.ts"

test("work that does not end is stopped, inside a regular expression too", () => {
  for (const work of [() => spin(), () => /^(?:a+)+$/.test(`${"a".repeat(40)}!`)])
    assert.throws(() => withinTime(work, 100), TimeLimitError)
})

const spin = (): boolean => {
  for (let at = 0; ; at++) if (at < 0) return true
}

test("work gives its result, and its own errors pass", () => {
  assert.equal(
    withinTime(() => 7, 1000),
    7,
  )
  assert.throws(
    () =>
      withinTime(() => {
        throw new RangeError("own")
      }, 1000),
    /own/,
  )
})

test("work that was given no processor time has a second, longer try; work that had it has none", () => {
  const lock = new Int32Array(new SharedArrayBuffer(4))
  let tries = 0
  const starved = (): number => {
    tries++
    const end = performance.now() + 300
    if (tries === 1) while (performance.now() < end) Atomics.wait(lock, 0, 0, 10)
    return 7
  }
  assert.equal(withinOwnTime(starved, 100), 7)
  assert.equal(tries, 2)
  assert.throws(() => withinOwnTime(spin, 200), TimeLimitError)
})

test("a second try lasts as long as the share of the processor that the first one had asks for", () => {
  assert.equal(patienceFor(59_000, 60_000), undefined)
  assert.equal(patienceFor(30_000, 60_000), 180_000)
  assert.equal(patienceFor(1000, 60_000), 600_000)
})

test("a document over its limit is named and skipped, and its neighbours are read", async () => {
  const task = await createTask({ output: "events", timeLimit: 400 })
  const short = "The president of Belarus met the president of China in Beijing on Monday."
  const long = `${short} `.repeat(25_000)
  await task([{ kind: "line", where: "warm", text: JSON.stringify({ id: "w", text: short }) }])
  const { notes, documents } = await task(
    [short, long, short].map((text, index) => ({
      kind: "line" as const,
      where: `a.jsonl:${index + 1}`,
      text: JSON.stringify({ id: String(index), text }),
    })),
  )
  assert.equal(documents, 2)
  assert.deepEqual(
    notes.map(({ where, level }) => [where, level]),
    [["a.jsonl:2", "problem"]],
  )
  assert.match(notes[0]!.message, /longer than 0.4 s/)
})

test("a text that is too long for any coder is named and skipped", async () => {
  const task = await createTask({ output: "events" })
  const text = "The envoys met again. ".repeat(100_000)
  const { notes, documents } = await task([{ kind: "line", where: "a:1", text: JSON.stringify({ text }) }])
  assert.equal(documents, 0)
  assert.match(notes[0]!.message, /million characters/)
})
