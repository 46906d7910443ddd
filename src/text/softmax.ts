import { DataError, type DataFiles } from "../codebook/data-files.ts"

/**
 * Multinomial logistic regression over hashed sparse features: P(class | features) ∝ exp(Σ w[feature, class]).
 * Weights are kept as int8 with one scale a class; the feature space is a power of two.
 */
export interface SoftmaxModel {
  readonly classes: readonly string[]
  /** Size of the hashed feature space, a power of two. */
  readonly buckets: number
  /** Row-major: bucket × class. */
  readonly weights: Int8Array
  readonly scales: Float32Array
}

/** A sparse example: hashed features, each with a value (1 for indicators). */
export interface Features {
  readonly indices: number[]
  readonly values: number[]
}

export const noFeatures = (): Features => ({ indices: [], values: [] })

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const SPACE = 32

function mixed(hash: number, text: string): number {
  let mix = hash
  for (let at = 0; at < text.length; at++) mix = Math.imul(mix ^ text.charCodeAt(at), FNV_PRIME)
  return mix
}

/** So that low bits are well spread. */
function finished(hash: number): number {
  let mix = hash ^ (hash >>> 15)
  mix = Math.imul(mix, 0x2c1b3c6d)
  return (mix ^ (mix >>> 13)) >>> 0
}

/** FNV-1a over UTF-16 code units, 32 bits, with a final mix. */
export const hashString = (text: string): number => finished(mixed(FNV_OFFSET, text))

/** What the parts of a feature's name may be; they stand in it as JavaScript writes them. */
export type NamePart = string | number | boolean

const further = (hash: number, part: NamePart): number =>
  mixed(Math.imul(hash ^ SPACE, FNV_PRIME), typeof part === "string" ? part : String(part))

export function addFeature(features: Features, name: string, buckets: number, value = 1): void {
  features.indices.push(hashString(name) & (buckets - 1))
  features.values.push(value)
}

/** Takes one feature. Its name is the parts with a space between them, which need not be joined for that. */
export type AddFeature = (
  name: string,
  value?: number,
  second?: NamePart,
  third?: NamePart,
  fourth?: NamePart,
) => void

/** The name that the parts of a feature make. */
export const featureName = (...parts: readonly (NamePart | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(" ")

/** Hashes what it is handed into `features`. */
export const hashingInto =
  ({ indices, values }: Features, buckets: number): AddFeature =>
  (name, value = 1, second, third, fourth) => {
    let hash = mixed(FNV_OFFSET, name)
    if (second !== undefined) {
      hash = further(hash, second)
      if (third !== undefined) {
        hash = further(hash, third)
        if (fourth !== undefined) hash = further(hash, fourth)
      }
    }
    indices.push(finished(hash) & (buckets - 1))
    values.push(value)
  }

/** Class probabilities, in the order of `model.classes`. */
export function predict(model: SoftmaxModel, features: Features): Float64Array {
  const { classes, weights, scales } = model
  return normalised(weightedSums(features, weights, classes.length, scales))
}

/** Of each class, the sum of its weights in the rows given, times its scale; sums run in the order of the rows. */
export function weightedSums(
  { indices, values }: Features,
  weights: Int8Array,
  width: number,
  scales: Float32Array,
): Float64Array {
  const scores = new Float64Array(width)
  const count = indices.length
  let label = 0
  // Four classes at a time, so that the sums stay in registers.
  for (; label + 4 <= width; label += 4) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let at = 0; at < count; at++) {
      const cell = indices[at]! * width + label
      const value = values[at]!
      a += weights[cell]! * value
      b += weights[cell + 1]! * value
      c += weights[cell + 2]! * value
      d += weights[cell + 3]! * value
    }
    scores[label] = a * scales[label]!
    scores[label + 1] = b * scales[label + 1]!
    scores[label + 2] = c * scales[label + 2]!
    scores[label + 3] = d * scales[label + 3]!
  }
  for (; label < width; label++) {
    let sum = 0
    for (let at = 0; at < count; at++) sum += weights[indices[at]! * width + label]! * values[at]!
    scores[label] = sum * scales[label]!
  }
  return scores
}

/** Turns scores into probabilities, in place. */
export function normalised(scores: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  let sum = 0
  for (let label = 0; label < scores.length; label++) {
    scores[label] = Math.exp(scores[label]! - highest)
    sum += scores[label]!
  }
  for (let label = 0; label < scores.length; label++) scores[label]! /= sum
  return scores
}

const MAGIC = "chancery-softmax 1"

/** Reads a model file: one line of JSON (magic, classes, buckets), the scales as float32, the weights as int8; little-endian. */
export const loadSoftmax = (data: DataFiles, path: string): SoftmaxModel =>
  parseSoftmax(data.bytes(path), path)

/** Reads a model from its bytes; `path` names it in messages. */
export function parseSoftmax(bytes: Uint8Array, path: string): SoftmaxModel {
  const newline = bytes.indexOf(10)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, newline))) as {
    magic: string
    classes: string[]
    buckets: number
  }
  if (header.magic !== MAGIC)
    throw new DataError(
      `data/${path}: expected a model that begins with "${MAGIC}", found "${header.magic}". Train it anew.`,
    )
  const width = header.classes.length
  const view = new DataView(bytes.buffer, bytes.byteOffset + newline + 1)
  const scales = new Float32Array(width)
  for (let label = 0; label < width; label++) scales[label] = view.getFloat32(label * 4, true)
  const begin = bytes.byteOffset + newline + 1 + width * 4
  const weights = new Int8Array(bytes.buffer, begin, header.buckets * width)
  return { classes: header.classes, buckets: header.buckets, weights, scales }
}

/** The bytes of a model file, from float weights (bucket × class). */
export function packSoftmax(classes: readonly string[], buckets: number, weights: Float32Array): Uint8Array {
  const width = classes.length
  const scales = new Float32Array(width)
  for (let at = 0; at < weights.length; at++)
    scales[at % width] = Math.max(scales[at % width]!, Math.abs(weights[at]!) / 127)
  const header = new TextEncoder().encode(`${JSON.stringify({ magic: MAGIC, classes, buckets })}\n`)
  const bytes = new Uint8Array(header.length + width * 4 + weights.length)
  bytes.set(header)
  const view = new DataView(bytes.buffer)
  scales.forEach((scale, label) => {
    view.setFloat32(header.length + label * 4, scale, true)
  })
  const begin = header.length + width * 4
  for (let at = 0; at < weights.length; at++) {
    const scale = scales[at % width]!
    bytes[begin + at] = scale === 0 ? 0 : Math.round(weights[at]! / scale) & 0xff
  }
  return bytes
}

/** Scores as shares of one: e to the power of each, over their sum. */
export function sharesOf(scores: readonly number[]): number[] {
  const most = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
