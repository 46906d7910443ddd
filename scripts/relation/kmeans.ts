import { seededRandom } from "../training/random.ts"

/** Spherical k-means over the first `rows` unit vectors; returns `k` unit centres row after row. Seeded, fixed rounds. */
export function wordCentres(
  values: Float32Array,
  dimension: number,
  rows: number,
  k: number,
  rounds: number,
  seed: number,
): Float32Array {
  const random = seededRandom(seed)
  const centres = new Float32Array(k * dimension)
  for (let centre = 0; centre < k; centre += 1) {
    const row = Math.floor(random() * rows)
    centres.set(values.subarray(row * dimension, (row + 1) * dimension), centre * dimension)
  }
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Float32Array(k * dimension)
    for (let row = 0; row < rows; row += 1) {
      const centre = nearest(values, row, centres, k, dimension)
      for (let at = 0; at < dimension; at += 1)
        sums[centre * dimension + at]! += values[row * dimension + at]!
    }
    for (let centre = 0; centre < k; centre += 1) {
      let norm = 0
      for (let at = 0; at < dimension; at += 1) norm += sums[centre * dimension + at]! ** 2
      if (norm === 0) continue
      for (let at = 0; at < dimension; at += 1)
        centres[centre * dimension + at] = sums[centre * dimension + at]! / Math.sqrt(norm)
    }
  }
  return centres
}

function nearest(
  values: Float32Array,
  row: number,
  centres: Float32Array,
  k: number,
  dimension: number,
): number {
  let best = 0
  let bestScore = -Infinity
  for (let centre = 0; centre < k; centre += 1) {
    let score = 0
    for (let at = 0; at < dimension; at += 1)
      score += values[row * dimension + at]! * centres[centre * dimension + at]!
    if (score > bestScore) {
      best = centre
      bestScore = score
    }
  }
  return best
}
