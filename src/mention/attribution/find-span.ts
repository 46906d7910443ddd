import { sharesOf } from "../../text/softmax.ts"
import { writeBegin, writeNone } from "./begin-features.ts"
import { writeEnd } from "./end-features.ts"
import { type FeatureList, type LinearModel, scoreOf } from "./features.ts"
import { grownRoots } from "./position-facts.ts"
import { endsFrom, mayBegin, type Scene, type TokenRange } from "./scene.ts"

/** Where spans of one role begin and where they end. */
export interface SpanModel {
  readonly begin: LinearModel
  readonly end: LinearModel
}

export interface FoundSpan extends TokenRange {
  /** Probability of the span among all candidates. */
  readonly probability: number
}

/** Beginnings that are followed up to their best end. */
const BEAM = 4
/** A beginning this much less probable than the best one is not followed. */
const LEAST_SHARE = 0.04

/**
 * The best span of a scene: first how probable each beginning is, with "none" among them where allowed, then for the best
 * few how probable each end is. Null where "none" wins or no token may begin the span.
 */
export function findSpan(
  scene: Scene,
  model: SpanModel,
  features: FeatureList,
  allowNone: boolean,
): FoundSpan | null {
  const begins = scene.begins.filter((token) => mayBegin(scene, token))
  const scores = begins.map((token) => {
    writeBegin(features, scene, token)
    return scoreOf(model.begin, features)
  })
  if (allowNone) {
    writeNone(features, scene)
    scores.push(scoreOf(model.begin, features))
  }
  const chances = sharesOf(scores)
  const none = allowNone ? chances.pop()! : 0
  const present = chances.reduce((sum, chance) => sum + chance, 0)
  if (allowNone && none > present) return null
  const order = best(chances, BEAM)
  let found: FoundSpan | null = null
  const least = (chances[order[0] ?? 0] ?? 0) * LEAST_SHARE
  for (const at of order) {
    // No end makes a span more probable than its beginning is.
    if (chances[at]! < least || (found !== null && found.probability >= chances[at]!)) break
    const end = bestEnd(scene, model, features, begins[at]!)
    if (end === null) continue
    const probability = chances[at]! * end.probability
    if (found === null || probability > found.probability)
      found = { first: begins[at]!, last: end.token + 1, probability }
  }
  return found
}

function bestEnd(scene: Scene, model: SpanModel, features: FeatureList, begin: number) {
  const ends = endsFrom(scene, begin)
  if (ends.length === 0) return null
  const scores = scoreEnds(scene, begin, ends, (roots, end) => {
    writeEnd(features, scene, begin, end, roots)
    return scoreOf(model.end, features)
  })
  const chances = sharesOf(scores)
  const [at = 0] = best(chances, 1)
  return { token: ends[at]!, probability: chances[at]! }
}

/** Walks the ends from left to right, keeping count of how many tokens hang from outside the span. */
export function scoreEnds<T>(
  scene: Scene,
  begin: number,
  ends: readonly number[],
  visit: (roots: number, end: number) => T,
): T[] {
  const visited: T[] = []
  let roots = 0
  let at = begin
  for (const end of ends) {
    for (; at <= end; at += 1) roots = grownRoots(scene, begin, at, roots)
    visited.push(visit(roots, end))
  }
  return visited
}

/** Indices of the highest values, highest first. */
function best(values: readonly number[], count: number): number[] {
  const found: number[] = []
  for (let taken = 0; taken < Math.min(count, values.length); taken += 1) {
    let most = -1
    for (let at = 0; at < values.length; at += 1)
      if (!found.includes(at) && (most === -1 || values[at]! > values[most]!)) most = at
    found.push(most)
  }
  return found
}
