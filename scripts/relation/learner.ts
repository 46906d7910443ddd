import { seededRandom, shuffle } from "../training/random.ts"

/** One training pair: feature rows with values, the index of its label, and how much it counts. */
export interface Example {
  readonly rows: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly label: number
  readonly weight: number
}

export interface LinearOptions {
  readonly labels: number
  readonly rows: number
  readonly rounds: number
  readonly rate: number
  readonly penalty: number
  readonly seed: number
  /** Share of features dropped at random from a pair, so that no single word is leaned on. */
  readonly dropout: number
}

/** A multinomial logistic model: `weights[row * labels + label]`. */
export interface LinearModel {
  readonly labels: number
  readonly weights: Float32Array
}

/**
 * Trains multinomial logistic regression by AdaGrad with one step size a row (not a cell: 15 times fewer roots), averaging the
 * weights of the last third of the rounds.
 */
export function trainLinear(examples: readonly Example[], options: LinearOptions): LinearModel {
  const { labels, rows, rounds } = options
  const random = seededRandom(options.seed)
  const block = blockOf(rows, labels)
  const order = examples.map((_, at) => at)
  const averageFrom = Math.floor((rounds * 2) / 3)
  const errors = new Float64Array(labels)
  const kept = new Int32Array(Math.max(...examples.map((example) => example.rows.length)))
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    for (const at of order) {
      const example = examples[at] as Example
      let count = 0
      for (let index = 0; index < example.rows.length; index += 1)
        if (options.dropout === 0 || random() >= options.dropout) kept[count++] = index
      const scale = 1 / (1 - options.dropout)
      errors.fill(0)
      addScores(errors, block.weights, example.rows, example.values, kept, count, scale)
      softmax(errors)
      errors[example.label]! -= 1
      for (let label = 0; label < labels; label += 1) errors[label]! *= example.weight
      let squares = 0
      for (const error of errors) squares += error * error
      step(
        block,
        errors,
        squares,
        example.rows,
        example.values,
        kept,
        count,
        scale,
        options.rate,
        options.penalty * example.weight,
      )
    }
    if (round >= averageFrom) accumulate(block)
  }
  const averaged = rounds - averageFrom
  return { labels, weights: block.sum.map((value) => value / averaged) }
}

interface Block {
  readonly weights: Float32Array
  readonly sum: Float32Array
  /** Sum of squared gradients of each row, for its step size. */
  readonly squares: Float32Array
}

const blockOf = (rows: number, labels: number): Block => ({
  weights: new Float32Array(rows * labels),
  sum: new Float32Array(rows * labels),
  squares: new Float32Array(rows).fill(1e-3),
})

function addScores(
  scores: Float64Array,
  weights: Float32Array,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  kept: Int32Array,
  count: number,
  scale: number,
): void {
  const labels = scores.length
  for (let at = 0; at < count; at += 1) {
    const index = kept[at]!
    const value = values[index]! * scale
    if (value === 0) continue
    const from = rows[index]! * labels
    for (let label = 0; label < labels; label += 1) scores[label]! += value * weights[from + label]!
  }
}

function step(
  { weights, squares: rowSquares }: Block,
  errors: Float64Array,
  errorSquares: number,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  kept: Int32Array,
  count: number,
  scale: number,
  rate: number,
  penalty: number,
): void {
  const labels = errors.length
  for (let at = 0; at < count; at += 1) {
    const index = kept[at]!
    const value = values[index]! * scale
    if (value === 0) continue
    const row = rows[index]!
    rowSquares[row]! += value * value * errorSquares
    const size = rate / Math.sqrt(rowSquares[row]!)
    const from = row * labels
    for (let label = 0; label < labels; label += 1)
      weights[from + label]! -= size * (value * errors[label]! + penalty * weights[from + label]!)
  }
}

function accumulate({ weights, sum }: Block): void {
  for (let cell = 0; cell < sum.length; cell += 1) sum[cell]! += weights[cell]!
}

/** Probabilities of the labels for one pair. */
export function predictLinear(
  { labels, weights }: LinearModel,
  { rows, values }: Pick<Example, "rows" | "values">,
): Float64Array {
  const scores = new Float64Array(labels)
  for (let index = 0; index < rows.length; index += 1) {
    const from = rows[index]! * labels
    for (let label = 0; label < labels; label += 1) scores[label]! += values[index]! * weights[from + label]!
  }
  softmax(scores)
  return scores
}

export function softmax(scores: Float64Array): void {
  let best = -Infinity
  for (const score of scores) if (score > best) best = score
  let sum = 0
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp(scores[at]! - best)
    sum += scores[at]!
  }
  for (let at = 0; at < scores.length; at += 1) scores[at]! /= sum
}
