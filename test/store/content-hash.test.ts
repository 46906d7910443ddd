import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { test } from "node:test"
import fc from "fast-check"
import type { Article } from "../../src/record/index.ts"
import { contentHash, isHashOf } from "../../src/store/content-hash.ts"

const ARTICLE: Article = {
  id: "d",
  text: "They met.",
  title: "A meeting",
  published: "2023-12-03",
  url: "https://north.example/1",
  publisher: { name: "North Post", domain: "north.example" },
  authors: ["Ada Berg"],
  language: "en",
  participants: [{ actor: { start: 0, end: 4 }, recipient: null }],
} as Article

test("whatever an article says of itself moves its hash, and its id does not", () => {
  const changed: Partial<Article>[] = [
    { text: "They met!" },
    { title: "Meeting" },
    { published: "2023-12-04" },
    { url: "https://north.example/2" },
    { publisher: { name: "South Post", domain: "north.example" } },
    { publisher: { name: "North Post", domain: "south.example" } },
    { authors: ["Ada Berg", "Bo Carr"] },
    { authors: [] },
    { language: "de" },
    { uncoded: "language" },
    { participants: [] },
  ]
  const hashes = changed.map((change) => contentHash({ ...ARTICLE, ...change }))
  assert.equal(new Set([...hashes, contentHash(ARTICLE)]).size, changed.length + 1)
  assert.equal(contentHash({ ...ARTICLE, id: "other" }), contentHash(ARTICLE))
})

test("a hash of before, which passed over authors, still stands, and for no other article", () => {
  const before = createHash("sha256")
    .update(
      JSON.stringify([
        ...[ARTICLE.text, ARTICLE.title, ARTICLE.published, ARTICLE.url],
        ...["North Post", "north.example", "en", ARTICLE.participants],
      ]),
    )
    .digest("hex")
  assert.equal(isHashOf(before, ARTICLE), true)
  assert.equal(isHashOf(before, { ...ARTICLE, text: "They met!" }), false)
  const { authors: _, ...nobody } = ARTICLE
  assert.equal(contentHash(nobody), before, "who has no authors keeps the hash of before")
  assert.equal(isHashOf(contentHash(ARTICLE), nobody), false, "authors that went missing are noticed")
})

test("two lists of authors are never taken for one another", () => {
  const authors = fc.array(fc.string(), { maxLength: 4 })
  fc.assert(
    fc.property(authors, authors, (one, other) => {
      const hash = (of: string[]) => contentHash({ ...ARTICLE, authors: of })
      assert.equal(hash(one) === hash(other), JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})
