import { lengthOf, PostingsReader } from "./postings.ts"
import type { Clause, Phrase } from "./query.ts"

/** What the index holds of one term in one segment. */
export interface TermPostings {
  readonly term: string
  readonly segment: number
  readonly postings: Uint8Array
}

/** Units that fit, with their scores by their number. */
export interface Matches {
  readonly numbers: Uint32Array
  readonly scores: Float32Array
}

type ByTerm = ReadonlyMap<string, readonly TermPostings[]>

/** Okapi BM25 with the usual constants: how soon a word that is repeated stops to count, and how much length weighs. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75
/** Where a word is in most units its rarity is almost nothing, yet it was asked for. */
const LEAST_RARITY = 0.01
const LENGTHS = Float32Array.from({ length: 256 }, (_, code) => lengthOf(code))

/** By number: how often a clause is met in a unit, and how long the unit is. */
class ClauseHits {
  readonly counts: Uint16Array
  readonly lengths: Uint8Array
  readonly numbers: number[] = []
  readonly #live: Uint8Array

  constructor(live: Uint8Array) {
    this.#live = live
    this.counts = new Uint16Array(live.length)
    this.lengths = new Uint8Array(live.length)
  }

  add(number: number, count: number, lengthCode: number): void {
    if (this.#live[number] !== 1) return
    if (this.counts[number] === 0) this.numbers.push(number)
    this.counts[number]! += count
    this.lengths[number] = lengthCode
  }
}

/**
 * Units in which every clause is met and none that says "not", scored by BM25 over the clauses. `live` tells by number which
 * units are there and pass the filter.
 */
export function matchClauses(
  clauses: readonly Clause[],
  postings: readonly TermPostings[],
  live: Uint8Array,
): Matches {
  const byTerm = new Map<string, TermPostings[]>()
  for (const entry of postings) {
    const own = byTerm.get(entry.term)
    if (own === undefined) byTerm.set(entry.term, [entry])
    else own.push(entry)
  }
  const scores = new Float32Array(live.length)
  const met = new Uint16Array(live.length)
  const left = live.slice()
  let units = 0
  for (const one of live) units += one
  const wanted = clauses.filter(({ not }) => !not)
  for (const { any } of clauses.filter(({ not }) => not))
    for (const number of hitsOf(any, byTerm, live).numbers) left[number] = 0
  wanted.forEach(({ any }, at) => {
    const hits = hitsOf(any, byTerm, live)
    scoreClause(hits, scores, units)
    for (const number of hits.numbers) if (met[number] === at) met[number] = at + 1
  })
  return { numbers: fitting(left, met, wanted.length), scores }
}

/** Units that are left and meet every clause. */
function fitting(left: Uint8Array, met: Uint16Array, wanted: number): Uint32Array {
  const numbers = new Uint32Array(left.length)
  let found = 0
  for (let number = 0; number < left.length; number++)
    if (left[number] === 1 && met[number] === wanted) numbers[found++] = number
  return numbers.subarray(0, found)
}

function scoreClause({ numbers, counts, lengths }: ClauseHits, scores: Float32Array, units: number): void {
  if (numbers.length === 0) return
  let mean = 0
  for (const number of numbers) mean += LENGTHS[lengths[number]!]! / numbers.length
  const rarity = Math.max(LEAST_RARITY, Math.log(1 + (units - numbers.length + 0.5) / (numbers.length + 0.5)))
  for (const number of numbers) {
    const count = counts[number]!
    const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * LENGTHS[lengths[number]!]!) / mean)
    scores[number]! += (rarity * count * (SATURATION + 1)) / (count + norm)
  }
}

function hitsOf(phrases: readonly Phrase[], byTerm: ByTerm, live: Uint8Array): ClauseHits {
  const hits = new ClauseHits(live)
  for (const phrase of phrases) addPhrase(phrase, byTerm, hits)
  return hits
}

