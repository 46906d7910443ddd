import assert from "node:assert/strict"
import { test } from "node:test"
import type { RawItem } from "../../../src/app/documents/raw-item.ts"
import { wikiItems } from "../../../src/app/documents/wiki-items.ts"
import { wikitextProse } from "../../../src/text/wikitext.ts"

async function read(text: string): Promise<RawItem[]> {
  const items: RawItem[] = []
  const chunks = (async function* () {
    yield Buffer.from(text)
  })()
  for await (const item of wikiItems("dump.xml", chunks)) items.push(item)
  return items
}
const documents = (items: readonly RawItem[]) =>
  items.flatMap((item) => (item.kind === "line" ? [JSON.parse(item.text) as Record<string, string>] : []))

const page = (title: string, markup: string, namespace = 0): string =>
  `  <page>\n    <title>${title}</title>\n    <ns>${namespace}</ns>\n    <revision>\n      <text xml:space="preserve">${markup}</text>\n    </revision>\n  </page>\n`
const DUMP = (pages: string): string =>
  `<mediawiki>\n  <siteinfo>\n    <base>https://en.wiki.example/wiki/Main_Page</base>\n  </siteinfo>\n${pages}</mediawiki>\n`

test("an export's articles are read with title, date and address; talk pages and redirects are not", async () => {
  const items = await read(
    DUMP(
      page(
        "Lukashenko visits Beijing",
        "{{date|December 3, 2023}}\n[[Belarus|The Belarusian]] president &amp;quot;arrived&amp;quot; in '''Beijing'''.",
      ) +
        page("Talk:Lukashenko", "I doubt it.", 1) +
        page("Old name", "#REDIRECT").replace("<ns>", '<redirect title="x" />\n<ns>'),
    ),
  )
  const [article, ...others] = documents(items)
  assert.equal(article?.title, "Lukashenko visits Beijing")
  assert.equal(article?.published, "December 3, 2023")
  assert.equal(article?.url, "https://en.wiki.example/wiki/Lukashenko_visits_Beijing")
  assert.match(article!.text!, /^The Belarusian president .*arrived.* in Beijing\.$/)
  assert.equal(others.length, 0)
})

test("a page that is not closed costs itself alone", async () => {
  const items = await read(
    DUMP(`${page("One", "First.").replace("  </page>\n", "")}${page("Two", "Second.")}`),
  )
  assert.deepEqual(
    documents(items).map(({ text }) => text),
    ["Second."],
  )
  assert.equal(items.filter(({ kind }) => kind === "problem").length, 1)
})

test("texts of WikiExtractor are read", async () => {
  const items = await read(
    '<doc id="1" url="https://en.wiki.example/1" title="A &amp; B">\nA &amp; B\n\nThe text.\n</doc>\n',
  )
  assert.deepEqual(documents(items), [
    { text: "A &amp; B\n\nThe text.", title: "A & B", url: "https://en.wiki.example/1" },
  ])
})

test("templates, tables, references, pictures and closing sections are no prose", () => {
  const markup = `{{Infobox|a={{b}}}}The envoy{{citation needed}} left [[Cairo]].<ref name="x">{{cite}}</ref>
{| class="wikitable"
| a [[b]]
|}
[[File:A.jpg|thumb|A [[picture]]]]
* Talks [https://x.example failed]
== Sources ==
* [[Reuters]]`
  assert.equal(wikitextProse(markup), "The envoy left Cairo.\n\nTalks failed")
})

test("markup that is never closed takes time in proportion to its length", () => {
  for (const mark of ["{{", "[[", "<ref>", "{|", "<!--", "''", "[http://x ", "<"]) {
    const begun = performance.now()
    wikitextProse(mark.repeat(200_000))
    assert.ok(performance.now() - begun < 3000, mark)
  }
})
