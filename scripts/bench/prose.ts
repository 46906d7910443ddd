import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Article } from "../../src/record/index.ts"
import { ACTS, type ActTemplates, DETAILS, FILLERS, RECAPS } from "./prose-templates.ts"
import { ROOT } from "./sample.ts"
import { seeded } from "./seeded.ts"

/** Articles as they come from many outlets: a few pairs of states make most of it, each act is told by a handful of them. */
export interface ProseOptions {
  readonly articles: number
  readonly seed?: number
  /** ISO day on which they begin, and over how many days they spread. */
  readonly from?: string
  readonly days?: number
  /** Three to five sentences instead of some twenty. */
  readonly short?: boolean
}

interface State {
  readonly code: string
  readonly name: string
  readonly adjective: string
  readonly capital: string
}
interface Leader {
  readonly name: string
  readonly country: string
  readonly from: string
  readonly to: string
}
interface Act {
  readonly templates: ActTemplates
  readonly states: readonly State[]
  readonly day: number
}

const MILLISECONDS_A_DAY = 86_400_000
const OUTLETS = 120
const TELLERS = 4
const STATES = 60
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ")
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
)
const ZONES = ["Z", "+03:00", "-05:00", "+08:00"]

const rowsOf = (file: string): Record<string, string>[] => {
  const [head = "", ...lines] = readFileSync(join(ROOT, "data/actors", file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
  const names = head.split("\t")
  return lines.map((line) =>
    Object.fromEntries(line.split("\t").map((cell, at) => [names[at] ?? "", cell] as const)),
  )
}

const loadStates = (): State[] =>
  rowsOf("countries.tsv").flatMap(({ code = "", name = "", adjectives = "", capital = "" }) =>
    capital === "" || adjectives === ""
      ? []
      : [{ code, name, adjective: adjectives.split("|")[0]!, capital: capital.split("|")[0]! }],
  )

const loadLeaders = (): Leader[] =>
  rowsOf("people.tsv").flatMap(({ name = "", country = "", role = "", from = "", to = "" }) =>
    role === "president" || role === "prime minister" ? [{ name, country, from, to: to || "9999" }] : [],
  )

/** The states in an order that the seed settles, those with a known leader first: the first take part most. */
function chosenStates(random: () => number, leaders: readonly Leader[]): State[] {
  const led = new Set(leaders.map(({ country }) => country))
  return loadStates()
    .filter(({ code }) => led.has(code))
    .map((state) => ({ state, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, STATES)
    .map(({ state }) => state)
}

/** The same articles for the same options. Every fiftieth article is the text of another in a second paper. */
export function* proseArticles({
  articles,
  seed = 1,
  from = "2023-01-01",
  days = 365,
  short = false,
}: ProseOptions): Generator<Article> {
  const random = seeded(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const leaders = loadLeaders()
  const states = chosenStates(random, leaders)
  const start = Date.parse(`${from}T00:00:00Z`)
  const iso = (day: number): string => new Date(start + day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
  const someStates = (count: number): State[] => {
    const found = new Set<State>()
    while (found.size < count) found.add(states[Math.floor(random() ** 2 * states.length)]!)
    return [...found]
  }
  const newAct = (day: number): Act => {
    const templates = pick(ACTS)
    return { templates, states: someStates(templates.parties ?? 2), day }
  }
  let act = newAct(0)
  let left = 0
  let before: Article | undefined
  for (let number = 0; number < articles; number++) {
    if (left-- <= 0) {
      act = newAct(Math.floor((number / articles) * days))
      left = below(2 * TELLERS)
    }
    const outlet = below(OUTLETS)
    const publisher = { name: `Courier ${outlet}`, domain: `courier${outlet}.example` }
    // Late in the evening of the last day of a month as often as at noon.
    const hour = random() < 0.3 ? 23 : below(24)
    const published = `${iso(act.day + below(3))}T${String(hour).padStart(2, "0")}:${String(below(60)).padStart(2, "0")}:00${pick(ZONES)}`
    const id = `article-${number}`
    if (before !== undefined && number % 50 === 49) {
      yield { ...before, id, published, publisher }
      continue
    }
    const fill = filler({ act, published, pick, below, iso, leaders })
    const told = new Set<string>()
    const another = (list: readonly string[]): string => {
      const template = pick(list)
      if (told.has(template) && told.size < FILLERS.length) return another(FILLERS)
      told.add(template)
      return template
    }
    const some = (count: number, details: number): string[] =>
      Array.from({ length: count }, () => another(random() < details ? DETAILS : FILLERS))
    const opening = [pick(act.templates.leads), another(DETAILS), another(DETAILS)]
    const paragraphs = short
      ? [opening, some(below(3), 0.4)]
      : [
          opening,
          some(2 + below(4), 0.4),
          ...Array.from({ length: 1 + below(4) }, () => some(3 + below(3), 0.1)),
          [pick(RECAPS), ...some(1 + below(4), 0.2)],
        ]
    before = {
      id,
      title: fill(pick(act.templates.headlines)),
      text: paragraphs.map((sentences) => sentences.map(fill).join(" ")).join("\n\n"),
      published,
      publisher,
    }
    yield before
  }
}

interface Filling {
  readonly act: Act
  readonly published: string
  readonly pick: <T>(list: readonly T[]) => T
  readonly below: (limit: number) => number
  readonly iso: (day: number) => string
  readonly leaders: readonly Leader[]
}

/** What fills the names of a template for one article. */
function filler({ act, published, pick, below, iso, leaders }: Filling): (template: string) => string {
  const [a, b, c = a, d = a, e = a] = act.states as [State, State, State?, State?, State?]
  const day = iso(act.day)
  const leaderOf = ({ code, name }: State): string =>
    leaders.find((leader) => leader.country === code && leader.from <= day && day < leader.to)?.name ??
    `the president of ${name}`
  const spoken = (isoDay: string): string =>
    `${Number(isoDay.slice(8))} ${MONTHS[Number(isoDay.slice(5, 7)) - 1]}`
  const year = Number(published.slice(0, 4))
  const words: Readonly<Record<string, () => string>> = {
    ...{ A: () => a.name, B: () => b.name, C: () => c.name, D: () => d.name, E: () => e.name },
    ...{ adjA: () => a.adjective, cityA: () => a.capital, cityB: () => b.capital, cityC: () => c.capital },
    ...{ PA: () => leaderOf(a), PB: () => leaderOf(b) },
    weekday: () => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!,
    ...{ date: () => spoken(day), dayAhead: () => spoken(iso(act.day + 3 + below(9))) },
    month: () => pick(MONTHS),
    pastMonth: () => `${pick(MONTHS)} ${year - 1}`,
    pastYear: () => String(year - 1 - below(4)),
    ...{ few: () => String(2 + below(9)), count: () => String(20 + below(400)) },
  }
  return (template) => {
    const text = template.replace(/\{(\w+)\}/g, (whole, name: string) => words[name]?.() ?? whole)
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
}
