import type { Analysis } from "../../text/analysis.ts"
import { harmingVerb, harmOf, harmWord } from "./casualties.ts"
import { countedNoun, unitNoun } from "./counted-noun.ts"
import { formAt, isJoint, type Lexemes, NUMBER } from "./lexemes.ts"
import { measureUnit, timeUnit } from "./measures.ts"
import { readMoney } from "./money.ts"
import { type NumberReading, readNumber } from "./number-words.ts"
import type { QuantityRule } from "./place.ts"
import { childWhere, lemmaOf, relationOf, tagOf, tokenAt } from "./syntax.ts"

/** A bare number below this counts nothing that a reader would look up. */
const LEAST_BARE_COUNT = 10
const OLDEST_AGE = 120
const BETWEEN_NUMBER_AND_UNIT =
  /^(more|additional|further|consecutive|straight|full|whole|long|extra|solid|business|working|calendar|square|cubic|nautical|metric|successive)$/
const VOTE_REACH = 5
const MODIFIER_REACH = 6
const BEFORE_PARTICIPLE =
  /^(others?|more|people|persons?|were|was|are|is|have|has|had|been|being|be|reported|reportedly|confirmed|also|feared)$/
const BEFORE_COUNT =
  /^(at|least|most|more|than|about|around|some|over|nearly|almost|up|to|as|many|an|estimated|another|only|all|the|approximately|roughly|under|and|also|further|additional)$/
const isPersonWord = (word: string): boolean => /^(others?|people|persons?)$/.test(word)
const isPassive = (word: string): boolean =>
  /^(was|were|been|being|be|is|are|and|people|soldiers|of)$/.test(word)

/** The lexeme after "more", "square" and the like, and after a hyphen. */
function unitPlace(lexemes: Lexemes, end: number): number {
  const joined = isJoint(lexemes, end) ? end + 1 : end
  const word = BETWEEN_NUMBER_AND_UNIT.test(formAt(lexemes, joined)) ? joined + 1 : joined
  return isJoint(lexemes, word) ? word + 1 : word
}

/** Where the second number of "7 to 15 years" or "between 10 and 20 ships" ends, whose unit the first shares. */
function endOfRange(lexemes: Lexemes, number: NumberReading): number {
  const link = formAt(lexemes, number.end)
  if (link !== "to" && link !== "or" && link !== "and" && !isJoint(lexemes, number.end)) return number.end
  return readNumber(lexemes, number.end + 1)?.end ?? number.end
}

const money: QuantityRule = ({ lexemes, at, number }) => {
  const reading = readMoney(lexemes, at, number)
  return reading && { kind: "money", ...reading }
}

const share: QuantityRule = ({ lexemes, at, number }) => {
  const form = formAt(lexemes, number.end)
  const per = form === "per" && formAt(lexemes, number.end + 1) === "cent"
  const joint = isJoint(lexemes, number.end) ? formAt(lexemes, number.end + 1) : ""
  if (form !== "%" && form !== "percent" && !per && joint !== "percent") return undefined
  return {
    kind: "other",
    value: number.value,
    unit: "%",
    first: at,
    last: number.end + (per || joint !== "" ? 2 : 1),
  }
}

/** "five-day", "2 1/2 years", "two more weeks"; not "a 25-year-old man". */
const duration: QuantityRule = ({ lexemes, at, number }) => {
  const place = unitPlace(lexemes, endOfRange(lexemes, number))
  const unit = timeUnit(formAt(lexemes, place))
  if (unit === undefined || (unit === "second" && number.value === 1)) return undefined

  if (formAt(lexemes, place + 1) === "ago") return undefined
  return { kind: "duration", value: number.value, unit, first: at, last: place + 1 }
}

const measure: QuantityRule = ({ lexemes, at, number }) => {
  const place = unitPlace(lexemes, endOfRange(lexemes, number))
  const unit = measureUnit(formAt(lexemes, place))
  if (unit === undefined) return undefined
  return { kind: "other", value: number.value, unit, first: at, last: place + 1 }
}

/** "66 to 27", "17-5" where the sentence votes. */
const vote: QuantityRule = ({ lexemes, at, number }) => {
  const isLink = (form: string): boolean => /^(to|against|-|–)$/.test(form)
  const first = isLink(formAt(lexemes, number.end)) && readNumber(lexemes, number.end + 1) !== undefined
  const second = isLink(formAt(lexemes, at - 1)) && lexemes.kind[at - 2] === NUMBER
  const afterVotes = isLink(formAt(lexemes, at - 1)) && formAt(lexemes, at - 2) === "votes"
  if (!first && !second && !afterVotes) return undefined
  for (let near = at - VOTE_REACH; near <= number.end + VOTE_REACH; near++)
    if (/^(vote|votes|voted|voting)$/.test(formAt(lexemes, near)))
      return { kind: "count", value: number.value, unit: "vote", first: at, last: number.end }
  return undefined
}

