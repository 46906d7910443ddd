import assert from "node:assert/strict"
import { test } from "node:test"
import { type GoldEvent, isSame, withMentions } from "../../scripts/training/gold-alignment.ts"
import type { Mention } from "../../src/record/index.ts"

const actor = { kind: "person", name: "Ali al-Dabbagh", country: "IRQ", sector: "GOV" }
const mention = (chain: number, start: number, end: number, of: object | null = actor): Mention =>
  ({ chain, start, end, first: 0, last: 1, head: 0, actor: of }) as unknown as Mention

/** "Its spokesman, Ali al-Dabbagh, called on Syria": the annotation points to the name. */
const event: GoldEvent = {
  id: "event",
  quote: "called",
  type: "REQUEST",
  alt_types: [],
  status: "occurred",
  sources: [{ name: "Ali al-Dabbagh", country: "IRQ", span: { start: 15, end: 29 } }],
  recipients: [{ name: "Syria", country: "SYR" }],
}

test("an actor that is annotated by its name is also known by its office in apposition", () => {
  const office = mention(1, 0, 13)
  const name = mention(1, 15, 29)
  const other = mention(2, 40, 45, { ...actor, name: "Nouri al-Maliki" })
  const [source] = withMentions(event, [office, name, other]).sources
  assert.ok(source)
  assert.equal(isSame(source, office), true)
  assert.equal(isSame(source, name), true)
  assert.equal(isSame(source, other), false)
})

test("words of nobody make nobody the annotated actor", () => {
  const unresolved = mention(1, 15, 29, null)
  const same = mention(1, 0, 13)
  const [source] = withMentions(event, [unresolved, same]).sources
  assert.ok(source)
  assert.equal(isSame(source, same), false)
})

test("an actor without a span stays known by country and name", () => {
  assert.deepEqual(withMentions(event, []).recipients, event.recipients)
})
