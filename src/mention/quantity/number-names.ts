import { formAt, isJoint, type Lexemes, WORD } from "./lexemes.ts"
import { timeUnit } from "./measures.ts"
import { isNumberWord, type NumberReading } from "./number-words.ts"
import type { Place } from "./place.ts"

const BEFORE_NUMBER_NAME =
  /^(group|club|committee|council|article|resolution|flight|section|chapter|no|number|route|highway|boeing|airbus|room|page|channel|radio|type|phase|level|class|area|unit|site|agenda|vision|formula|apollo|soyuz|windows|aged|age|sura|psalm|versus|beta|mark)$/

const isSlashed = (lexemes: Lexemes, at: number): boolean =>
  (formAt(lexemes, at) === "/" || formAt(lexemes, at) === ":") &&
  lexemes.glued[at] === 1 &&
  lexemes.glued[at + 1] === 1

/** "36 years old", "a 25-year-old". */
function isAge(lexemes: Lexemes, number: NumberReading): boolean {
  const unit = isJoint(lexemes, number.end) ? number.end + 1 : number.end
  if (timeUnit(formAt(lexemes, unit)) === undefined) return false
  return /^olds?$/.test(formAt(lexemes, isJoint(lexemes, unit + 1) ? unit + 2 : unit + 1))
}

/** "555-1234": three digits joined to four. */
const isTelephone = (lexemes: Lexemes, at: number): boolean =>
  (isJoint(lexemes, at + 1) &&
    /^\d{3}$/.test(formAt(lexemes, at)) &&
    /^\d{4}$/.test(formAt(lexemes, at + 2))) ||
  (isJoint(lexemes, at - 1) && /^\d{4}$/.test(formAt(lexemes, at)) && /^\d{3}$/.test(formAt(lexemes, at - 2)))

/** "G7", "B-52", "9/11", "Article 5", "Group of 20", "7:15", "#3": numbers that name. */
export function namesRatherThanCounts({ lexemes, at, number }: Place): boolean {
  const before = formAt(lexemes, at - 1)
  if (lexemes.glued[at] === 1 && (lexemes.kind[at - 1] === WORD || before === "#" || before === "+"))
    return true
  if (isJoint(lexemes, at - 1) && lexemes.kind[at - 2] === WORD && !isNumberWord(formAt(lexemes, at - 2)))
    return true
  if (isSlashed(lexemes, number.end) || isSlashed(lexemes, at - 1)) return true
  if (isTelephone(lexemes, at) || isAge(lexemes, number)) return true
  const noun = before === "of" || before === "." ? formAt(lexemes, at - 2) : before
  return (
    BEFORE_NUMBER_NAME.test(noun) &&
    !number.inWords &&
    (before !== "of" || /^(group|club|committee|council)$/.test(noun))
  )
}
