import assert from "node:assert/strict"
import { test } from "node:test"
import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import { readHtml } from "../../../src/text/read-html.ts"
import { makePages } from "../../pages/make-pages.ts"
import { overlapOf } from "../../pages/shingles.ts"

const PAGES = makePages(42)
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length

for (const template of new Set(PAGES.map((page) => page.template)))
  test(`the article is found in the midst of a page in the manner of a ${template}`, () => {
    for (const { html, story } of PAGES.filter((page) => page.template === template)) {
      const { f1, recall } = overlapOf(readHtml(html).text, story.paragraphs.join("\n"))
      assert.ok(recall > 0.99, `${story.title}: recall ${recall}`)
      assert.ok(f1 > 0.85, `${story.title}: F1 ${f1}`)
    }
  })

test("on the same pages no less is found than by Mozilla's Readability, and less that is not the article", () => {
  const some = PAGES.slice(0, 14)
  const ours = some.map(({ html, story }) => overlapOf(readHtml(html).text, story.paragraphs.join("\n")))
  const theirs = some.map(({ html, story }) => {
    const text = new Readability(parseHTML(html).document as never).parse()?.textContent ?? ""
    return overlapOf(text, story.paragraphs.join("\n"))
  })
  assert.ok(mean(ours.map(({ recall }) => recall)) >= mean(theirs.map(({ recall }) => recall)))
  assert.ok(mean(ours.map(({ f1 }) => f1)) > mean(theirs.map(({ f1 }) => f1)))
})

test("title, day, author and address are those that the page states, in whatever way", () => {
  for (const { html, story, template } of PAGES) {
    const draft = readHtml(html)
    assert.equal(draft.title, story.title, template)
    assert.equal(draft.published?.slice(0, 10), story.published.slice(0, 10), template)
    assert.equal(draft.url, story.url, template)
    if (draft.authors !== undefined) assert.deepEqual(draft.authors, [story.author], template)
  }
  const named = PAGES.filter(({ html }) => readHtml(html).authors !== undefined).map(
    ({ template }) => template,
  )
  assert.deepEqual([...new Set(named)].sort(), ["blog", "broadcaster", "daily", "magazine", "tabloid"])
})
