import assert from "node:assert/strict"
import { test } from "node:test"
import { mapHere, mapOverWorkers } from "../../../src/app/workers/ordered-map.ts"
import { createTask } from "./square-task.ts"

const entry = new URL("./entry-from-source.mjs", import.meta.url)
const module = new URL("./square-task.ts", import.meta.url)

async function* numbers(count: number, onTake: (value: number) => void = () => {}): AsyncGenerator<number> {
  for (let value = 0; value < count; value++) {
    onTake(value)
    yield value
  }
}

async function collect<T>(outputs: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const output of outputs) all.push(output)
  return all
}

const squares = (count: number): number[] => Array.from({ length: count }, (_, value) => value * value)

test("outputs come in the order of the inputs, whatever the number of workers", async () => {
  for (const workers of [1, 3])
    assert.deepEqual(
      await collect(mapOverWorkers(numbers(30), { entry, module, settings: {}, workers })),
      squares(30),
    )
  assert.deepEqual(await collect(mapHere(numbers(30), createTask({}))), squares(30))
})

test("no input, no output", async () => {
  assert.deepEqual(await collect(mapOverWorkers(numbers(0), { entry, module, settings: {}, workers: 2 })), [])
})

test("inputs are not read far ahead of a slow reader", async () => {
  let taken = 0
  const outputs = mapOverWorkers<number, number>(
    numbers(1000, () => taken++),
    { entry, module, settings: {}, workers: 2 },
  )
  await outputs.next()
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.ok(taken <= 10, `${taken} inputs were taken`)
  await outputs.return(undefined)
})

test("an output is given while the next input is still awaited", async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  async function* slow() {
    yield 1
    await held
    yield 2
  }
  const outputs = mapOverWorkers<number, number>(slow(), { entry, module, settings: {}, workers: 2 })
  assert.deepEqual(await outputs.next(), { value: 1, done: false })
  release()
  assert.deepEqual(await collect(outputs), [4])
})

test("what a task throws is thrown when its turn comes, after the outputs before it", async () => {
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const output of mapOverWorkers<number, number>(numbers(9), {
      entry,
      module,
      settings: { refused: 3 },
      workers: 2,
    }))
      seen.push(output)
  }, /3 is refused/)
  assert.deepEqual(seen, [0, 1, 4])
})

test("a worker that dies is an error, not a silence", async () => {
  await assert.rejects(
    collect(mapOverWorkers(numbers(9), { entry, module, settings: { fatal: 4 }, workers: 2 })),
    /a worker ended early \(exit code 7\)/,
  )
})

test("a task that cannot be made is an error", async () => {
  const missing = new URL("./no-such-task.ts", import.meta.url)
  await assert.rejects(
    collect(mapOverWorkers(numbers(3), { entry, module: missing, settings: {}, workers: 2 })),
  )
})
