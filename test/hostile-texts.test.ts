import assert from "node:assert/strict"
import { test } from "node:test"
import { createTask } from "../src/app/reading/reading-task.ts"

/** What a text may be made of from end to end. */
const PIECES: Readonly<Record<string, string>> = {
  attribution: "he said that ",
  quotation: "“He said: ‘",
  "quotation marks": '" ',
  names: "Alexander Lukashenko, ",
  states: "China and ",
  pronouns: "they and it ",
  dates: "3 December 2023, ",
  "relative days": "two days after the day before yesterday ",
  numbers: "1,000,000 ",
  "number words": "hundred thousand and ",
  money: "$5 million to ",
  brackets: "(a ",
  hyphens: "state-run-",
  dots: "U.S. ",
  letters: "a",
  capitals: "ABCDEF",
  blanks: " \n",
  marks: "a\u0301\u0302",
  emoji: "👩‍👩‍👧",
  overrides: "\u202emet\u202c ",
  "lone surrogates": "\ud83d met ",
  events: "met the president of China and ",
}
const LENGTH = 2400
/** What a text three times as long may take more than three times, with room for a machine that does other things. */
const SLACK = 2.5
/** Below this nothing can be said of growth, in seconds. */
const LEAST_SECONDS = 0.4

const task = await createTask({ output: "events", timeLimit: 600_000 })

async function secondsFor(piece: string, length: number): Promise<number> {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const begun = process.cpuUsage()
  const { notes } = await task([
    { kind: "article", where: "it", article: { id: "a", text, published: "2023-12-03" } },
  ])
  const { user } = process.cpuUsage(begun)
  assert.deepEqual(notes, [])
  return user / 1e6
}

for (const [name, piece] of Object.entries(PIECES))
  test(`a text of nothing but ${name} is coded in time that grows with its length alone`, async () => {
    await secondsFor(piece, LENGTH / 4)
    const short = await secondsFor(piece, LENGTH)
    const long = await secondsFor(piece, 3 * LENGTH)
    assert.ok(
      long < Math.max(LEAST_SECONDS, 3 * SLACK * short),
      `${short.toFixed(2)} s for ${LENGTH} characters, ${long.toFixed(2)} s for three times as many`,
    )
  })
