import { formAt, isJoint, type Lexemes } from "../quantity/lexemes.ts"
import type { Leftward } from "./reading.ts"

/** Words that belong to the point they stand before: "early Tuesday", "mid-November", "the end of March". */
const BEFORE_POINT: readonly (readonly string[])[] = [
  ["early"],
  ["late"],
  ["earlier"],
  ["later"],
  ["mid"],
  ["middle"],
  ["sometime"],
  ["last"],
  ["next"],
  ["this"],
  ["early", "in"],
  ["late", "in"],
  ["earlier", "in"],
  ["later", "in"],
  ["end", "of"],
  ["beginning", "of"],
  ["start", "of"],
  ["middle", "of"],
  ["part", "of"],
  ["the"],
  ["as", "early", "as"],
  ["as", "late", "as"],
]
const BEFORE_DURATION: readonly (readonly string[])[] = [
  ["about"],
  ["around"],
  ["nearly"],
  ["almost"],
  ["roughly"],
  ["approximately"],
  ["more", "than"],
  ["less", "than"],
  ["fewer", "than"],
  ["at", "least"],
  ["at", "most"],
  ["over"],
  ["under"],
  ["up", "to"],
  ["only"],
  ["as", "much", "as"],
  ["as", "long", "as"],
  ["no", "more", "than"],
  ["the"],
  ["another"],
  ["an", "additional"],
  ["well", "over"],
  ["just", "over"],
  ["just", "under"],
  ["an", "estimated"],
]

function matchesBefore(lexemes: Lexemes, at: number, words: readonly string[]): boolean {
  const first = at - words.length
  return first >= 0 && words.every((word, index) => formAt(lexemes, first + index) === word)
}

/** The lexeme where an expression begins once the words before it that belong to it are taken in; never before `floor`. */
export function extendLeft(lexemes: Lexemes, at: number, leftward: Leftward, floor: number): number {
  if (leftward === "none") return at
  const phrases = leftward === "point" ? BEFORE_POINT : BEFORE_DURATION
  let begin = at
  for (;;) {
    const joint = isJoint(lexemes, begin - 1) && formAt(lexemes, begin - 2) === "mid" ? begin - 1 : begin
    const phrase = phrases.find((words) => matchesBefore(lexemes, joint, words))
    const next = phrase === undefined ? begin : joint - phrase.length
    if (next === begin || next < floor) return begin
    begin = next
  }
}
