import { classOfGap, ROOT_DISTANCE } from "./head-distance.ts"
import { type LabelChoice, labelChoice } from "./label-choice.ts"
import { COLUMN_BLOCK, type Layer, MatrixKernel, ROW_BLOCK, roundUp } from "./matrix-kernel.ts"
import type { SyntaxModel } from "./syntax-model.ts"
import { bestTree } from "./tree.ts"
import type { WordVectors } from "./vectors.ts"
import { EDGE, WordEncoder } from "./word-encoder.ts"

/** What the network says of the tokens of one batch: indices into the model's tags and relations, heads within the batch. */
export interface SyntaxOutput {
  readonly tag: Int32Array
  /** Index into the batch; -1 for a root. */
  readonly head: Int32Array
  readonly relation: Int32Array
}

/** Half-open range of one sentence's tokens in a batch. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** Where the parts of the joined output layer begin in its rows. */
interface Parts {
  readonly tag: number
  readonly dependent: number
  readonly head: number
  readonly relationDependent: number
  readonly relationHead: number
}

/** The tagger and parser: word types, convolution, gated recurrences, then tags, arcs and relations. */
export class SyntaxNetwork {
  private readonly kernel = new MatrixKernel()
  private readonly words: WordEncoder
  private readonly recurrences: readonly Layer[]
  private readonly joined: Layer
  private readonly bilinear: Layer
  private readonly relationLayer: Layer
  private readonly parts: Parts
  private readonly convolutionBiasAt: number
  private readonly small: Readonly<Record<string, Float32Array>>
  private rows = 0
  private inputAt = 0
  private readonly stateAt: number
  private readonly labels: LabelChoice
  private gatesAt = 0
  private joinedAt = 0
  private scratchAt = 0
  private headsAt = 0
  private arcsAt = 0
  private columnBiasAt = 0
  private readonly model: SyntaxModel

  constructor(model: SyntaxModel, vectors: WordVectors) {
    this.model = model
    this.words = new WordEncoder(this.kernel, model, vectors)
    this.recurrences = Array.from({ length: model.layers }, (_, at) =>
      this.layer(`layer${at}`, `layer${at}_bias`),
    )
    const parts = [
      ["tag", "tag_bias"],
      ["dependent", "dependent_bias"],
      ["head", "head_layer_bias"],
      ["relation_dependent", "relation_dependent_bias"],
      ["relation_head", undefined],
    ] as const
    const starts = this.join(parts)
    this.joined = starts.layer
    const [tag = 0, dependent = 0, head = 0, relationDependent = 0, relationHead = 0] = starts.at
    this.parts = { tag, dependent, head, relationDependent, relationHead }
    this.bilinear = this.layer("bilinear", undefined)
    this.relationLayer = this.layer("relation", "relation_bias")
    this.stateAt = this.kernel.allocate(model.hidden)
    this.labels = labelChoice(model)
    this.convolutionBiasAt = this.kernel.allocate(model.context)
    this.kernel.floats.set(model.tensor("convolution_bias").values, this.convolutionBiasAt)
    this.small = Object.fromEntries(
      ["root", "head_bias", "distance", "relation_root", "relation_distance"].map((name) => [
        name,
        model.tensor(name).values,
      ]),
    )
  }

  private layer(weights: string, bias: string | undefined): Layer {
    const { rows, columns, values } = this.model.tensor(weights)
    const biases = bias === undefined ? new Float32Array(rows) : this.model.tensor(bias).values
    return this.kernel.layer(values, biases, rows, columns)
  }

  /** Several layers over the same input as one, each beginning at a multiple of the kernel's block. */
  private join(parts: readonly (readonly [string, string | undefined])[]): {
    readonly layer: Layer
    readonly at: number[]
  } {
    const tensors = parts.map(([name]) => this.model.tensor(name))
    const columns = tensors[0]!.columns
    const at: number[] = []
    let total = 0
    for (const { rows } of tensors) {
      at.push(total)
      total += roundUp(rows, COLUMN_BLOCK)
    }
    const matrix = new Float32Array(total * columns)
    const bias = new Float32Array(total)
    tensors.forEach(({ values }, index) => {
      matrix.set(values, at[index]! * columns)
      const name = parts[index]![1]
      if (name !== undefined) bias.set(this.model.tensor(name).values, at[index]!)
    })
    return { layer: this.kernel.layer(matrix, bias, total, columns), at }
  }

