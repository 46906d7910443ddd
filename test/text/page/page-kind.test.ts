import assert from "node:assert/strict"
import { test } from "node:test"
import { readHtml } from "../../../src/text/read-html.ts"

const SENTENCE =
  "The foreign ministers of Estonia and Kenya met in Tallinn on Monday, and signed an agreement on digital trade. "
const page = (title: string, body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`

test("a consent page is no article", () => {
  const html = page(
    "Before you continue to Harbour Gazette",
    "<h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services.</p><p>If you choose to “Accept all”, we and our 842 partners will also use cookies for personalised ads.</p><p>Manage options or withdraw your consent at any time in the privacy settings.</p>",
  )
  assert.throws(() => readHtml(html), /consent page/)
})

test("an article about cookies and consent is an article", () => {
  const html = page(
    "Regulator fines platform over consent",
    `<article><p>The Irish regulator fined the platform on Monday, because it had not asked for consent.</p><p>The company said that it would appeal before the court in Luxembourg.</p>${`<p>${SENTENCE}</p>`.repeat(6)}<p>Cookies, the minister said, were no matter of taste.</p></article>`,
  )
  assert.equal(readHtml(html).uncoded, undefined)
})

test("a bot check and an error page are no articles", () => {
  assert.throws(
    () => readHtml(page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")),
    /bot check/,
  )
  assert.throws(
    () =>
      readHtml(
        page("404 - Page not found", "<p>The page that you asked for is not here. Try our search.</p>"),
      ),
    /error page/,
  )
})

test("the beginning of an article behind a paywall is kept and marked", () => {
  const teaser = `<article><h1>Ministers sign pact</h1><p>${SENTENCE.repeat(3)}</p></article>`
  const prompted = readHtml(
    page(
      "Ministers sign pact",
      `${teaser}<div class="offer"><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></div>`,
    ),
  )
  assert.equal(prompted.uncoded, "paywall")
  assert.ok(prompted.text.startsWith("The foreign ministers"))
  const stated = page(
    "Ministers sign pact",
    teaser,
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ministers sign pact","isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}</script>`,
  )
  assert.equal(readHtml(stated).uncoded, "paywall")
})

test("an article that is there whole is coded, though its outlet sells subscriptions", () => {
  const html = page(
    "Ministers sign pact",
    `<article>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(8)}</article><div class="offer"><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></div>`,
    `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`,
  )
  assert.equal(readHtml(html).uncoded, undefined)
})

test("a page that gives its text only in JSON-LD is read from there", () => {
  const body = SENTENCE.repeat(8)
  const html = page(
    "Ministers sign pact",
    `<div id="root">Loading</div>`,
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: body })}</script>`,
  )
  assert.equal(readHtml(html).text, body.trim())
})
