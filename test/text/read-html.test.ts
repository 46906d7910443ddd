import assert from "node:assert/strict"
import { test } from "node:test"
import { ArticleError } from "../../src/text/article-draft.ts"
import { readHtml } from "../../src/text/read-html.ts"

const PARAGRAPHS = [
  "The foreign ministers of Estonia and Kenya met in Tallinn on Monday and signed an agreement on digital trade, the ministry said.",
  "“We open a new chapter,” the Estonian minister told reporters after the talks, which lasted two hours and ended with a dinner.",
  "Kenya had asked for the visit in spring, and both governments expect a business forum to follow in Nairobi before the year ends.",
]
const BODY = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("\n")

const page = (head: string, body = BODY): string =>
  `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
  <article><h1>Ministers sign pact</h1>${body}</article>
  <footer>Subscribe to our newsletter</footer></body></html>`

test("the article's paragraphs are the text, without menus, footers and captions", () => {
  const { text } = readHtml(
    page(
      "",
      `${BODY}<figure><img src="a.jpg"><figcaption>An archive photograph of 2011.</figcaption></figure>`,
    ),
  )
  assert.equal(text, PARAGRAPHS.join("\n\n"))
})

test("JSON-LD tells title, date, publisher, address and language", () => {
  const linked = {
    "@graph": [
      { "@type": "Organization", "@id": "#org", name: "Harbour Gazette" },
      {
        "@type": ["NewsArticle"],
        headline: "Ministers sign pact on trade",
        datePublished: "2022-03-04T09:00:00+0200",
        publisher: { "@id": "#org" },
        mainEntityOfPage: { "@id": "https://www.harbour.example/pact" },
        inLanguage: "en-US",
      },
    ],
  }
  const { text, ...rest } = readHtml(
    page(`<script type="application/ld+json">${JSON.stringify(linked)}</script>`),
  )
  assert.deepEqual(rest, {
    title: "Ministers sign pact on trade",
    published: "2022-03-04T09:00:00+02:00",
    url: "https://www.harbour.example/pact",
    publisher: { name: "Harbour Gazette", domain: "harbour.example" },
    language: "en",
  })
  assert.ok(text.startsWith("The foreign ministers"))
})

test("broken JSON-LD is passed over, and OpenGraph and meta are read instead", () => {
  const draft = readHtml(
    page(`<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
      <meta property="og:title" content="Pact signed"><meta property="og:site_name" content="Harbour Gazette">
      <meta property="article:published_time" content="2022-03-04T09:00:00Z">
      <link rel="canonical" href="https://harbour.example/pact">`),
  )
  assert.equal(draft.title, "Pact signed")
  assert.equal(draft.published, "2022-03-04T09:00:00Z")
  assert.deepEqual(draft.publisher, { name: "Harbour Gazette", domain: "harbour.example" })
  assert.equal(draft.url, "https://harbour.example/pact")
})

test("raw line ends inside a JSON-LD string do not lose its date", () => {
  const draft = readHtml(
    page(`<script type="application/ld+json">{"@type":"NewsArticle","description":"one
      two","datePublished":"2022-03-04"};</script>`),
  )
  assert.equal(draft.published, "2022-03-04")
})

test("a time element gives the date where nothing else does; what is no date is not taken", () => {
  const draft = readHtml(
    page(`<meta name="date" content="soon">`, `<time datetime="2022-03-04">Friday</time>${BODY}`),
  )
  assert.equal(draft.published, "2022-03-04")
})

test("a page without metadata has its heading as title and no date, publisher or address", () => {
  const { title, published, publisher, url } = readHtml(page(""))
  assert.equal(title, "Ministers sign pact")
  assert.deepEqual([published, publisher, url], [undefined, undefined, undefined])
})

test("the caller's address is the page's, whatever the page says", () => {
  const draft = readHtml(
    page(`<link rel="canonical" href="https://other.example/x">`),
    "https://harbour.example/pact",
  )
  assert.equal(draft.url, "https://harbour.example/pact")
  assert.deepEqual(draft.publisher, { name: "harbour.example", domain: "harbour.example" })
})

test("a fragment without html and body is read as a page", () => {
  assert.equal(
    readHtml("<p>The envoy left Cairo.</p><p>Talks failed.</p>").text,
    "The envoy left Cairo.\n\nTalks failed.",
  )
})

test("a page without text is an error that says what to do", () => {
  assert.throws(() => readHtml("<html><body><script>render()</script></body></html>"), ArticleError)
  assert.throws(() => readHtml(""), ArticleError)
})

test("entities are decoded and white space is collapsed", () => {
  const { text } = readHtml("<p>France &amp; Germany\n   agreed&nbsp;on <b>steel</b>.<br>Talks go on.</p>")
  assert.equal(text, "France & Germany agreed on steel.\nTalks go on.")
})

test("thousands of nested elements are read in the time of a page", () => {
  const deep = `${"<div>".repeat(3000)}The envoy left Cairo on Monday.${"</div>".repeat(3000)}`
  const begun = performance.now()
  assert.equal(readHtml(deep).text, "The envoy left Cairo on Monday.")
  assert.ok(performance.now() - begun < 2000)
})