/** A single word's units are known by its heads alone, several words' by their positions. */
function addPhrase({ terms, prefix }: Phrase, byTerm: ByTerm, hits: ClauseHits): void {
  const entries = terms.map((term, at) =>
    prefix && at === terms.length - 1
      ? [...byTerm].flatMap(([known, own]) => (known.startsWith(term) ? own : []))
      : (byTerm.get(term) ?? []),
  )
  if (entries.some((own) => own.length === 0)) return
  if (entries.length === 1) {
    for (const { postings } of entries[0]!) {
      const reader = new PostingsReader(postings)
      while (reader.next()) hits.add(reader.number, reader.count, reader.lengthCode)
    }
    return
  }
  for (const segment of new Set(entries[0]!.map((entry) => entry.segment)))
    addAdjacent(
      entries.map((own) => own.filter((entry) => entry.segment === segment)),
      hits,
    )
}

/** Where phrases could begin in a unit, by its number. */
type Starts = Map<number, { readonly starts: readonly number[]; readonly lengthCode: number }>

/** Units of one segment in which the words stand one after the other. */
function addAdjacent(words: readonly (readonly TermPostings[])[], hits: ClauseHits): void {
  if (words.some((own) => own.length === 0)) return
  if (words.every((own) => own.length === 1)) {
    addSideBySide(
      words.map((own) => new PostingsReader(own[0]!.postings)),
      hits,
    )
    return
  }
  // The rarest word leads.
  const sizes = words.map((own) => own.reduce((sum, { postings }) => sum + postings.length, 0))
  const order = words.map((_, at) => at).sort((a, b) => sizes[a]! - sizes[b]!)
  let found: Starts | undefined
  for (const at of order) found = narrowed(found, words[at]!, at)
  for (const [number, { starts, lengthCode }] of found ?? []) hits.add(number, starts.length, lengthCode)
}

/** Walks all words together and looks at positions only in units that hold each of them. */
function addSideBySide(readers: readonly PostingsReader[], hits: ClauseHits): void {
  if (!readers.every((reader) => reader.next())) return
  for (;;) {
    let furthest = 0
    for (const { number } of readers) if (number > furthest) furthest = number
    let together = true
    for (const reader of readers) {
      while (reader.number < furthest) if (!reader.next()) return
      together &&= reader.number === furthest
    }
    if (!together) continue
    const count = commonStarts(readers)
    if (count > 0) hits.add(furthest, count, readers[0]!.lengthCode)
    if (!readers[0]!.next()) return
  }
}

const COMMON: number[] = []
const OWN: number[] = []

/** At how many places of the units at which they are the words stand one after the other. */
function commonStarts(readers: readonly PostingsReader[]): number {
  let common = readers[0]!.startsInto(0, COMMON)
  for (let place = 1; place < readers.length && common > 0; place++) {
    const own = readers[place]!.startsInto(place, OWN)
    let kept = 0
    let at = 0
    for (let n = 0; n < common; n++) {
      const start = COMMON[n]!
      while (at < own && OWN[at]! < start) at++
      if (at < own && OWN[at] === start) COMMON[kept++] = start
    }
    common = kept
  }
  return common
}

/** Of the starts that the words so far allow, those at which this word stands `at` words further. */
function narrowed(found: Starts | undefined, entries: readonly TermPostings[], at: number): Starts {
  const next: Starts = new Map()
  for (const { postings } of entries) {
    const reader = new PostingsReader(postings)
    while (reader.next()) {
      const before = found?.get(reader.number)
      if (found !== undefined && before === undefined) continue
      const starts = reader
        .starts(at)
        .filter((start) => before === undefined || before.starts.includes(start))
      if (starts.length === 0) continue
      const known = next.get(reader.number)?.starts ?? []
      next.set(reader.number, { starts: [...known, ...starts], lengthCode: reader.lengthCode })
    }
  }
  return next
}
