import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadAttributionModels } from "../../src/mention/attribution/models.ts"
import { findAttributions } from "../../src/mention/attribution.ts"
import type { Actor, Attribution, AttributionMention, Mention } from "../../src/record/index.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)
const attribution = loadAttributionModels(bundledData, models.vectors)

/** Mentions made by hand: where each name stands and who it is. */
function mentionsOf(text: string, actors: Readonly<Record<string, Actor>>): Mention[] {
  const analysis = analyse(text, models)
  return Object.entries(actors).map(([words, actor], chain) => {
    const start = text.indexOf(words)
    const end = start + words.length
    const tokens = Array.from({ length: analysis.count }, (_, token) => token).filter(
      (token) => analysis.start[token]! >= start && analysis.end[token]! <= end,
    )
    const head = tokens.find((token) => !tokens.includes(analysis.head[token]!)) ?? tokens[0]!
    const type = actor.kind === "person" ? "person" : "organisation"
    const span = { start, end, text: words, first: tokens[0]!, last: tokens.at(-1)! + 1 }
    return { ...span, type, head, actor, chain, anaphor: /^(he|she|it)$/i.test(words) } as const
  })
}

const actorOf = (
  name: string,
  kind: Actor["kind"],
  sector: string,
  country: string | null = null,
): Actor => ({
  name,
  kind,
  country,
  sector,
  sectors: [sector],
  role: null,
})

const find = (text: string, actors: Readonly<Record<string, Actor>> = {}): AttributionMention[] =>
  findAttributions(analyse(text, models), mentionsOf(text, actors), attribution)

const spans = (text: string): (string | undefined)[][] =>
  find(text).map(({ source, cue, content }) => [source?.text, cue?.text, content?.text])

test("a clause that somebody says is what they say", () => {
  assert.deepEqual(
    spans("The ministry of agriculture said that the harvest had failed in three provinces."),
    [["The ministry of agriculture", "said", "that the harvest had failed in three provinces"]],
  )
})

test("a quotation keeps its marks, its comma and its speaker after the verb", () => {
  const [found] = find("“The bridge will open in spring,” said the engineer.")
  assert.equal(found?.content?.text, "“The bridge will open in spring,”")
  assert.equal(found?.source?.text, "the engineer")
  assert.equal(found?.direct, true)
})

test("what stands after “according to” is the source, on either side of what it says", () => {
  assert.deepEqual(spans("According to the harbour master, two ships collided in the fog."), [
    ["the harbour master", "According to", "two ships collided in the fog"],
  ])
  assert.deepEqual(spans("Two ships collided in the fog, according to the harbour master."), [
    ["the harbour master", "according to", "Two ships collided in the fog"],
  ])
})

test("words cut in two by their speaker give two contents with one cue", () => {
  assert.deepEqual(spans("The bridge, the engineer said, would open in spring."), [
    ["the engineer", "said", "The bridge"],
    ["the engineer", "said", "would open in spring"],
  ])
})

test("a quotation without a cue goes on from the speaker before it, also in the next paragraph", () => {
  const text = '"Fuel is short," the mayor said.\n\n"We have two days left."'
  const found = find(text)
  assert.deepEqual(
    found.map(({ source, content }) => [source?.text, content?.text]),
    [
      ["the mayor", '"Fuel is short,"'],
      ["the mayor", '"We have two days left."'],
    ],
  )
  assert.deepEqual(found[1]?.chain, found[0]?.chain)
})

test("words that are not quoted are not direct", () => {
  assert.equal(find("Witnesses said soldiers fired at the crowd.")[0]?.direct, false)
})

test("what nobody says has no attribution", () => {
  assert.deepEqual(find("It is raining in Oslo."), [])
  assert.deepEqual(find("The farmers' carts blocked the road to the capital."), [])
  assert.deepEqual(find("Two ships collided in the fog on Sunday."), [])
})

const CHANNEL = actorOf("Channel Nine", "organization", "MED", "AUS")
const MINISTRY = actorOf("Ministry of Trade", "organization", "GOV", "PER")
const MINISTER = actorOf("Ana Torres", "person", "GOV", "PER")

