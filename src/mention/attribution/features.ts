import type { Attribution } from "../../record/index.ts"

/** Size of the hashed feature space of every attribution model, a power of two. */
export const BUCKETS = 1 << 17
const MOST_FEATURES = 512

/**
 * The features of one candidate, as hashed indices with values. A feature is a template number and up to three facts, all
 * integers, so that no string is built for it. One list is filled again and again: nothing is allocated for a candidate.
 */
export class FeatureList {
  readonly indices = new Int32Array(MOST_FEATURES)
  readonly values = new Float32Array(MOST_FEATURES)
  count = 0

  clear(): void {
    this.count = 0
  }

  /** Adds `size` numbers of `cells` from `from` on, each times `scale`; `rows` are their indices (vectorIndices). */
  addCells(rows: Int32Array, cells: Float32Array, from: number, scale: number): void {
    const size = Math.min(rows.length, MOST_FEATURES - this.count)
    for (let cell = 0; cell < size; cell += 1) {
      this.indices[this.count + cell] = rows[cell]!
      this.values[this.count + cell] = cells[from + cell]! * scale
    }
    this.count += size
  }

  add(template: number, first: number, second = 0, third = 0, value = 1): void {
    if (this.count === MOST_FEATURES) return
    this.indices[this.count] = hashFacts(template, first, second, third) & (BUCKETS - 1)
    this.values[this.count] = value
    this.count += 1
  }
}

/** Where the cells of a vector stand in the hashed space: one index for each, for a template and a kind of word. */
export const vectorIndices = (template: number, kind: number, dimension: number): Int32Array =>
  Int32Array.from({ length: dimension }, (_, cell) => hashFacts(template, cell, kind, 0) & (BUCKETS - 1))

/** Mixes integers into one: multiply and fold, as in MurmurHash3. */
export function hashFacts(template: number, first: number, second: number, third: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ first
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ second
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ third
  hash = Math.imul(hash ^ (hash >>> 16), 0x2c1b3c6d)
  return hash ^ (hash >>> 14)
}

/** A linear model over hashed features: int8 weights with one scale. */
export interface LinearModel {
  readonly weights: Int8Array
  readonly scale: number
}

/** The candidate's log-odds, up to the constant of its group. */
export function scoreOf({ weights, scale }: LinearModel, { indices, values, count }: FeatureList): number {
  let sum = 0
  for (let at = 0; at < count; at += 1) sum += weights[indices[at]!]! * values[at]!
  return sum * scale
}

/** Kinds of sources as the learned features number them. */
export const KIND_NUMBERS: Readonly<Record<Attribution["kind"], number>> = {
  media: 1,
  government: 2,
  person: 3,
  organization: 4,
  group: 5,
  unnamed: 6,
}
