import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { DocumentError, readJsonDocument } from "../../../src/app/documents/json-document.ts"

const refuses = (value: unknown, message: RegExp) =>
  assert.throws(
    () => readJsonDocument(value),
    (error) => error instanceof DocumentError && message.test(error.message),
    JSON.stringify(value),
  )

test("a document needs its text and nothing else", () => {
  assert.deepEqual(readJsonDocument({ text: "Talks began." }), {
    draft: { text: "Talks began." },
    warnings: [],
  })
  refuses({ title: "Talks" }, /"text" is missing/)
  refuses({ text: ["Talks"] }, /"text" is \["Talks"\]; it must be a string/)
  refuses(["Talks"], /is no document/)
  refuses(null, /is no document/)
})

test("every field of the contract is kept, and others are dropped", () => {
  const document = {
    id: "a-1",
    text: "Kenya thanked Estonia.",
    title: "Thanks",
    published: "2022-03-04",
    url: "https://harbour.example/1",
    publisher: { name: "Harbour Gazette", domain: "harbour.example" },
    language: "en",
    participants: [{ actor: { start: 0, end: 5 }, recipient: null }],
  }
  assert.deepEqual(readJsonDocument({ ...document, mood: "warm" }), { draft: document, warnings: [] })
})

test("null is the same as absent", () => {
  const nothing = { id: null, title: null, published: null, url: null, publisher: null, participants: null }
  assert.deepEqual(readJsonDocument({ text: "x", ...nothing }), { draft: { text: "x" }, warnings: [] })
})

test("a number is an id, a bare name a publisher", () => {
  assert.deepEqual(readJsonDocument({ id: 7, text: "x", publisher: "Harbour Gazette" }).draft, {
    id: "7",
    text: "x",
    publisher: { name: "Harbour Gazette" },
  })
})

test("a field of a wrong kind is left out with a warning: the text is still worth reading", () => {
  const { draft, warnings } = readJsonDocument({ text: "x", title: 5, publisher: { brand: "G" } })
  assert.deepEqual(draft, { text: "x" })
  assert.equal(warnings.length, 2)
  assert.match(warnings[0] ?? "", /"title" is 5/)
})

test("participants outside the text are refused, by name", () => {
  const at = (actor: unknown) => ({ text: "Kenya", participants: [{ actor, recipient: null }] })
  refuses(at({ start: 0, end: 6 }), /participants\[0\]\.actor.*0 to 5/)
  refuses(at({ start: 3, end: 3 }), /participants\[0\]\.actor/)
  refuses(at({ start: -1, end: 3 }), /participants\[0\]\.actor/)
  refuses(at({ start: 0.5, end: 3 }), /participants\[0\]\.actor/)
  refuses(at("Kenya"), /participants\[0\]\.actor/)
  refuses({ text: "Kenya", participants: {} }, /"participants" is \{\}/)
  refuses({ text: "Kenya", participants: [null] }, /participants\[0\]/)
})

test("any JSON value is read or refused, and nothing else happens", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ text: fc.string(), id: fc.jsonValue() })), (value) => {
      try {
        assert.equal(typeof readJsonDocument(value).draft.text, "string")
      } catch (error) {
        assert.ok(error instanceof DocumentError)
      }
    }),
  )
})