/** "34 killed", "at least 20 were killed", "three others wounded": the participle after the number. */
const harmedAfter: QuantityRule = ({ lexemes, at, number }) => {
  let verb = number.end
  while (verb < number.end + MODIFIER_REACH && BEFORE_PARTICIPLE.test(formAt(lexemes, verb))) verb++
  const unit = harmWord(formAt(lexemes, verb))
  return unit === undefined
    ? undefined
    : {
        kind: "casualties",
        value: number.value,
        unit,
        first: at,
        last: verb === number.end || isPersonWord(formAt(lexemes, number.end)) ? number.end + 1 : number.end,
      }
}

/** "killing at least three", "wounded more than 70 others": the verb before the number, whatever qualifies the number between. */
const harmedBefore: QuantityRule = (place) => {
  const { lexemes, at } = place
  let verb = at - 1
  while (verb > at - MODIFIER_REACH && BEFORE_COUNT.test(formAt(lexemes, verb))) verb--
  const unit = harmingVerb(formAt(lexemes, verb))
  if (unit === undefined || isPassive(formAt(lexemes, verb - 1))) return undefined
  return {
    ...(counted(place) ?? { first: at, last: place.number.end }),
    kind: "casualties",
    value: place.number.value,
    unit,
  }
}

/** "eleven of the bills", "eight of them": a part of a number, counted in the noun that follows. */
const partOf: QuantityRule = ({ lexemes, analysis, at, number }) => {
  if (formAt(lexemes, number.end) !== "of" || number.value < 2) return undefined
  const whole = childWhere(analysis, tokenAt(analysis, lexemes.start[number.end - 1] ?? 0), (child) =>
    relationOf(analysis, child).startsWith("nmod"),
  )
  return {
    kind: "count",
    value: number.value,
    unit: whole < 0 ? null : unitNoun(analysis, whole),
    first: at,
    last: number.end,
  }
}

/** A number and the noun it counts, by the syntax; those killed or injured count as casualties. */
const counted: QuantityRule = ({ lexemes, analysis, at, number }) => {
  if (isJoint(lexemes, number.end) && readNumber(lexemes, number.end + 1) === undefined) return undefined
  const own = tokenAt(analysis, lexemes.start[number.end - 1] ?? 0)
  const range = endOfRange(lexemes, number)
  const token = range === number.end ? own : tokenAt(analysis, lexemes.start[range - 1] ?? 0)
  const noun = countedNoun(analysis, token)
  if (noun < 0) return undefined
  const unit = noun === token ? null : unitNoun(analysis, noun)
  const harm = harmOf(analysis, noun)
  const last = noun > token ? endLexeme(lexemes, number.end, analysis.end[noun] ?? 0) : number.end
  if (harm !== undefined) return { kind: "casualties", value: number.value, unit: harm, first: at, last }
  if (unit !== null && isNamedByNumber(analysis, noun, number)) return undefined
  if (unit !== null) return { kind: "count", value: number.value, unit, first: at, last }
  return isBareCount(lexemes, at, number)
    ? { kind: "count", value: number.value, unit: null, first: at, last: number.end }
    : undefined
}

const COLLECTIVE =
  /^(police|people|personnel|staff|cattle|infantry|cavalry|crew|aircraft|strong|force|military|media|others?|dead)$/

/** "a 6.3 magnitude quake", "the Falcon 9 rocket": digits before a singular noun are a name or a degree. */
const isNamedByNumber = (analysis: Analysis, noun: number, number: NumberReading): boolean =>
  !number.inWords &&
  number.value !== 1 &&
  /^NNP?$/.test(tagOf(analysis, noun)) &&
  !COLLECTIVE.test(lemmaOf(analysis, noun)) &&
  analysis.text[(analysis.end[noun] ?? 0) - 1] !== "s"

function endLexeme(lexemes: Lexemes, from: number, offset: number): number {
  let last = from
  while (last < lexemes.count && (lexemes.end[last] ?? 0) <= offset) last++
  return last
}

/** A number that stands alone and is no age between commas: "from 9,000 to 16,000". */
function isBareCount(lexemes: Lexemes, at: number, number: NumberReading): boolean {
  const between = formAt(lexemes, at - 1) === "," && formAt(lexemes, number.end) === ","
  const was = /^(was|is|aged|were|are|,)$/.test(formAt(lexemes, at - 1)) && number.value < OLDEST_AGE
  return number.value >= LEAST_BARE_COUNT && !between && !was && (!number.inWords || number.value >= 1000)
}

/** Tried in this order: a sign or a unit is surer than the syntax. */
export const NUMBER_RULES: readonly QuantityRule[] = [
  money,
  share,
  duration,
  measure,
  vote,
  harmedAfter,
  harmedBefore,
  partOf,
  counted,
]
