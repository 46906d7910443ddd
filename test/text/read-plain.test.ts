import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { normalizeDate, parseDateLine } from "../../src/text/published-date.ts"
import { readPlain } from "../../src/text/read-plain.ts"

const readText = (content: string) => readPlain(content, { markdown: false })
const readMarkdown = (content: string) => readPlain(content, { markdown: true })

test("the first line of a plain text is its title, and the text is the whole file", () => {
  const content = "Minister flies to Ankara\n\nThe minister left on Monday.\n"
  const draft = readText(content)
  assert.equal(draft.title, "Minister flies to Ankara")
  assert.equal(draft.text, content)
  assert.equal("published" in draft, false)
})

test("an early line that is only a date is the publication date, with its zone", () => {
  const draft = readText(
    "Envoys meet\nTalks resume in Oslo.\n6:05 p.m. EST, January 9, 2024\nThe envoys met on Tuesday.\n",
  )
  assert.equal(draft.published, "2024-01-09T18:05:00-05:00")
})

test("a date inside a sentence, or far down, is not the publication date", () => {
  assert.equal(readText("Envoys meet\nThe treaty of January 9, 2024 holds.\n").published, undefined)
  const far = `Envoys meet\n${"A paragraph of the report.\n".repeat(9)}January 9, 2024\n`
  assert.equal(readText(far).published, undefined)
})

test("a first line as long as a paragraph is no title", () => {
  assert.equal(readText(`${"Talks went on and on. ".repeat(20)}\nMore.`).title, undefined)
})

test("carriage returns stay in the text, so that offsets are the file's own", () => {
  const content = "Envoys meet\r\n3 March 2022\r\n\r\nThey met in Riga.\r\n"
  const draft = readText(content)
  assert.equal(draft.text, content)
  assert.equal(draft.title, "Envoys meet")
  assert.equal(draft.published, "2022-03-03")
  assert.equal(draft.text.indexOf("Riga"), content.indexOf("Riga"))
})

test("front matter gives title, date, publisher, url, language and id, and is no part of the text", () => {
  const body = "\nThe prime minister arrived on Friday.\n"
  const draft = readMarkdown(
    `---\nid: m-7\ntitle: "Arrival: a \\"quiet\\" visit"\ndate: 2022-03-04T09:00:00Z\npublisher:\n  name: Harbour Gazette\n  domain: harbour.example\nurl: https://harbour.example/7#top\nlanguage: en\n# a comment: here\n---\n${body}`,
  )
  assert.deepEqual(draft, {
    id: "m-7",
    text: body,
    title: 'Arrival: a "quiet" visit',
    published: "2022-03-04T09:00:00Z",
    url: "https://harbour.example/7#top",
    publisher: { name: "Harbour Gazette", domain: "harbour.example" },
    language: "en",
  })
})

test("front matter with Windows line ends is read", () => {
  const draft = readMarkdown("---\r\ntitle: Visit\r\npublisher: Harbour Gazette\r\n---\r\nText.\r\n")
  assert.equal(draft.title, "Visit")
  assert.deepEqual(draft.publisher, { name: "Harbour Gazette" })
  assert.equal(draft.text, "Text.\r\n")
})

test("a rule at the head of a text that never closes is text", () => {
  const content = "---\ntitle: Visit\nThe visit began.\n"
  assert.equal(readMarkdown(content).text, content)
})

test("a Markdown heading loses its marks in the title, not in the text", () => {
  const content = "# **Envoys** meet #\n\n*3 March 2022*\n\nThey met.\n"
  const draft = readMarkdown(content)
  assert.equal(draft.title, "Envoys meet")
  assert.equal(draft.published, "2022-03-03")
  assert.equal(draft.text, content)
})

test("date lines of many newspapers are read", () => {
  const lines: Record<string, string> = {
    "12:24 PM EST, December 3, 2023": "2023-12-03T12:24:00-05:00",
    "Published on Sunday, 3 Dec. 2023 at 7:05 a.m. GMT": "2023-12-03T07:05:00+00:00",
    "Updated: July 4th, 2021, 5pm ET": "2021-07-04T17:00:00-04:00",
    "Jan. 4, 2021 | 5 p.m. ET": "2021-01-04T17:00:00-05:00",
    "3 March 2022 - 14:30 (GMT+3)": "2022-03-03T14:30:00+03:00",
    "Thu, 03 Mar 2022 14:30:05 +0200": "2022-03-03T14:30:05+02:00",
    "2022-03-03 14:30": "2022-03-03T14:30",
    "2022-03-03T14:30:00Z": "2022-03-03T14:30:00Z",
    "03.12.2023, 12:01 AM": "2023-12-03T00:01:00",
    "25/12/2023": "2023-12-25",
    "Published December 3, 2023 | Updated December 4, 2023": "2023-12-03",
    "29 February 2024": "2024-02-29",
  }
  for (const [line, iso] of Object.entries(lines)) assert.equal(parseDateLine(line), iso, line)
})

test("lines that are not a full date are no date lines", () => {
  for (const line of [
    "",
    "December 2023",
    "3/12/2023",
    "30 February 2023",
    "29 February 2023",
    "Minsk, December 3, 2023",
    "December 3",
    "2023",
    "May",
    "On March 3, 2022 they met",
    "1 2 3 2023",
  ])
    assert.equal(parseDateLine(line), undefined, line)
})

test("a compact date is a date where it is stated as one", () => {
  assert.equal(normalizeDate("20231203"), "2023-12-03")
  assert.equal(normalizeDate(" 2023-12-03 "), "2023-12-03")
  assert.equal(normalizeDate("2023-13-03"), undefined)
  assert.equal(normalizeDate("yesterday"), undefined)
})

test("the text of any plain content is that content", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (content) => readText(content).text === content))
})

test("the text of any Markdown is a tail of its content", () => {
  const lines = fc.constantFrom("---", "title: A", "date: x", "", "# B", "Prose.", "\r")
  fc.assert(
    fc.property(fc.array(lines), (parts) => parts.join("\n").endsWith(readMarkdown(parts.join("\n")).text)),
  )
})
