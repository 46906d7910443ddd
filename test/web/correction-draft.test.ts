import assert from "node:assert/strict"
import { test } from "node:test"
import type { CodedEvent } from "../../src/view/api.ts"
import { changesOf, draftOf } from "../../web/src/correction/draft.ts"
import { buildEvent, PLACES } from "../happening/build-event.ts"

const event: CodedEvent = {
  ...buildEvent({
    mode: "visit",
    actors: ["Alexander Lukashenko/BLR"],
    recipients: ["CHN"],
    date: "2023-12-03",
    place: PLACES.beijing,
  }),
  happening: null,
  typeName: "Consult",
  review: null,
}

test("a form that was not touched changes nothing", () => {
  assert.deepEqual(changesOf(event, draftOf(event)), {})
})

test("only what the form says otherwise is a change; what is emptied is absent", () => {
  const draft = draftOf(event)
  assert.deepEqual(changesOf(event, { ...draft, mode: "", start: "2023-12-02", place: " " }), {
    mode: null,
    date: { start: "2023-12-02", end: "2023-12-03" },
    place: null,
  })
  assert.deepEqual(changesOf(event, { ...draft, start: "", end: "" }), { date: null })
})

test("a participant's row without a name is nobody, and codes are written large", () => {
  const { recipients, ...draft } = draftOf(event)
  const rows = [
    { key: 7, name: "Xi Jinping", country: "chn", sector: "" },
    { key: 8, name: " ", country: "USA", sector: "GOV" },
  ]
  assert.equal(recipients.length, 1)
  assert.deepEqual(changesOf(event, { ...draft, recipients: rows }), {
    recipients: [{ name: "Xi Jinping", country: "CHN", sector: null, span: null }],
  })
})
