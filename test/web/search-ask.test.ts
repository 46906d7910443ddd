import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { readAddress } from "../../web/src/addresses.ts"
import { foundAddress, readFound } from "../../web/src/search/found-words.ts"
import {
  NOTHING_ASKED,
  readAsk,
  type SearchAsk,
  searchAddress,
  wholeQuery,
} from "../../web/src/search/search-ask.ts"

const queryOf = (address: string) => new URL(address, "http://localhost").searchParams

test("a search stands in the address whole and comes back from it", () => {
  assert.deepEqual(readAddress("/search"), { view: "search" })
  const words = fc.string().map((text) => text.trim())
  const ask: fc.Arbitrary<SearchAsk> = fc.record({
    q: words,
    scope: fc.constantFrom("articles", "evidence"),
    order: fc.constantFrom("relevance", "date"),
    pair: words,
    outlet: words,
    from: words,
    to: words,
    page: fc.integer({ min: 1, max: 1000 }),
  })
  fc.assert(
    fc.property(ask, (asked) => assert.deepEqual(readAsk(queryOf(searchAddress(asked))), { ...asked })),
  )
  assert.equal(searchAddress(NOTHING_ASKED), "/search")
})

test("what means nothing in an address is as if absent", () => {
  assert.deepEqual(readAsk(new URLSearchParams("in=pictures&order=length&page=-3")), NOTHING_ASKED)
  assert.equal(readAsk(new URLSearchParams("page=1.5")).page, 1)
})

test("filters are asked as fields of the query language, an outlet's name in quotes", () => {
  const ask = { ...NOTHING_ASKED, q: "border", pair: "BLR-POL", outlet: 'The "Post"', from: "2023-01-01" }
  assert.equal(wholeQuery(ask), 'border pair:BLR-POL outlet:"The Post" from:2023-01-01')
  assert.equal(wholeQuery(NOTHING_ASKED), "")
})

test("found words are named by their places in the text, where the snippet begins counted in", () => {
  const snippet = { text: "closed the border", start: 100, marks: [{ start: 11, end: 17 }] }
  assert.equal(foundAddress("/documents/d1", snippet), "/documents/d1?at=111-117")
  const address = foundAddress("/documents/d1?event=e1", snippet)
  assert.equal(address, "/documents/d1?event=e1&at=111-117")
  assert.deepEqual(readFound(queryOf(address)), [{ start: 111, end: 117 }])
})

test("of overlapping places the first is named, and what is no place is passed over", () => {
  const marks = [
    { start: 0, end: 5 },
    { start: 3, end: 8 },
    { start: 9, end: 12 },
  ]
  assert.equal(foundAddress("/documents/d1", { text: "", start: 0, marks }), "/documents/d1?at=0-5,9-12")
  assert.deepEqual(readFound(new URLSearchParams("at=7-3,x,1-2")), [{ start: 1, end: 2 }])
  assert.equal(foundAddress("/documents/d1", { text: "", start: 0, marks: [] }), "/documents/d1")
})
