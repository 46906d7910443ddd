import type { DocumentView } from "./document-view.ts"
import { CAPITAL, hashText, LOWER, NUMBER, OTHER } from "./word-facts.ts"

/** Weights lie in a table of this many buckets; features are hashed into it. */
export const BUCKETS = 1 << 18
export const MAX_FEATURES = 64

const CONNECTORS = new Set(
  "of the and de del la las los le el al du des da do di von van der on upon sur en 's ’s - – & .".split(" "),
)
const NOTHING = hashText("<none>")

/** True for the tokens that may belong to a place's name: capitalised, a number before one, or a connecting word between two. */
export function isActive(view: DocumentView, at: number, first: number, last: number): boolean {
  const kind = view.shape[at] ?? OTHER
  if (kind !== LOWER && kind !== OTHER && kind !== NUMBER) return true
  if ((view.placeClass[at] ?? 0) > 0) return true
  if (kind === NUMBER) return at + 1 < last && isName(view, at + 1)
  if (!CONNECTORS.has(view.word[at] ?? "") || at === first || at + 1 >= last) return false
  if (isName(view, at - 1) && isName(view, at + 1)) return true
  const twoBefore = at - 1 > first && CONNECTORS.has(view.word[at - 1] ?? "") && isName(view, at - 2)
  const twoAfter = at + 2 < last && CONNECTORS.has(view.word[at + 1] ?? "") && isName(view, at + 2)
  return (twoBefore && isName(view, at + 1)) || (twoAfter && isName(view, at - 1))
}

const isName = (view: DocumentView, at: number): boolean => {
  const kind = view.shape[at] ?? OTHER
  return kind !== LOWER && kind !== OTHER && kind !== NUMBER
}

/** Writes the hashed features of a token into `out`; returns how many. `first` and `last` bound its sentence. */
export function tokenFeatures(
  view: DocumentView,
  at: number,
  first: number,
  last: number,
  out: Int32Array,
): number {
  let count = 0
  const { shape, word, placeClass, placeStep, placeLength, facts } = view
  const wordAt = (offset: number): number =>
    at + offset < first || at + offset >= last ? NOTHING : (facts[at + offset]?.hash ?? NOTHING)
  const shapeAt = (offset: number): number =>
    at + offset < first || at + offset >= last ? 7 : (shape[at + offset] ?? OTHER)
  const placeAt = (offset: number): number => {
    const there = at + offset
    if (there < first || there >= last) return 255
    const kind = placeClass[there] ?? 0
    return kind === 0
      ? 0
      : kind * 4 + Math.min(placeStep[there] ?? 0, 1) * 2 + Number((placeLength[there] ?? 0) > 1)
  }
  const factAt = (offset: number): number => {
    if (at + offset < first || at + offset >= last) return 99
    return facts[at + offset]?.usage ?? 0
  }
  const add = (template: number, a: number, b = 0, c = 0): void => {
    let mixed = Math.imul(template + 1, 0x9e3779b1) ^ a
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ b
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ c
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f)
    out[count++] = (mixed ^ (mixed >>> 15)) & (BUCKETS - 1)
  }
  const own = wordAt(0)
  const surface = word[at] ?? ""
  const kind = shapeAt(0)
  const place = placeAt(0)
  const fact = factAt(0)
  const opens = view.opens[at] ?? 0
  const headline = view.headline[at] ?? 0
  const elsewhere = view.elsewhere.get(surface) ?? 0
  add(0, own)
  add(1, wordAt(-1))
  add(2, wordAt(1))
  add(3, wordAt(-2))
  add(4, wordAt(2))
  add(5, wordAt(-1), own)
  add(6, own, wordAt(1))
  add(7, wordAt(-1), wordAt(-2))
  add(8, wordAt(1), wordAt(2))
  add(9, kind, opens, headline)
  add(10, shapeAt(-1), kind, shapeAt(1))
  add(11, hashText(surface.slice(-3)))
  add(12, hashText(surface.slice(-4)))
  add(13, hashText(surface.slice(0, 3)))
  add(14, place, placeLength[at] ?? 0)
  add(15, place, kind, opens)
  add(16, placeAt(-1), place, placeAt(1))
  add(17, place, fact, headline)
  add(18, place, wordAt(-1))
  add(19, place, wordAt(1))
  add(20, place, elsewhere, opens)
  add(21, fact, opens, kind)
  add(22, factAt(-1), fact, factAt(1))
  add(23, place, factAt(-1), shapeAt(-1))
  add(24, place, factAt(1), shapeAt(1))
  add(25, elsewhere, fact, place)
  add(26, place, shapeAt(-1), shapeAt(1))
  add(27, placeAt(1), wordAt(1))
  add(28, placeAt(-1), wordAt(-1))
  add(29, placeAt(2), wordAt(1), place)
  add(30, placeAt(-2), wordAt(-1), place)
  add(31, kind === CAPITAL ? lengthBucket(surface) : 0, place)
  add(32, wordAt(-1), place, opens)
  add(33, wordAt(-2), wordAt(-1), place)
  add(34, wordAt(1), wordAt(2), place)
  add(35, headline, place, fact)
  add(36, place, Math.min(at - first, 8), Number((view.analysis.sentence[at] ?? 0) < 2))
  add(37, wordAt(-3), place)
  add(38, wordAt(3), place)
  return count
}

const lengthBucket = (word: string): number => Math.min(word.length, 12)
