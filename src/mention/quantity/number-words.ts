import { formAt, isJoint, type Lexemes, NUMBER } from "./lexemes.ts"

/** A number read from digits or words. `end` is the lexeme after it. */
export interface NumberReading {
  readonly value: number
  readonly end: number
  /** Written without digits: "two hundred". */
  readonly inWords: boolean
  /** "dozens", "hundreds of", "several": the value is a floor or a habit of speech. */
  readonly vague: boolean
}

const UNITS: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
]
const TENS: readonly string[] = [
  "",
  "",
  "twenty",
  "thirty",
  "forty",
  "fifty",
  "sixty",
  "seventy",
  "eighty",
  "ninety",
]

const BELOW_TWENTY = new Map(UNITS.map((word, value) => [word, value]))
const WHOLE_TENS = new Map(
  TENS.map((word, index) => [word, index * 10] as const).filter(([word]) => word !== ""),
)

/** Words that multiply what stands before them. */
export const SCALES = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["lakh", 1e5],
  ["crore", 1e7],
  ["milliard", 1e9],
])
/** Short forms of the scales, read only where glued to digits: "€2bn". */
const SHORT_SCALES = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["bn", 1e9],
  ["bln", 1e9],
  ["b", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
])
const FRACTION_SIGNS = new Map([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
])
/** "dozens of migrants": the plural stands for at least two. */
const PLURAL_SCALES = new Map([
  ["dozens", 24],
  ["scores", 40],
  ["hundreds", 200],
  ["thousands", 2000],
  ["millions", 2e6],
  ["billions", 2e9],
])

export const isNumberWord = (word: string): boolean =>
  BELOW_TWENTY.has(word) || WHOLE_TENS.has(word) || word === "hundred" || SCALES.has(word)

const isPlainNumber = (form: string): boolean => /^\d+(\.\d+)?$/.test(form)

/** Digits with what may follow them: "2 1/2", "2½". */
function readDigits(lexemes: Lexemes, at: number): { value: number; end: number } | undefined {
  if (lexemes.kind[at] !== NUMBER || !isPlainNumber(formAt(lexemes, at))) return undefined
  const value = Number(formAt(lexemes, at))
  const sign = FRACTION_SIGNS.get(formAt(lexemes, at + 1))
  if (sign !== undefined) return { value: value + sign, end: at + 2 }
  const slash = at + 2
  if (
    lexemes.kind[at + 1] === NUMBER &&
    formAt(lexemes, slash) === "/" &&
    lexemes.glued[slash] === 1 &&
    lexemes.kind[slash + 1] === NUMBER
  ) {
    const [top, bottom] = [Number(formAt(lexemes, at + 1)), Number(formAt(lexemes, slash + 1))]
    if (top < bottom && bottom <= 16) return { value: value + top / bottom, end: slash + 2 }
  }
  return { value, end: at + 1 }
}

/** A number below a hundred in words: "seven", "twenty-four", "twenty four". */
function readBelowHundred(lexemes: Lexemes, at: number): { value: number; end: number } | undefined {
  const small = BELOW_TWENTY.get(formAt(lexemes, at))
  if (small !== undefined) return { value: small, end: at + 1 }
  const tens = WHOLE_TENS.get(formAt(lexemes, at))
  if (tens === undefined) return undefined
  const next = isJoint(lexemes, at + 1) ? at + 2 : at + 1
  const unit = BELOW_TWENTY.get(formAt(lexemes, next))
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: tens + unit, end: next + 1 }
    : { value: tens, end: at + 1 }
}

/** Place of the next number word after an optional "and" or hyphen. */
function afterLink(lexemes: Lexemes, at: number): number {
  if (formAt(lexemes, at) === "and") return at + 1
  return isJoint(lexemes, at) ? at + 1 : at
}

/** A number below a thousand in words: "two hundred and fifty", "a hundred". */
function readBelowThousand(lexemes: Lexemes, at: number): { value: number; end: number } | undefined {
  const article = formAt(lexemes, at) === "a" && formAt(lexemes, at + 1) === "hundred"
  const first = article ? { value: 1, end: at + 1 } : readBelowHundred(lexemes, at)
  if (first === undefined) return undefined
  const hundred = isJoint(lexemes, first.end) ? first.end + 1 : first.end
  if (formAt(lexemes, hundred) !== "hundred" || first.value === 0) return first
  const rest = readBelowHundred(lexemes, afterLink(lexemes, hundred + 1))
  return rest === undefined
    ? { value: first.value * 100, end: hundred + 1 }
    : { value: first.value * 100 + rest.value, end: rest.end }
}