  /** Makes room for batches of `count` tokens. */
  private reserve(count: number): void {
    if (count <= this.rows) return
    const { kernel, model } = this
    this.rows = roundUp(Math.max(count, 2 * this.rows), ROW_BLOCK)
    this.inputAt = kernel.allocate(this.rows * Math.max(roundUp(model.context, ROW_BLOCK), 2 * model.hidden))
    this.gatesAt = kernel.allocate(this.rows * this.recurrences[0]!.outer)
    this.joinedAt = kernel.allocate(this.rows * this.joined.outer)
    const inner = Math.max(model.arc, model.relation)
    this.scratchAt = kernel.allocate(2 * this.rows * roundUp(inner, COLUMN_BLOCK))
  }

  /** Tags and parses a batch of sentences; `ranges` are their tokens, in order and without gaps. */
  run(forms: readonly string[], ranges: readonly Range[]): SyntaxOutput {
    const count = forms.length
    const output = {
      tag: new Int32Array(count),
      head: new Int32Array(count),
      relation: new Int32Array(count),
    }
    if (count === 0) return output
    this.reserve(count)
    const types = new Int32Array(count)
    this.words.encode(forms, types)
    for (const range of ranges) this.convolve(types, range)
    this.recurrences.forEach((layer, depth) => {
      this.kernel.apply(layer, this.inputAt, this.gatesAt, count)
      for (const range of ranges) this.recur(range, depth)
    })
    this.kernel.apply(this.joined, this.inputAt, this.joinedAt, count)
    const open = this.isOpen(types)
    for (let token = 0; token < count; token += 1) output.tag[token] = this.bestTag(token, open[token]!)
    for (const range of ranges) this.attach(range, output.head)
    this.relate(output, open)
    return output
  }

  /** Writes the convolved, rectified vector of each token into the input rows. */
  private convolve(types: Int32Array, { first, last }: Range): void {
    const { kernel } = this
    const { kernel: window, context } = this.model
    const half = (window - 1) >> 1
    for (let token = first; token < last; token += 1) {
      const to = this.inputAt + token * context
      for (let position = 0; position < window; position += 1) {
        const other = token + position - half
        const type = other < first || other >= last ? EDGE : types[other]!
        const before = position === 0 ? this.convolutionBiasAt : to
        kernel.sum(before, this.words.addressOf(type) + position * context, to, context)
      }
      kernel.rectify(to, to, context)
    }
  }

  /** Runs one recurrent layer over a sentence, left to right and right to left, from its gates into the input rows. */
  private recur({ first, last }: Range, depth: number): void {
    const { hidden } = this.model
    const gateRow = this.recurrences[depth]!.outer
    const outputRow = 2 * hidden
    for (let side = 0; side < 2; side += 1) {
      const begin = side === 0 ? first : last - 1
      const step = side === 0 ? 1 : -1
      const pass = {
        hidden,
        gatesAt: this.gatesAt + begin * gateRow + side * hidden,
        gateStride: step * gateRow,
        outputAt: this.inputAt + begin * outputRow + side * hidden,
        outputStride: step * outputRow,
        count: last - first,
        residual: depth > 0,
      }
      this.kernel.recur(pass, this.stateAt)
    }
  }

  /** 1 for tokens that can only be content words, names or numbers, because their form is not attested. */
  private isOpen(types: Int32Array): Uint8Array {
    const open = new Uint8Array(types.length)
    for (let at = 0; at < types.length; at += 1) if (!this.words.mayBeFunctionWord(types[at]!)) open[at] = 1
    return open
  }

  private bestTag(token: number, open: number): number {
    const from = this.joinedAt + token * this.joined.outer + this.parts.tag
    return this.argmax(from, open === 1 ? this.labels.openTags : this.labels.tags)
  }

  /** The index, among `allowed`, of the largest score. */
  private argmax(from: number, allowed: readonly number[]): number {
    const { floats } = this.kernel
    let best = allowed[0]!
    for (const at of allowed) if (floats[from + at]! > floats[from + best]!) best = at
    return best
  }

