import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { createRecordLinker } from "../../../src/app/record-linker.ts"
import { createOutlets } from "../../../src/codebook/outlets.ts"
import {
  openStore,
  parseQuery,
  QueryError,
  type Store,
  type StoredReading,
} from "../../../src/store/index.ts"
import { PostingsReader, PostingsWriter } from "../../../src/store/search/postings.ts"
import { snippetOf } from "../../../src/store/search/snippet.ts"
import { indexWords } from "../../../src/store/search/words.ts"
import { buildEvent, type EventSketch } from "../../happening/build-event.ts"

const CODER = { coder: "chancery test" }

const reading = (
  id: string,
  text: string,
  more: { published?: string; publisher?: string; title?: string; events?: EventSketch[] } = {},
): StoredReading => ({
  article: {
    id,
    text,
    ...(more.title === undefined ? {} : { title: more.title }),
    ...(more.published === undefined ? {} : { published: more.published }),
    ...(more.publisher === undefined
      ? {}
      : { publisher: { name: more.publisher, domain: `${more.publisher.toLowerCase()}.example` } }),
  },
  events: (more.events ?? []).map((sketch, at) => buildEvent({ ...sketch, id: `${id}#${at}`, document: id })),
})

async function withStore<T>(
  readings: readonly StoredReading[],
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(":memory:")
  try {
    await store.putBatch(readings, CODER)
    await store.relink(createRecordLinker(createOutlets([])))
    await store.indexTexts()
    return await use(store)
  } finally {
    await store.close()
  }
}

const found = async (
  store: Store,
  query: string,
  scope: "articles" | "evidence" = "articles",
): Promise<string[]> => {
  const page = { limit: 50, offset: 0 }
  const { hits, total } = await store.search({ query: parseQuery(query), scope, order: "relevance", page })
  assert.equal(total, hits.length)
  return hits.map(({ document, event }) => event?.id ?? document.id).sort()
}

const NEWS = [
  reading("visit", "The president of Belarus arrived in Beijing. A joint statement was signed.", {
    published: "2023-12-03",
    publisher: "North",
    title: "Lukashenko in China",
    events: [{ actors: ["BLR"], recipients: ["CHN"], date: "2023-12-03", evidence: "arrived in Beijing" }],
  }),
  reading("sanctions", "Lithuania sanctioned a state-owned firm. The statement was not joint.", {
    published: "2023-06-05",
    publisher: "South",
    events: [
      {
        type: "SANCTION",
        actors: ["LTU"],
        recipients: ["BLR"],
        date: "2023-06-05",
        evidence: "sanctioned a state-owned firm",
      },
    ],
  }),
  reading("accents", "Gitanas Nausėda’s visit; 国家主席访问", {
    published: "2022-01-01",
    publisher: "North",
  }),
]

test("all words must stand there, in any order and case, with or without accents", async () => {
  await withStore(NEWS, async (store) => {
    assert.deepEqual(await found(store, "statement"), ["sanctions", "visit"])
    assert.deepEqual(await found(store, "JOINT Beijing"), ["visit"])
    assert.deepEqual(await found(store, "nauseda visit"), ["accents"])
    assert.deepEqual(await found(store, "Nausėda"), ["accents"])
    assert.deepEqual(await found(store, "weather"), [])
  })
})

test("a phrase stands word by word, a hyphen makes one, and scripts without spaces are phrases", async () => {
  await withStore(NEWS, async (store) => {
    assert.deepEqual(await found(store, '"joint statement"'), ["visit"])
    assert.deepEqual(await found(store, "“joint statement”"), ["visit"])
    assert.deepEqual(await found(store, "state-owned"), ["sanctions"])
    assert.deepEqual(await found(store, "主席"), ["accents"])
    assert.deepEqual(await found(store, "席主"), [])
    assert.deepEqual(
      await found(store, '"China the president"'),
      [],
      "no phrase runs from the title into the text",
    )
  })
})

test("beginnings, alternatives and what must not stand there", async () => {
  await withStore(NEWS, async (store) => {
    assert.deepEqual(await found(store, "sanction*"), ["sanctions"])
    assert.deepEqual(
      await found(store, '"joint state*"'),
      ["visit"].slice(1),
      "a star inside quotes is no beginning",
    )
    assert.deepEqual(await found(store, '"joint state"*'), ["visit"])
    assert.deepEqual(await found(store, "Lukashenko OR firm"), ["sanctions", "visit"])
    assert.deepEqual(await found(store, "statement -joint"), [])
    assert.deepEqual(await found(store, 'statement -"joint statement"'), ["sanctions"])
  })
})

test("by outlet, date, pair, type and status; the evidence has an index of its own", async () => {
  await withStore(NEWS, async (store) => {
    assert.deepEqual(await found(store, "outlet:north"), ["accents", "visit"])
    assert.deepEqual(await found(store, "statement outlet:south.example"), ["sanctions"])
    assert.deepEqual(await found(store, "statement from:2023-07 to:2023"), ["visit"])
    assert.deepEqual(await found(store, "statement pair:chn-blr"), ["visit"])
    assert.deepEqual(await found(store, "statement type:sanction"), ["sanctions"])
    assert.deepEqual(await found(store, "arrived", "evidence"), ["visit#0"])
    assert.deepEqual(await found(store, "statement", "evidence"), [])
    assert.deepEqual(await found(store, "pair:BLR-LTU status:occurred", "evidence"), ["sanctions#0"])
  })
})