test("a saying within a saying has a chain, outermost first", () => {
  const text = "Channel Nine reported that the Ministry of Trade said that the talks had failed."
  const inner = find(text, { "Channel Nine": CHANNEL, "the Ministry of Trade": MINISTRY }).find(
    ({ source }) => source?.text === "the Ministry of Trade",
  )
  assert.deepEqual(inner?.chain, [
    { name: "Channel Nine", kind: "media", country: "AUS" },
    { name: "Ministry of Trade", kind: "government", country: "PER" },
  ] satisfies Attribution[])
})

test("a pronoun is named as whom it stands for", () => {
  const [found] = find("She said that the talks had failed.", { She: MINISTER })
  assert.deepEqual(found?.chain, [{ name: "Ana Torres", kind: "person", country: "PER" }])
})

test("a pronoun that stands for nobody known is no link", () => {
  assert.deepEqual(find("She said that the talks had failed.")[0]?.chain, [])
})

test("sources without a name are called by their own words", () => {
  const [found] = find("Two senior officials said that the talks had failed.")
  assert.equal(found?.chain[0]?.name, "Two senior officials")
  assert.equal(found?.chain[0]?.kind, "unnamed")
})

test("who hopes for a thing does not vouch for it", () => {
  const text = "The Ministry of Trade hopes to send doctors to the coast."
  const [found] = find(text, { "The Ministry of Trade": MINISTRY })
  assert.equal(found?.cue?.text, "hopes")
  assert.deepEqual(found?.chain, [])
})

test("a spokesman is named by the name beside his office", () => {
  const text = "A member of the council, Ana Torres, said that the talks had failed."
  assert.equal(find(text, { "Ana Torres": MINISTER })[0]?.chain[0]?.name, "Ana Torres")
})

test("a statement speaks for whoever issued it", () => {
  const text = "A statement by the Ministry of Trade said that the talks had failed."
  assert.equal(find(text, { "the Ministry of Trade": MINISTRY })[0]?.chain[0]?.name, "Ministry of Trade")
})

test("the outlet that was told stands outside the one who told it, another listener does not", () => {
  const told = find("Ana Torres told Channel Nine that the talks had failed.", {
    "Ana Torres": MINISTER,
    "Channel Nine": CHANNEL,
  })
  assert.deepEqual(
    told[0]?.chain.map(({ name }) => name),
    ["Channel Nine", "Ana Torres"],
  )
  const other = find("Ana Torres told the Ministry of Trade that the talks had failed.", {
    "Ana Torres": MINISTER,
    "the Ministry of Trade": MINISTRY,
  })
  assert.deepEqual(
    other[0]?.chain.map(({ name }) => name),
    ["Ana Torres"],
  )
})

test("whatever the text, spans hold its very words and a content never holds its own cue", () => {
  const words = fc.constantFrom(
    "she",
    "said",
    "“",
    "”",
    '"',
    ",",
    ".",
    "that",
    "the",
    "envoy",
    "told",
    "us",
    "\n\n",
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join(" ")
      for (const { source, cue, content } of find(text)) {
        for (const span of [source, cue, content])
          if (span !== null) assert.equal(text.slice(span.start, span.end), span.text)
        if (cue !== null && content !== null)
          assert.ok(!(content.start <= cue.start && cue.end <= content.end))
      }
    }),
    { numRuns: 60 },
  )
})

test("a hundred thousand quotation marks take no more than their share of time", () => {
  const analysis = analyse('" '.repeat(10), models)
  const count = 100_000
  const many = {
    ...analysis,
    text: '" '.repeat(count),
    count,
    sentences: [{ index: 0, start: 0, end: count * 2 - 1, first: 0, last: count }],
    start: Int32Array.from({ length: count }, (_, token) => token * 2),
    end: Int32Array.from({ length: count }, (_, token) => token * 2 + 1),
    upos: new Uint8Array(count).fill(analysis.upos[0]!),
    tag: new Array<string>(count).fill("``"),
    lemma: new Array<string>(count).fill('"'),
    head: Int32Array.from({ length: count }, (_, token) => token - 1),
    deprel: new Array<string>(count).fill("punct"),
    firstChild: Int32Array.from({ length: count }, (_, token) => (token + 1 < count ? token + 1 : -1)),
    nextSibling: new Int32Array(count).fill(-1),
    sentence: new Int32Array(count),
  }
  const begin = performance.now()
  findAttributions(many, [], attribution)
  assert.ok(performance.now() - begin < 3000)
})