  /** Chooses the heads of one sentence. */
  private attach({ first, last }: Range, head: Int32Array): void {
    const count = last - first
    const { arc } = this.model
    const columns = this.packHeads(first, count)
    const dependentsAt = this.scratchAt
    const mappedAt = this.scratchAt + this.rows * arc
    const dependentFrom = this.joinedAt + first * this.joined.outer + this.parts.dependent
    for (let row = 0; row < count; row += 1)
      this.kernel.rectify(dependentFrom + row * this.joined.outer, dependentsAt + row * arc, arc)
    this.kernel.apply(this.bilinear, dependentsAt, mappedAt, count)
    this.kernel.apply(columns, mappedAt, this.arcsAt, count)
    const { floats } = this.kernel
    const distance = this.small.distance!
    const scores = new Float32Array(count * (count + 1))
    for (let row = 0; row < count; row += 1) {
      const from = this.arcsAt + row * columns.outer
      const to = row * (count + 1)
      scores[to] = floats[from]! + distance[ROOT_DISTANCE]!
      for (let column = 1; column <= count; column += 1)
        scores[to + column] = floats[from + column]! + distance[classOfGap(column - row - 1)]!
    }
    const heads = bestTree(scores, count)
    for (let row = 0; row < count; row += 1)
      head[first + row] = heads[row]! === 0 ? -1 : first + heads[row]! - 1
  }

  /** Packs the head vectors of a sentence (the root first) as a layer, so that one product scores all arcs. */
  private packHeads(first: number, count: number): Layer {
    const { arc } = this.model
    const outer = roundUp(count + 1, COLUMN_BLOCK)
    this.reserveArcs(outer)
    const { floats } = this.kernel
    floats.fill(0, this.headsAt, this.headsAt + outer * arc)
    floats.fill(0, this.columnBiasAt, this.columnBiasAt + outer)
    for (let column = 0; column <= count; column += 1) this.packHead(first, column)
    return { weights: this.headsAt, bias: this.columnBiasAt, scales: undefined, inner: arc, outer }
  }

  private packHead(first: number, column: number): void {
    const { floats } = this.kernel
    const { arc } = this.model
    const bias = this.small.head_bias!
    const root = this.small.root!
    const from = this.joinedAt + (first + column - 1) * this.joined.outer + this.parts.head
    const lane = column % COLUMN_BLOCK
    const panel = this.headsAt + (column - lane) * arc + lane
    let sum = 0
    for (let cell = 0; cell < arc; cell += 1) {
      const value = column === 0 ? root[cell]! : Math.max(0, floats[from + cell]!)
      floats[panel + cell * COLUMN_BLOCK] = value
      sum += value * bias[cell]!
    }
    floats[this.columnBiasAt + column] = sum
  }

  private arcColumns = 0
  private reserveArcs(outer: number): void {
    if (outer <= this.arcColumns) return
    this.arcColumns = roundUp(Math.max(outer, 2 * this.arcColumns), COLUMN_BLOCK)
    this.headsAt = this.kernel.allocate(this.arcColumns * this.model.arc)
    this.columnBiasAt = this.kernel.allocate(this.arcColumns)
    this.arcsAt = this.kernel.allocate(this.arcColumns * this.arcColumns)
  }

  /** Names the relation of every token to the head it has. */
  private relate({ head, relation }: SyntaxOutput, open: Uint8Array): void {
    const { kernel, model, parts, joined } = this
    const size = model.relation
    const root = this.small.relation_root!
    const distance = this.small.relation_distance!
    const { floats } = kernel
    const hiddenAt = this.scratchAt
    for (let token = 0; token < head.length; token += 1) {
      const above = head[token]!
      const own = this.joinedAt + token * joined.outer + parts.relationDependent
      const over = this.joinedAt + above * joined.outer + parts.relationHead
      const gap = (above < 0 ? ROOT_DISTANCE : classOfGap(above - token)) * size
      for (let cell = 0; cell < size; cell += 1) {
        const value =
          floats[own + cell]! + distance[gap + cell]! + (above < 0 ? root[cell]! : floats[over + cell]!)
        floats[hiddenAt + token * size + cell] = Math.max(value, 0)
      }
    }
    kernel.apply(this.relationLayer, hiddenAt, this.gatesAt, head.length)
    this.chooseRelations(head, relation, open)
  }

  private chooseRelations(head: Int32Array, relation: Int32Array, open: Uint8Array): void {
    for (let token = 0; token < head.length; token += 1) {
      const from = this.gatesAt + token * this.relationLayer.outer
      if (head[token]! < 0) relation[token] = this.labels.root
      else
        relation[token] = this.argmax(
          from,
          open[token] === 1 ? this.labels.openRelations : this.labels.relations,
        )
    }
  }
}
