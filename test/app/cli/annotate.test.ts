import assert from "node:assert/strict"
import { test } from "node:test"
import { readConllu } from "../../../src/text/conllu.ts"
import { chancery, jsonLines, parseLines } from "./chancery.ts"

interface Annotation {
  readonly document: string
  readonly sentences: readonly { start: number; end: number }[]
  readonly entities: readonly {
    start: number
    end: number
    text: string
    type: string
    actor?: { country: string | null }
  }[]
  readonly times: readonly { start: number; end: number; text: string; value: string }[]
  readonly places: readonly { text: string; country: string | null; latitude: number | null }[]
  readonly attributions: readonly unknown[]
  readonly quantities: readonly { kind: string; value: number }[]
  readonly tokens?: readonly { start: number; end: number; head: number }[]
}

const TEXT = "Kaja Kallas flew from Tallinn to Nairobi on Friday. Kenya paid $5 million, the ministry said."
const DOCUMENT = { id: "a", text: TEXT, published: "2022-03-06" }

test("what was found stands in the contract's fields, at the text's offsets", () => {
  const { stdout, status } = chancery(["annotate"], { input: jsonLines([DOCUMENT]) })
  assert.equal(status, 0)
  const [annotation] = parseLines<Annotation>(stdout)
  assert.ok(annotation !== undefined)
  assert.equal(annotation.document, "a")
  assert.equal(annotation.sentences.length, 2)
  for (const span of [...annotation.entities, ...annotation.times])
    assert.equal(TEXT.slice(span.start, span.end), span.text)
  assert.equal(annotation.entities.find(({ text }) => text === "Kenya")?.actor?.country, "KEN")
  assert.deepEqual(
    annotation.times.map(({ value }) => value),
    ["2022-03-04"],
  )
  assert.ok(annotation.places.some(({ text, country }) => text === "Nairobi" && country === "KEN"))
  assert.ok(annotation.quantities.some(({ kind, value }) => kind === "money" && value === 5_000_000))
  assert.equal(annotation.tokens, undefined)
})

test("tokens come where they are asked for, with heads inside their sentence", () => {
  const { stdout } = chancery(["annotate", "--tokens"], { input: jsonLines([DOCUMENT]) })
  const tokens = parseLines<Annotation>(stdout)[0]?.tokens ?? []
  assert.equal(
    tokens
      .map(({ start, end }) => TEXT.slice(start, end))
      .slice(0, 3)
      .join(" "),
    "Kaja Kallas flew",
  )
  assert.ok(tokens.every(({ head }) => head >= -1 && head < tokens.length))
  assert.equal(tokens.filter(({ head }) => head === -1).length, 2)
})

test("the parse of a text is CoNLL-U, from which the text can be told", () => {
  const { stdout } = chancery(["annotate", "--conllu"], { input: jsonLines([DOCUMENT]) })
  const sentences = readConllu(stdout)
  assert.equal(sentences.length, 2)
  assert.ok(sentences[0]?.comments.includes("# newdoc id = a"))
  const words = sentences.flatMap(({ tokens }) =>
    tokens.map(({ form, spaceAfter }) => form + (spaceAfter ? " " : "")),
  )
  assert.equal(words.join("").trim(), TEXT)
})

test("given tokens, sentences and comments are kept", () => {
  const conllu = [
    "# sent_id = 1",
    "1\tKenya\t_\t_\t_\t_\t_\t_\t_\t_",
    "2\tcan\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
    "3\tnot\t_\t_\t_\t_\t_\t_\t_\t_",
    "4\tpay\t_\t_\t_\t_\t_\t_\t_\t_",
    "",
    "# sent_id = 2",
    "1\tNo\t_\t_\t_\t_\t_\t_\t_\t_",
    "",
    "",
  ].join("\n")
  const { stdout, status } = chancery(["annotate", "--conllu", "--pretokenised", "-"], { input: conllu })
  assert.equal(status, 0)
  const sentences = readConllu(stdout)
  assert.deepEqual(
    sentences.map(({ comments, tokens }) => [comments, tokens.map(({ form }) => form)]),
    [
      [["# sent_id = 1"], ["Kenya", "can", "not", "pay"]],
      [["# sent_id = 2"], ["No"]],
    ],
  )
  assert.equal(sentences[0]?.tokens[3]?.upos, "VERB")
})

test("given tokens without CoNLL-U is a wrong call", () => {
  const { status, stderr } = chancery(["annotate", "--pretokenised"], { input: "" })
  assert.equal(status, 2)
  assert.match(stderr, /--pretokenised reads CoNLL-U: give --conllu with it/)
})

test("a phrase is resolved at its date, and a phrase that is no actor to nobody", () => {
  const phrases = [
    { id: "1", text: "the Kenyan government" },
    { id: 2, text: "the weather" },
    { id: "3", text: 7 },
    { id: "4", text: "Kenya", date: "someday" },
  ]
  const { stdout, stderr, status } = chancery(["resolve"], { input: jsonLines(phrases) })
  const resolved = parseLines<{ id: unknown; actors: { country: string; sector: string }[] }>(stdout)
  assert.deepEqual(
    resolved.map(({ id, actors }) => [id, actors.map(({ country, sector }) => `${country} ${sector}`)]),
    [
      ["1", ["KEN GOV"]],
      [2, []],
    ],
  )
  assert.equal(status, 3)
  assert.match(stderr, /^stdin:3: "text" is 7; .*\nstdin:4: "date" is "someday"; it must be a date/)
})
