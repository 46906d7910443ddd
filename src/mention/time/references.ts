import { formAt, isJoint, type Lexemes, WORD } from "../quantity/lexemes.ts"
import { openDate, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { reference } from "./relative.ts"

/** After "the past" these show that it stands alone: "in the past, …", "the past is". */
const standsAlone = (lexemes: Lexemes, at: number): boolean =>
  lexemes.kind[at] !== WORD ||
  /^(and|is|was|has|have|by|to|that|when|for|but|or|as|with|it|he|she|they|we|of)$/.test(formAt(lexemes, at))

/** "future wars", "any future campaign"; not "the company's future earnings", which are its prospects. */
const isFutureThing = (lexemes: Lexemes, at: number): boolean =>
  lexemes.kind[at + 1] === WORD &&
  lexemes.capital[at + 1] === 0 &&
  !/^(s|its|their|his|her|our|your|my)$/.test(formAt(lexemes, at - 1))

/** "now", "currently", "recently", "previously", "soon", "the future". */
export const referenceWord: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "reference") return undefined
  const form = formAt(lexemes, at)
  if (form === "recently" && /^(as|most)$/.test(formAt(lexemes, at - 1))) return undefined
  if (form === "soon" && /^(as|too|how|so|very)$/.test(formAt(lexemes, at - 1))) return undefined
  if (form === "soon" && /^(after|afterwards|afterward|as|followed|became)$/.test(formAt(lexemes, at + 1)))
    return undefined
  if (form === "future")
    return (standsAlone(lexemes, at + 1) || isFutureThing(lexemes, at)) && lexemes.capital[at] === 0
      ? reference(at + 1, word.value)
      : undefined
  return form === "soon" ? aheadOnly(at + 1) : reference(at + 1, word.value)
}

/** "will soon begin"; in "it soon became clear" the word orders a story. */
const aheadOnly = (end: number): TimeReading => ({
  end,
  leftward: "none",
  resolve: (context) => (context.direction > 0 ? openDate("FUTURE_REF") : undefined),
})

/** "the past", "recent losses", "current conditions", "the latest": a word of relation without a unit. */
export const bareRelation: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "relation") return undefined
  const form = formAt(lexemes, at)
  if (form === "current") return reference(at + 1, "PRESENT_REF")
  if (form === "recent" && !isJoint(lexemes, at - 1)) return reference(at + 1, "PAST_REF")
  const definite = formAt(lexemes, at - 1) === "the"
  return form === "past" && definite && standsAlone(lexemes, at + 1)
    ? reference(at + 1, "PAST_REF")
    : undefined
}

const PHRASES: readonly (readonly [readonly string[], string])[] = [
  [["at", "present"], "PRESENT_REF"],
  [["the", "present"], "PRESENT_REF"],
  [["at", "the", "moment"], "PRESENT_REF"],
  [["right", "now"], "PRESENT_REF"],
  [["just", "now"], "PRESENT_REF"],
  [["these", "days"], "PRESENT_REF"],
  [["at", "that", "time"], "PAST_REF"],
  [["at", "the", "time"], "PAST_REF"],
  [["the", "near", "future"], "FUTURE_REF"],

  [["the", "near", "term"], "FUTURE_REF"],
  [["as", "soon", "as", "possible"], "FUTURE_REF"],
  [["in", "due", "course"], "FUTURE_REF"],
]

/** Fixed phrases for the present, the past and the future. */
export const referencePhrase: TimeRule = (lexemes, at) => {
  for (const [words, value] of PHRASES)
    if (words.every((word, index) => formAt(lexemes, at + index) === word)) {
      if (value === "PRESENT_REF" && words[0] === "the" && !standsAlone(lexemes, at + words.length)) continue
      if (words.at(-1) === "time" && formAt(lexemes, at + words.length) === "of") continue
      return reference(at + words.length, value)
    }
  return undefined
}

export const beginsPhrase = (form: string): boolean => PHRASE_STARTS.has(form)
const PHRASE_STARTS = new Set(PHRASES.map(([words]) => words[0] ?? ""))
