import type { StoredReading } from "../../src/store/index.ts"
import { seeded } from "./seeded.ts"

const SYLLABLES =
  "ba be bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vi vo".split(
    " ",
  )
const FREQUENT = "the of and to in a that for on with said by at from is as was has be its".split(" ")
const ACTORS = ["Minsk", "Beijing", "Moscow", "Washington", "Kyiv", "Tehran", "Vilnius", "Warsaw"]
const ACTS = [
  "joint statement",
  "trade agreement",
  "sanctions",
  "military exercises",
  "foreign minister",
  "state visit",
  "border crossing",
  "gas supplies",
]
const WORDS_IN_LANGUAGE = 60_000
const WORDS_AN_ARTICLE = 350
const OUTLETS = 200

/** Articles of some 350 words whose words are as unevenly frequent as those of a language, with recurring phrases. */
export function* generatedArticles(count: number): Generator<StoredReading> {
  const random = seeded(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  // Zipf's law: rank r has a frequency of about 1/r.
  const word = (): string => {
    const rank = Math.floor(WORDS_IN_LANGUAGE ** random())
    if (rank <= FREQUENT.length) return FREQUENT[rank - 1]!
    let rest = rank
    let made = ""
    while (rest > 0) {
      made += SYLLABLES[rest % SYLLABLES.length]
      rest = Math.floor(rest / SYLLABLES.length)
    }
    return made
  }
  for (let number = 0; number < count; number++) {
    const words: string[] = []
    for (let at = 0; at < WORDS_AN_ARTICLE; at++) {
      words.push(random() < 0.01 ? pick(ACTORS) : random() < 0.008 ? pick(ACTS) : word())
      if (at % 18 === 17) words[words.length - 1] += "."
    }
    const day = new Date(Date.UTC(2019, 0, 1 + Math.floor((number / count) * 2000)))
      .toISOString()
      .slice(0, 10)
    const outlet = Math.floor(random() * OUTLETS)
    yield {
      article: {
        id: `article-${number}`,
        title: `${pick(ACTORS)} and ${pick(ACTORS)}: ${pick(ACTS)}`,
        text: words.join(" "),
        published: day,
        publisher: { name: `Outlet ${outlet}`, domain: `outlet${outlet}.example` },
        language: "en",
      },
      events: [],
    }
  }
}
