import { type FeatureList, vectorIndices } from "../../mention/attribution/features.ts"
import type { Analysis } from "../../text/analysis.ts"
import { hashString } from "../../text/softmax.ts"
import type { EventScene } from "./event-scene.ts"

/** A word as a number. */
export const code = (word: string | undefined): number => (word === undefined ? 0 : hashString(word) | 0)
/** A count as one of seven. */
export const few = (count: number): number => (count < 4 ? count : count < 9 ? 4 : count < 20 ? 5 : 6)

const LONGEST_WAY = 7

/** The way through the tree from a teller's word up to what governs both, and down to the trigger. */
export function writeWay(
  features: FeatureList,
  { head, deprel, lemma }: Analysis,
  trigger: number,
  from: number,
  template: number,
  where: number,
): void {
  const up: number[] = []
  for (let at = from; at !== -1 && up.length < LONGEST_WAY; at = head[at]!) up.push(at)
  const down: number[] = []
  let meeting = -1
  for (let at = trigger; at !== -1 && down.length < LONGEST_WAY; at = head[at]!) {
    meeting = up.indexOf(at)
    if (meeting !== -1) break
    down.push(at)
  }
  if (meeting === -1) return
  const rise = up.slice(0, meeting).map((at) => deprel[at])
  const fall = down.map((at) => deprel[at])
  features.add(template, code(rise.join("<")), code(fall.join(">")))
  features.add(template + 1, code(rise.join("<")), code(fall.at(-1)), code(lemma[up[meeting]!]))
  features.add(template + 2, code(rise.join("<")), few(fall.length), where)
  features.add(template + 3, code(fall.at(-1)), code(lemma[up[meeting]!]), meeting)
}

const VECTOR_WEIGHT = 3
const VECTOR_TEMPLATE = 100
const knownRows = new Map<number, Int32Array>()

/** Writes the cells of the vector of the token's lemma, with weights of their own for each group. */
export function writeVector(
  features: FeatureList,
  { analysis, vectors }: EventScene,
  token: number,
  group: number,
): void {
  const row = vectors.index(analysis.lemma[token]!)
  if (row === -1) return
  let rows = knownRows.get(group)
  if (rows === undefined) {
    rows = vectorIndices(VECTOR_TEMPLATE + group, 0, vectors.dimension)
    knownRows.set(group, rows)
  }
  features.addCells(rows, vectors.values, row * vectors.dimension, VECTOR_WEIGHT)
}
