import { gzipSync } from "node:zlib"
import { articlePage, articleRecord, responseBlock, warcRecord } from "./warc-fixture.ts"

/** A broken or hostile input, by the name of the file in which it comes. */
export interface HostileFile {
  readonly name: string
  readonly content: Buffer
  /** Articles that stand in it whole, beside what is broken. */
  readonly sound?: number
}

const MANY = 1_000_000
const times = (piece: string, count: number): Buffer => Buffer.from(piece.repeat(count))
const wrapped = (text: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from("<html><head><title>A title</title></head><body><article><p>"),
    Buffer.from(text),
    Buffer.from("</p></article></body></html>"),
  ])
const line = (text: string): string => `${JSON.stringify({ text })}\n`
const GOOD_LINES = line("The two presidents met.") + line("They signed an agreement.")

/** Kinds of white space and of what looks like it, each without end. */
const BLANKS = {
  space: " ",
  newline: "\n",
  tab: "\t",
  mixed: " \n\t\r",
  "no-break": "\u00a0",
  "zero-width": "\u200b",
}

/** Web archives of two sound records around one whose length is not what it says. */
const wrongLength = (name: string, length: number): HostileFile => ({
  name: `length-${name}.warc`,
  content: Buffer.concat([
    articleRecord(1),
    warcRecord("response", "https://harbour.example/wrong", responseBlock(articlePage(2)), length),
    articleRecord(3),
  ]),
})

const cut = (name: string, content: Buffer, sound: number): HostileFile => ({
  name,
  content: content.subarray(0, content.length - 7),
  sound,
})

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...["txt", "md", "html", "json", "jsonl", "warc", "xml", "jsonl.gz", "warc.gz", "bin"].map((ending) => ({
    name: `empty.${ending}`,
    content: Buffer.alloc(0),
  })),
  cut("cut.jsonl.gz", gzipSync(GOOD_LINES.repeat(500)), 900),
  cut("cut.txt.gz", gzipSync("A text. ".repeat(100)), 0),
  cut("cut.warc.gz", Buffer.concat([gzipSync(articleRecord(1)), gzipSync(articleRecord(2))]), 1),
  { name: "no-gzip.jsonl.gz", content: Buffer.from(GOOD_LINES) },
  {
    name: "tail.jsonl.gz",
    content: Buffer.concat([gzipSync(GOOD_LINES), Buffer.from("no gzip at all")]),
  },
  { name: "bomb.txt.gz", content: gzipSync(Buffer.alloc(100 * 2 ** 20, "a")) },
  wrongLength("short", 10),
  wrongLength("long", 100_000),
  wrongLength("negative", -5),
  wrongLength("huge", 10 ** 18),
  wrongLength("none", Number.NaN),
  { name: "utf8.txt", content: Buffer.from([0x41, 0xff, 0xfe, 0xc3, 0x28, 0xe2, 0x82, 0x42]) },
  {
    name: "utf8.jsonl",
    content: Buffer.concat([Buffer.from(GOOD_LINES), Buffer.from([0xff, 0xc3, 0x0a])]),
    sound: 2,
  },
  { name: "nul.txt", content: Buffer.from("The two\0 presidents\0\0 met.") },
  { name: "nul.jsonl", content: Buffer.from(`${GOOD_LINES}\0\0\0\n${line("a\0b met c.")}`), sound: 3 },
  { name: "nul.html", content: wrapped("The two\0 presidents met, said <b\0>the ministry.") },
  { name: "one-line.txt", content: times("word ", 10 * MANY) },
  {
    name: "one-line.jsonl",
    content: Buffer.concat([Buffer.from(GOOD_LINES), times("x", 70 * MANY), Buffer.from(`\n${GOOD_LINES}`)]),
    sound: 4,
  },
  { name: "one-line.xml", content: times("<page>", 8 * MANY) },
  { name: "tags.html", content: wrapped(times("<div>", MANY)) },
  { name: "inline-tags.html", content: wrapped(times("<b><i>", MANY / 2)) },
  { name: "open-tags.html", content: wrapped(times("<a href=", MANY / 2)) },
  { name: "closing-tags.html", content: wrapped(times("</p></div>", MANY / 4)) },
  { name: "comments.html", content: wrapped(times("<!--", MANY / 2)) },
  { name: "scripts.html", content: wrapped(times("<script>", MANY / 2)) },
  { name: "attributes.html", content: wrapped(`<p ${"a='b' ".repeat(MANY / 10)}>Text.`) },
  { name: "entities.html", content: wrapped(times("&amp;#x26;&lt", MANY / 4)) },
  { name: "tables.html", content: wrapped(times("<table><tr><td>", MANY / 10)) },
  { name: "deep.json", content: times("[", MANY) },
  { name: "deep-objects.json", content: times('{"text":', MANY) },
  {
    name: "deep-closed.jsonl",
    content: Buffer.from(
      `${GOOD_LINES}{"text":"They met.","x":${"[".repeat(5000)}${"]".repeat(5000)}}\n${"[".repeat(100_000)}\n`,
    ),
    sound: 3,
  },
  {
    name: "keys.json",
    content: Buffer.from('{"__proto__":{"text":"no"},"constructor":1,"text":"They met."}'),
  },
  {
    name: "overrides.txt",
    content: Buffer.from(
      "\u202eThe president\u202c of \u2066Belarus\u2069 met\u200f the president.\u202e".repeat(50),
    ),
  },
  {
    name: "surrogates.jsonl",
    content: Buffer.from(
      '{"text":"The \\ud800 president \\udc00 met \\ud83d the other."}\n{"text":"They met."}\n',
    ),
    sound: 2,
  },
  { name: "combining.txt", content: Buffer.from(`A${"\u0301".repeat(100_000)} met B.`) },
  ...Object.entries(BLANKS).flatMap(([name, blank]) => [
    { name: `blank-${name}.txt`, content: times(blank, MANY / 2) },
    { name: `blank-${name}.html`, content: wrapped(`A word.${blank.repeat(MANY / 2)}Another.`) },
    {
      name: `blank-${name}.jsonl`,
      content: Buffer.from(GOOD_LINES + line(`A.${blank.repeat(MANY / 10)}B.`)),
      sound: 3,
    },
  ]),
  {
    name: "export.xml",
    content: Buffer.from(
      `<mediawiki><page><title>A</title><revision><text>${"{{".repeat(MANY / 5)}</text></revision></page>`,
    ),
  },
  {
    name: "links.xml",
    content: Buffer.from(
      `<mediawiki><page><title>A</title><revision><text>${"[[a|".repeat(MANY / 5)}</text></revision></page></mediawiki>`,
    ),
  },
  {
    name: "xxe.xml",
    content: Buffer.from(
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><mediawiki><page><title>A</title><revision><text>&a; met B.</text></revision></page></mediawiki>',
    ),
  },
]