test("a document that is replaced is found by its new words alone, before and after it is indexed", async () => {
  await withStore(NEWS, async (store) => {
    await store.putBatch([reading("visit", "Nothing of the kind.")], CODER)
    assert.deepEqual(await found(store, "Beijing"), [])
    await store.indexTexts()
    assert.deepEqual(await found(store, "Beijing"), [])
    assert.deepEqual(await found(store, "kind"), ["visit"])
    assert.deepEqual(await found(store, "arrived", "evidence"), [])
  })
})

test("pages of a list are the list", async () => {
  const many = Array.from({ length: 30 }, (_, n) =>
    reading(`d${n}`, `word ${"word ".repeat(n % 4)} ${n}`, {
      published: `2023-01-${String((n % 28) + 1).padStart(2, "0")}`,
    }),
  )
  await withStore(many, async (store) => {
    for (const order of ["relevance", "date"] as const) {
      const ask = async (limit: number, offset: number) =>
        (
          await store.search({ query: parseQuery("word"), scope: "articles", order, page: { limit, offset } })
        ).hits.map(({ document }) => document.id)
      const all = await ask(100, 0)
      assert.equal(new Set(all).size, 30)
      assert.deepEqual([...(await ask(7, 0)), ...(await ask(7, 7)), ...(await ask(100, 14))], all)
    }
  })
})

const WORD = fc.constantFrom("treaty", "visit", "visits", "Minsk", "a", "the", "naïve")
const TEXT = fc.array(WORD, { maxLength: 12 }).map((words) => words.join(" "))

/** What the query language promises, by looking at every text. */
function bruteForce(texts: readonly string[], phrase: readonly string[], prefix: boolean): string[] {
  const terms = indexWords(phrase.join(" ")).map(({ term }) => term)
  return texts.flatMap((text, n) => {
    const words = indexWords(text).map(({ term }) => term)
    const stands = words.some((_, at) =>
      terms.every((term, place) => {
        const word = words[at + place]
        return (
          word !== undefined && (prefix && place === terms.length - 1 ? word.startsWith(term) : word === term)
        )
      }),
    )
    return stands ? [`t${n}`] : []
  })
}

test("the index finds what reading every text finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(TEXT, { minLength: 1, maxLength: 8 }),
      fc.array(WORD, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (texts, phrase, star) => {
        const prefix = star && indexWords(phrase.join(" ")).at(-1)!.term.length >= 3
        await withStore(
          texts.map((text, n) => reading(`t${n}`, text)),
          async (store) => {
            const query = `"${phrase.join(" ")}"${prefix ? "*" : ""}`
            assert.deepEqual(await found(store, query), bruteForce(texts, phrase, prefix).sort())
          },
        )
      },
    ),
    { numRuns: 25 },
  )
})

test("postings come back as they were written", () => {
  const UNIT = fc.record({
    step: fc.integer({ min: 1, max: 100_000 }),
    positions: fc.uniqueArray(fc.nat(1_000_000), { minLength: 1, maxLength: 20 }),
    code: fc.nat(255),
  })
  fc.assert(
    fc.property(fc.array(UNIT, { maxLength: 30 }), (units) => {
      const writer = new PostingsWriter()
      let number = 0
      const written = units.map(({ step, positions, code }) => {
        number += step
        const inOrder = [...positions].sort((a, b) => a - b)
        writer.add(number, inOrder, code)
        return { number, positions: inOrder, code }
      })
      const reader = new PostingsReader(writer.bytes())
      const read: typeof written = []
      while (reader.next())
        read.push({ number: reader.number, positions: reader.starts(0), code: reader.lengthCode })
      assert.deepEqual(read, written)
    }),
  )
})

test("a snippet holds the most of what was asked for, and its marks stand on it", () => {
  const text = `${"Nothing here. ".repeat(40)}The joint statement of Minsk and Beijing. ${"And so on. ".repeat(40)}`
  const snippet = snippetOf(text, parseQuery('"joint statement" beij*').clauses)
  assert.equal(text.slice(snippet.start, snippet.start + snippet.text.length), snippet.text)
  assert.deepEqual(
    snippet.marks.map(({ start, end }) => snippet.text.slice(start, end)),
    ["joint statement", "Beijing"],
  )
})

test("words keep their offsets, and no text takes long to cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const { term, start, end } of indexWords(text)) {
        assert.ok(term.length > 0 && start < end && end <= text.length)
      }
    }),
  )
  const begun = performance.now()
  indexWords("a".repeat(2_000_000))
  indexWords(" ".repeat(2_000_000))
  parseQuery(`a${" -".repeat(20_000)}${'"'.repeat(20_000)} b`)
  assert.ok(performance.now() - begun < 3000)
})

test("a query that cannot be meant is told with what would be", () => {
  for (const [query, message] of [
    ["", /names no word/],
    ["-war", /a word that must/],
    ["ab*", /3 letters/],
    ["war pair:BLR", /BLR-CHN/],
    ["war from:soon", /no date/],
    ["war type:LOVE", /one of AGREE/],
  ] as const)
    assert.throws(
      () => parseQuery(query),
      (error) => error instanceof QueryError && message.test(error.message),
    )
})
