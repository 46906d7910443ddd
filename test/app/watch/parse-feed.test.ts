import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { FeedError, itemAddress, readFeed, readFeedList } from "../../../src/app/watch/parse-feed.ts"
import { ATOM, JSON_FEED, RDF, RSS } from "./feeds.ts"

const read = (text: string) => readFeed(Buffer.from(text), "https://harbour.example/feed")

for (const [format, feed] of Object.entries({ RSS, Atom: ATOM, RDF, "JSON Feed": JSON_FEED }))
  test(`${format} gives addresses, titles and dates`, () => {
    assert.deepEqual(
      read(feed(["/a", "/b"])).map(({ url, title }) => [url, title]),
      [
        ["https://harbour.example/a", "Report /a"],
        ["https://harbour.example/b", "Report /b"],
      ],
    )
    assert.ok(read(feed(["/a"]))[0]?.published?.includes("2023"))
  })

test("entities that a feed declares are never expanded, nor fetched", () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? "a" : `b${n - 1}`};`.repeat(10)}">`).join("")}]><rss version="2.0"><channel><item><title>&b19;</title><link>https://harbour.example/a</link></item></channel></rss>`
  const outside = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title><link>https://harbour.example/a</link></item></channel></rss>`
  for (const text of [bomb, outside])
    try {
      assert.ok(JSON.stringify(read(text)).length < 1000)
      assert.doesNotMatch(JSON.stringify(read(text)), /root:|aaaaaaaaaa/)
    } catch (error) {
      assert.ok(error instanceof FeedError)
    }
})

test("an article has one address, without fragment and tracking; what is no page of the web has none", () => {
  assert.equal(
    itemAddress("/a?id=7&utm_source=rss&fbclid=x#top", "https://h.example/feed"),
    "https://h.example/a?id=7",
  )
  for (const link of ["javascript:alert(1)", "file:///etc/passwd", "http://", undefined])
    assert.equal(itemAddress(link, "https://h.example/feed"), undefined)
})

test("lists of feeds are read from OPML, folders included, and from lines", () => {
  const opml = `<opml version="2.0"><body><outline text="World"><outline text="A" type="rss" xmlUrl="https://a.example/feed"/></outline><outline text="B" xmlUrl="https://b.example/feed"/></body></opml>`
  assert.deepEqual(readFeedList(opml), ["https://a.example/feed", "https://b.example/feed"])
  assert.deepEqual(readFeedList("# mine\nhttps://a.example/feed\n\nhttps://a.example/feed\n"), [
    "https://a.example/feed",
  ])
  for (const text of ["", "<opml><body/></opml>", "file:///etc/passwd", "<html>"])
    assert.throws(() => readFeedList(text), FeedError, text)
})

test("whatever comes for a feed gives entries or a FeedError, soon", () => {
  const hostile = [
    "<rss>".repeat(100_000),
    `<rss version="2.0"><channel>${"<a>".repeat(200_000)}`,
    `${"[".repeat(100_000)}`,
    `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(50_000)}`,
    `<rss version="2.0"><channel><item><title>${"\u202e\ud800\0".repeat(1000)}</title></item></channel></rss>`,
    `<rss version="2.0"><channel>${" ".repeat(2_000_000)}</channel></rss>`,
    `<rss ${"a ".repeat(200_000)}`,
  ]
  for (const text of hostile) {
    const begun = performance.now()
    try {
      read(text)
    } catch (error) {
      assert.ok(error instanceof FeedError, `${text.slice(0, 40)}: ${error}`)
    }
    assert.ok(performance.now() - begun < 4000, text.slice(0, 40))
  }
  const pieces = fc.constantFrom(
    "<rss version='2.0'>",
    "<channel>",
    "<item>",
    "<link>",
    "</link>",
    "https://x.example/a",
    "</item>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&x;",
    "<feed>",
    "<entry>",
    "{",
    "}",
    "\0",
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      try {
        read(parts.join(""))
      } catch (error) {
        assert.ok(error instanceof FeedError)
      }
    }),
    { numRuns: 300 },
  )
})