/** "half", "a half", "a quarter" after "and": what "two and a half" adds. */
function readFraction(lexemes: Lexemes, at: number): { value: number; end: number } | undefined {
  if (formAt(lexemes, at) !== "and") return undefined
  const word = formAt(lexemes, at + 1) === "a" || formAt(lexemes, at + 1) === "one" ? at + 2 : at + 1
  const value = { half: 0.5, quarter: 0.25, third: 1 / 3 }[formAt(lexemes, word)]
  return value === undefined ? undefined : { value, end: word + 1 }
}

/** A scale word after a number: "million", "-million". */
function scaleAfter(lexemes: Lexemes, at: number): { factor: number; end: number } | undefined {
  const word = isJoint(lexemes, at) ? at + 1 : at
  const factor = SCALES.get(formAt(lexemes, word))
  if (factor !== undefined) return { factor, end: word + 1 }
  const short =
    lexemes.glued[at] === 1 && lexemes.kind[at - 1] === NUMBER
      ? SHORT_SCALES.get(formAt(lexemes, at))
      : undefined
  return short === undefined ? undefined : { factor: short, end: at + 1 }
}

/** "hundred", "a thousand", "half a million", "two dozen": numbers that begin with a word of measure. */
function readMeasureWord(lexemes: Lexemes, at: number): NumberReading | undefined {
  const half = formAt(lexemes, at) === "half"
  const word = half || formAt(lexemes, at) === "a" ? at + 1 : at
  const article = half && formAt(lexemes, word) === "a" ? word + 1 : word
  const form = formAt(lexemes, article)
  if (form === "dozen") return { value: half ? 6 : 12, end: article + 1, inWords: true, vague: false }
  const scale = form === "hundred" ? 100 : SCALES.get(form)
  if (scale === undefined || (article === at && !half)) return undefined
  return { value: half ? scale / 2 : scale, end: article + 1, inWords: true, vague: false }
}

/** "dozens", "hundreds of thousands": the floor of what they say. */
function readPluralScale(lexemes: Lexemes, at: number): NumberReading | undefined {
  const value = PLURAL_SCALES.get(formAt(lexemes, at))
  if (value === undefined) return undefined
  const inner = formAt(lexemes, at + 1) === "of" ? PLURAL_SCALES.get(formAt(lexemes, at + 2)) : undefined
  return inner === undefined
    ? { value, end: at + 1, inWords: true, vague: true }
    : { value: value === 24 ? 12 * inner : (value * inner) / 2, end: at + 3, inWords: true, vague: true }
}

/** Groups by falling scale: "two million three hundred thousand" adds up; a fraction belongs to the scale after it. */
function readGroups(lexemes: Lexemes, at: number): NumberReading | undefined {
  let total = 0
  let end = at
  let ceiling = Number.POSITIVE_INFINITY
  let inWords = true
  for (let first = true; ; first = false) {
    const from = first ? end : afterLink(lexemes, end)
    const digits = readDigits(lexemes, from)
    const group = digits ?? readBelowThousand(lexemes, from)
    if (group === undefined || (!first && (digits !== undefined || group.value >= ceiling))) break
    if (digits !== undefined) inWords = false
    const fraction = readFraction(lexemes, group.end)
    const value = group.value + (fraction?.value ?? 0)
    const scale = scaleAfter(lexemes, fraction?.end ?? group.end)
    if ((scale?.factor ?? 1) >= ceiling) break
    total += value * (scale?.factor ?? 1)
    end = scale?.end ?? fraction?.end ?? group.end
    ceiling = scale?.factor ?? 1
    if (scale === undefined || fraction !== undefined) break
  }
  return end === at ? undefined : { value: total, end, inWords, vague: false }
}

/**
 * Reads the number that begins at a lexeme: digits with separators, number words up to trillions, "two and a half",
 * "2 1/2", "half a million", "two dozen", "hundreds of thousands". Undefined where none begins there.
 */
export function readNumber(lexemes: Lexemes, at: number): NumberReading | undefined {
  const plain = readMeasureWord(lexemes, at) ?? readPluralScale(lexemes, at) ?? readGroups(lexemes, at)
  if (plain === undefined) return undefined
  if (formAt(lexemes, plain.end) === "dozen" && !plain.vague)
    return { ...plain, value: plain.value * 12, end: plain.end + 1 }
  return plain
}
