import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadResources, type Resources } from "../src/read.ts"
import type { Event } from "../src/record/index.ts"
import {
  describeDifferences,
  expectedEvents,
  goldenArticle,
  goldenEvents,
  goldenSlugs,
} from "./golden-article.ts"

let loaded: Resources | undefined
const resources = (): Resources => {
  loaded ??= loadResources(bundledData)
  return loaded
}

for (const slug of goldenSlugs())
  test(`golden article ${slug} is read as before`, () => {
    const expected = expectedEvents(slug)
    assert.ok(
      expected !== undefined,
      `nobody has said what is expected: npx tsx scripts/new-golden.ts ${slug}`,
    )
    const { text } = goldenArticle(slug)
    const found = goldenEvents(slug, resources())
    for (const { evidence } of found) assert.equal(text.slice(evidence.start, evidence.end), evidence.text)
    const differences = describeDifferences(expected, found)
    assert.ok(
      differences.length === 0,
      `test/golden/${slug}:\n${differences.join("\n")}\nIf this is better: npx tsx scripts/new-golden.ts ${slug}`,
    )
  })

const EVENT = {
  sentence: 0,
  trigger: { start: 3, end: 6, text: "met" },
  type: "CONSULT",
  status: "occurred",
  evidence: { start: 0, end: 9, text: "They met." },
  actors: [],
  recipients: [],
} as unknown as Event

test("a changed field, a lost event and a new one are each named", () => {
  const moved = { ...EVENT, trigger: { start: 5, end: 6, text: "t" } }
  assert.deepEqual(describeDifferences([EVENT], [EVENT]), [])
  assert.match(
    describeDifferences([EVENT], [{ ...EVENT, status: "planned" }])[0] ?? "",
    /status: expected "occurred"/,
  )
  const named = describeDifferences([EVENT], [moved])
  assert.match(named[0] ?? "", /no longer found: CONSULT \(occurred\) “They met\.”/)
  assert.match(named[1] ?? "", /new: CONSULT/)
})
