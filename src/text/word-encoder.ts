import type { Layer, MatrixKernel } from "./matrix-kernel.ts"
import type { SyntaxModel } from "./syntax-model.ts"
import type { WordVectors } from "./vectors.ts"
import { FEATURE_KINDS, plainForm, wordFeatures } from "./word-features.ts"

/** Word types kept; when the store is full it is emptied, which changes speed and nothing else. */
const CAPACITY = 8192
/** New types are encoded this many at a time. */
const GROUP = 64
/** The type that stands outside the sentence. */
export const EDGE = 0

/** Function words so rare that the treebank may lack them. */
const RARE_FUNCTION_WORDS = new Set(
  "amid amidst among amongst alongside atop barring circa concerning despite excluding lest notwithstanding pending regarding throughout toward towards unto upon versus via vis-a-vis whereas whereby wherein whilst whoever whomever whichever whosoever thou thee thy thine oneself".split(
    " ",
  ),
)

interface Table {
  readonly rows: ReadonlyMap<string, number>
  readonly values: Float32Array
}

function rowsOf(words: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < words.length; row += 1) rows.set(words[row]!, row)
  return rows
}

/**
 * Encodes word types without their context: summed feature embeddings, then what the type contributes to each position of
 * the convolution window. Each type is computed once and kept in the kernel's memory.
 */
export class WordEncoder {
  private readonly types = new Map<string, number>()
  private readonly pending: string[] = []
  /** 1 for types that the treebank has: only they may be function words. */
  private readonly attested = new Uint8Array(CAPACITY + 1)
  private readonly tables: readonly Table[]
  private readonly project: Layer
  private readonly convolution: Layer
  private readonly staticAt: number
  private readonly embeddedAt: number
  private readonly storeAt: number
  /** Floats a type takes up in the store: one vector of `context` for each window position. */
  readonly stride: number

  private readonly kernel: MatrixKernel
  private readonly model: SyntaxModel
  private readonly vectors: WordVectors

  constructor(kernel: MatrixKernel, model: SyntaxModel, vectors: WordVectors) {
    this.kernel = kernel
    this.model = model
    this.vectors = vectors
    this.tables = FEATURE_KINDS.map((kind) => ({
      rows: rowsOf(model.vocabulary[kind] ?? []),
      values: model.tensor(kind).values,
    }))
    const projection = model.tensor("static")
    const bias = model.tensor("static_bias").values
    this.project = kernel.layer(projection.values, bias, model.width, vectors.dimension)
    this.convolution = this.convolutionLayer()
    this.stride = this.convolution.outer
    this.staticAt = kernel.allocate(GROUP * this.project.inner)
    this.embeddedAt = kernel.allocate(GROUP * this.project.outer)
    this.storeAt = kernel.allocate((CAPACITY + GROUP) * this.stride)
    this.encodeEdge()
  }

  /** All window positions in one matrix: `kernel` blocks of `context` rows. */
  private convolutionLayer(): Layer {
    const { kernel: window, context, width } = this.model
    const matrix = new Float32Array(window * context * width)
    for (let at = 0; at < window; at += 1)
      matrix.set(this.model.tensor(`convolution${at}`).values, at * context * width)
    return this.kernel.layer(matrix, new Float32Array(window * context), window * context, width)
  }

  private encodeEdge(): void {
    this.kernel.floats.set(this.model.tensor("edge").values, this.embeddedAt)
    this.kernel.apply(this.convolution, this.embeddedAt, this.storeAt, 1)
  }

  private isAttested(form: string): boolean {
    const { word } = wordFeatures(form)
    return RARE_FUNCTION_WORDS.has(word) || (this.tables[0]!.rows.get(word) ?? 0) > 0
  }

  /** False for a type that neither the treebank nor the list of rare function words has. */
  mayBeFunctionWord(type: number): boolean {
    return this.attested[type] === 1
  }

  /** The address of a type's contributions in the kernel's memory. */
  addressOf(type: number): number {
    return this.storeAt + type * this.stride
  }

  /** Fills `types` with the type of each form; all are encoded on return. Fewer than CAPACITY forms at a time. */
  encode(forms: readonly string[], types: Int32Array): void {
    if (this.types.size + forms.length >= CAPACITY) this.types.clear()
    for (let at = 0; at < forms.length; at += 1) {
      const form = forms[at]!
      let type = this.types.get(form)
      if (type === undefined) {
        type = this.types.size + 1
        this.types.set(form, type)
        this.pending.push(form)
        this.attested[type] = Number(this.isAttested(form))
      }
      types[at] = type
    }
    const first = this.types.size + 1 - this.pending.length
    for (let at = 0; at < this.pending.length; at += GROUP)
      this.encodeGroup(this.pending.slice(at, at + GROUP), first + at)
    this.pending.length = 0
  }

  private encodeGroup(forms: readonly string[], first: number): void {
    const { kernel, vectors, project } = this
    const { dimension } = vectors
    forms.forEach((form, at) => {
      const row = vectors.index(plainForm(form))
      const to = this.staticAt + at * project.inner
      if (row < 0) kernel.floats.fill(0, to, to + dimension)
      else kernel.floats.set(vectors.values.subarray(row * dimension, (row + 1) * dimension), to)
    })
    kernel.apply(project, this.staticAt, this.embeddedAt, forms.length)
    forms.forEach((form, at) => {
      this.addFeatures(form, this.embeddedAt + at * project.outer)
    })
    kernel.apply(this.convolution, this.embeddedAt, this.addressOf(first), forms.length)
  }

  private addFeatures(form: string, to: number): void {
    const { floats } = this.kernel
    const { width } = this.model
    const features = wordFeatures(form)
    FEATURE_KINDS.forEach((kind, index) => {
      const { rows, values } = this.tables[index]!
      const from = (rows.get(features[kind]) ?? 0) * width
      for (let cell = 0; cell < width; cell += 1) floats[to + cell]! += values[from + cell]!
    })
    for (let cell = to; cell < to + width; cell += 1) if (floats[cell]! < 0) floats[cell] = 0
  }
}
