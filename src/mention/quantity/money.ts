import { CURRENCY_SIGNS, currencyCode, currencyOfNoun, isCurrencyNoun, SIGN_PREFIXES } from "./currencies.ts"
import { formAt, isJoint, type Lexemes, MARK, WORD } from "./lexemes.ts"
import { type NumberReading, readNumber, SCALES } from "./number-words.ts"

/** An amount of money: lexemes from `first` to `last` (exclusive), the full value, an ISO 4217 code or null. */
interface Money {
  readonly first: number
  readonly last: number
  readonly value: number
  readonly unit: string | null
}

const MAX_QUALIFIERS = 3

/** Where the currency sign or code before a number begins, and what it says. */
function currencyBefore(lexemes: Lexemes, at: number): { first: number; unit: string } | undefined {
  const form = formAt(lexemes, at - 1)
  const sign = lexemes.kind[at - 1] === MARK ? CURRENCY_SIGNS.get(form) : undefined
  if (sign !== undefined) {
    const stop = formAt(lexemes, at - 2) === "." && lexemes.glued[at - 1] === 1 ? at - 3 : at - 2
    const prefix = lexemes.glued[at - 1] === 1 ? SIGN_PREFIXES.get(formAt(lexemes, stop)) : undefined
    return prefix === undefined ? { first: at - 1, unit: sign } : { first: stop, unit: prefix }
  }
  const code = lexemes.kind[at - 1] === WORD ? codeAt(lexemes, at - 1) : undefined
  return code === undefined ? undefined : { first: at - 1, unit: code }
}

/** A code in capitals, or one of the wire's own short forms. */
function codeAt(lexemes: Lexemes, at: number): string | undefined {
  const form = formAt(lexemes, at)
  if (form.length < 3 || form.length > 4) return undefined
  const code = currencyCode(form)
  if (code === undefined) return undefined
  const written = lexemes.text.slice(lexemes.start[at], lexemes.end[at])
  return written === written.toUpperCase() || form.startsWith("dlr") ? code : undefined
}

/** The currency after a number: "million euros", "US dollars", "bn EUR", "€". */
function currencyAfter(lexemes: Lexemes, at: number): { last: number; unit: string | null } | undefined {
  const sign = CURRENCY_SIGNS.get(formAt(lexemes, at))
  if (sign !== undefined && lexemes.glued[at + 1] !== 1) return { last: at + 1, unit: sign }
  const from = isJoint(lexemes, at) ? at + 1 : at
  const code = lexemes.kind[from] === WORD ? codeAt(lexemes, from) : undefined
  if (code !== undefined) return { last: from + 1, unit: code }
  for (let noun = from; noun < from + MAX_QUALIFIERS && lexemes.kind[noun] === WORD; noun++) {
    const form = formAt(lexemes, noun)
    if (!isCurrencyNoun(form)) continue
    const sterling = formAt(lexemes, noun + 1) === "sterling"
    const unit = sterling ? "GBP" : currencyOfNoun(form, formAt(lexemes, noun - 1), formAt(lexemes, noun - 2))
    const qualified = noun - from
    if (unit === undefined || (qualified > 0 && !isQualifier(lexemes, from, noun, form))) return undefined
    return { last: sterling ? noun + 2 : noun + 1, unit }
  }
  return undefined
}

/** "three US dollars", not "two who lost dollars": the words between are the currency's own. */
function isQualifier(lexemes: Lexemes, from: number, noun: number, form: string): boolean {
  if (noun - from > 2) return false
  const plain = currencyOfNoun(form, "", "")
  const qualified = currencyOfNoun(form, formAt(lexemes, noun - 1), formAt(lexemes, noun - 2))
  return lexemes.capital[from] === 1 || qualified !== plain
}

/** "$3 to $14 billion", "between 3 and 14 million euros": the scale of the second holds for the first. */
function sharedScale(lexemes: Lexemes, number: NumberReading): number {
  const link = formAt(lexemes, number.end)
  if (link !== "to" && link !== "or" && link !== "and" && !isJoint(lexemes, number.end)) return 1
  const sign = CURRENCY_SIGNS.has(formAt(lexemes, number.end + 1)) ? number.end + 2 : number.end + 1
  const second = readNumber(lexemes, sign)
  if (second === undefined || second.value <= number.value) return 1
  const scale = SCALES.get(formAt(lexemes, second.end - 1))
  return scale !== undefined && number.value < scale && number.value < 1000 ? scale : 1
}

/** Reads money at a number; undefined where nothing around it is a currency. */
export function readMoney(lexemes: Lexemes, at: number, number: NumberReading): Money | undefined {
  const before = currencyBefore(lexemes, at)
  const after = currencyAfter(lexemes, number.end)
  const value = number.value * sharedScale(lexemes, number)
  if (before !== undefined)
    return { first: before.first, last: after?.last ?? number.end, value, unit: before.unit }
  return after === undefined ? undefined : { first: at, last: after.last, value, unit: after.unit }
}
