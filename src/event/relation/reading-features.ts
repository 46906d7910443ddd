import type { FeatureSink } from "./features.ts"
import type { Matches } from "./matches.ts"
import { type Pair, within } from "./pair.ts"
import type { Reading } from "./reading.ts"
import { stanceOf } from "./stance.ts"
import { lowerLemma } from "./words.ts"

const REACH = 12

/** What the lexicon and the rules say, as features: the learner decides how far to believe them. */
export function addReadingFeatures(sink: FeatureSink, pair: Pair, reading: Reading, matches: Matches): void {
  const { act, stance = "-", negated, type = "-" } = reading
  const sign = negated ? "not" : ""
  sink.add("rule", type)
  sink.add("rule", act?.type ?? "-", stance, sign)
  if (act !== undefined) {
    sink.add("act", act.type)
    sink.add("act", act.type, act.mode ?? "-")
    sink.add("row", act.id)
    sink.add("row", act.id, stance, sign)
  }
  sink.add("stance", stance, sign)
  for (const { predicate, stance: own } of reading.steps) {
    if (predicate !== undefined) sink.add("step", predicate.type, "", "", predicate.confidence)
    if (own !== undefined) sink.add("stepS", own)
  }
  addNearby(sink, pair, matches)
}

/** Predicates among the words between the spans and just around them, whatever the parser made of the sentence. */
function addNearby(
  sink: FeatureSink,
  { analysis: a, actor, recipient, first, last }: Pair,
  matches: Matches,
): void {
  const spans = [actor, recipient].filter((range) => range !== null)
  const from = Math.max(first, Math.min(...spans.map((range) => range.first)) - REACH)
  const innerFrom = Math.min(...spans.map((range) => range.last))
  const innerTo = spans.length > 1 ? Math.max(...spans.map((range) => range.first)) : last
  const to = Math.min(last, Math.max(...spans.map((range) => range.last)) + REACH)
  let seen = ""
  for (let token = from; token < to; token += 1) {
    if (within(actor, token) || within(recipient, token)) continue
    const region = token < innerFrom ? "B" : token < innerTo ? "M" : "Z"
    const stance = stanceOf(lowerLemma(a, token))
    if (stance !== undefined) sink.add("nearS", region, stance)
    const predicate = matches(token)
    if (predicate === undefined) continue
    sink.add("near", region, predicate.type, "", predicate.confidence)
    if (seen !== "") sink.add("near2", seen, predicate.type)
    if (region === "M") seen = predicate.type
  }
}
