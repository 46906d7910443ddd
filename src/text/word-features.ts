import { isDigit, isLower, isUpper } from "./characters.ts"

/** Typographic quotes and dashes as the treebank writes them. */
const PLAIN = new Map<string, string>([
  ...Array.from("“”„", (char) => [char, '"'] as const),
  ...Array.from("‘’ʼ`", (char) => [char, "'"] as const),
  ...Array.from("–—−‐‑", (char) => [char, "-"] as const),
])
const TYPOGRAPHIC = /[“”„‘’ʼ`–—−‐‑]/gu
const SHAPE_LENGTH = 8

/** The form with typographic quotes and dashes replaced by plain ones. */
export const plainForm = (form: string): string =>
  form.replace(TYPOGRAPHIC, (char) => PLAIN.get(char) ?? char)

/** "Xx" for "Minsk", "XX" for "NATO", "X.X." for "U.S.", "d.d" for "3.56": runs of one kind are written once. */
export function shapeOf(form: string): string {
  let shape = ""
  let kinds = 0
  let last = ""
  for (const char of form) {
    const code = char.charCodeAt(0)
    const kind = isUpper(code) ? "X" : isLower(code) ? "x" : isDigit(code) ? "d" : char
    if (kind === last && !(kinds === 1 && kind === "X")) continue
    shape += kind
    kinds += 1
    last = kind
    if (kinds === SHAPE_LENGTH) break
  }
  return shape
}

/** The symbolic features of a word, by the name of their embedding table. */
export interface WordFeatures {
  readonly word: string
  readonly suffix3: string
  readonly suffix2: string
  readonly prefix3: string
  readonly shape: string
}

export const FEATURE_KINDS = ["word", "suffix3", "suffix2", "prefix3", "shape"] as const

/** What the network sees of a form besides its vector; scripts/train-syntax.py computes the same. */
export function wordFeatures(form: string): WordFeatures {
  const plain = plainForm(form)
  const word = plain.toLowerCase()
  return {
    word,
    suffix3: word.slice(-3),
    suffix2: word.slice(-2) + (word.length <= 2 ? "|" : ""),
    prefix3: word.slice(0, 3),
    shape: shapeOf(plain),
  }
}
