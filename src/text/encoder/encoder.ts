import { COLUMN_BLOCK, type Layer, MatrixKernel, ROW_BLOCK, roundUp } from "../matrix-kernel.ts"
import { expNegative, gelu } from "./nonlinear.ts"
import type { ByteTensor, Tensor, Tensors } from "./tensors.ts"

/** Shape of the network. */
export interface EncoderShape {
  readonly layers: number
  readonly heads: number
  readonly width: number
  /** Most pieces of a text. */
  readonly longest: number
}

/** Layer normalisation: scale and shift. */
interface Norm {
  readonly scale: Float32Array
  readonly shift: Float32Array
}
interface Block {
  readonly query: Layer
  /** Keys, then values. */
  readonly keyValue: Layer
  readonly output: Layer
  readonly attended: Norm
  readonly up: Layer
  readonly down: Layer
  readonly finished: Norm
}

/** BERT's. */
const EPSILON = 1e-12

/**
 * A transformer encoder in the manner of BERT (Devlin et al. 2019), run by the WebAssembly kernel with weights of one byte.
 * It keeps scratch memory: use one for each thread. The same text gives the same numbers on every machine.
 */
export class Encoder {
  readonly kernel = new MatrixKernel()
  private readonly words: ByteTensor
  private readonly positions: Float32Array
  private readonly first: Norm
  private readonly blocks: readonly Block[]
  private readonly shape: EncoderShape
  private readonly hiddenAt: number
  private readonly pickedAt: number
  private readonly queryAt: number
  private readonly keyValueAt: number
  private readonly contextAt: number
  private readonly wideAt: number
  private readonly headAt: number
  private readonly keysAt: number
  private readonly valuesAt: number
  private readonly scoresAt: number
  private readonly mixedAt: number
  private readonly zerosAt: number

  constructor(shape: EncoderShape, { of: tensor, bytesOf }: Pick<Tensors<unknown>, "of" | "bytesOf">) {
    this.shape = shape
    const { width, longest } = shape
    const { kernel } = this
    this.words = bytesOf("words")
    this.positions = tensor("positions").values
    this.first = norm(tensor, "embedded")
    const layer = (name: string): Layer => {
      const { values, rows, columns } = tensor(name)
      return kernel.layer(values, tensor(`${name}.bias`).values, rows, columns)
    }
    this.blocks = Array.from({ length: shape.layers }, (_, at) => ({
      query: layer(`${at}.query`),
      keyValue: layer(`${at}.keyvalue`),
      output: layer(`${at}.output`),
      attended: norm(tensor, `${at}.attended`),
      up: layer(`${at}.up`),
      down: layer(`${at}.down`),
      finished: norm(tensor, `${at}.finished`),
    }))
    const rows = roundUp(longest, COLUMN_BLOCK)
    const size = width / shape.heads
    const wide = this.blocks[0]?.up.outer ?? 0
    this.hiddenAt = kernel.allocate(rows * width)
    this.pickedAt = kernel.allocate(rows * width)
    this.queryAt = kernel.allocate(rows * width)
    this.keyValueAt = kernel.allocate(rows * 2 * width)
    this.contextAt = kernel.allocate(rows * width)
    this.wideAt = kernel.allocate(rows * wide)
    this.headAt = kernel.allocate(rows * size)
    this.keysAt = kernel.allocate(rows * size)
    this.valuesAt = kernel.allocate(rows * size)
    this.scoresAt = kernel.allocate(rows * rows)
    this.mixedAt = kernel.allocate(rows * size)
    this.zerosAt = kernel.allocate(rows)
  }

  /**
   * Encodes pieces (rows of the vocabulary, at most `longest`) and leaves one vector of `width` floats for each of the
   * `wanted` positions, in their order, from the returned address on; they stand until the next call.
   */
  encode(pieces: readonly number[], wanted: readonly number[]): number {
    this.embed(pieces)
    const count = pieces.length
    this.blocks.forEach((block, at) => {
      const isLast = at === this.blocks.length - 1
      const rows = isLast ? wanted.length : count
      if (isLast) this.pick(wanted)
      this.run(block, count, rows, isLast ? this.pickedAt : this.hiddenAt)
    })
    return this.pickedAt
  }

  private embed(pieces: readonly number[]): void {
    const { width } = this.shape
    const { floats } = this.kernel
    const { scales, cells } = this.words
    pieces.forEach((row, place) => {
      const from = row * width
      const scale = scales[row]!
      const at = this.hiddenAt + place * width
      for (let cell = 0; cell < width; cell += 1)
        floats[at + cell] = cells[from + cell]! * scale + this.positions[place * width + cell]!
    })
    this.normalise(this.hiddenAt, pieces.length, this.first)
  }

  /** Copies the wanted rows: the last layer computes no others. */
  private pick(wanted: readonly number[]): void {
    const { width } = this.shape
    const { floats } = this.kernel
    wanted.forEach((place, row) => {
      const from = this.hiddenAt + place * width
      floats.copyWithin(this.pickedAt + row * width, from, from + width)
    })
  }

  /** One layer over `rows` vectors at `at`, which attend to all `count` vectors of the text. */
  private run(block: Block, count: number, rows: number, at: number): void {
    const { kernel } = this
    kernel.apply(block.keyValue, this.hiddenAt, this.keyValueAt, count)
    kernel.apply(block.query, at, this.queryAt, rows)
    for (let head = 0; head < this.shape.heads; head += 1) this.attend(head, count, rows)
    kernel.apply(block.output, this.contextAt, this.queryAt, rows)
    this.add(this.queryAt, at, rows)
    this.normalise(at, rows, block.attended)
    kernel.apply(block.up, at, this.wideAt, rows)
    this.bend(this.wideAt, rows * block.up.outer)
    kernel.apply(block.down, this.wideAt, this.queryAt, rows)
    this.add(this.queryAt, at, rows)
    this.normalise(at, rows, block.finished)
  }

  /** Scaled dot-product attention of one head: context of each row, a mixture of all values. */
  private attend(head: number, count: number, rows: number): void {
    const { kernel } = this
    const { width, heads } = this.shape
    const size = width / heads
    const { floats } = kernel
    const columns = roundUp(count, COLUMN_BLOCK)
    const shift = head * size
    for (let row = 0; row < rows; row += 1) {
      const from = this.queryAt + row * width + shift
      floats.copyWithin(this.headAt + row * size, from, from + size)
    }
    this.packKeysAndValues(shift, count, columns, size)
    const blocks = roundUp(rows, ROW_BLOCK)
    kernel.product(this.headAt, this.keysAt, this.zerosAt, this.scoresAt, blocks, size, columns)
    this.weigh(rows, count, columns, 1 / Math.sqrt(size))
    kernel.product(this.scoresAt, this.valuesAt, this.zerosAt, this.mixedAt, blocks, columns, size)
    for (let row = 0; row < rows; row += 1) {
      const from = this.mixedAt + row * size
      floats.copyWithin(this.contextAt + row * width + shift, from, from + size)
    }
  }

  /** Keys in panels of positions, values in panels of cells, as the kernel's product takes them. */
  private packKeysAndValues(shift: number, count: number, columns: number, size: number): void {
    const { floats } = this.kernel
    const { width } = this.shape
    for (let place = 0; place < columns; place += 1) {
      const real = place < count
      const from = this.keyValueAt + place * 2 * width + shift
      const lane = place % COLUMN_BLOCK
      const panel = this.keysAt + (place - lane) * size + lane
      for (let cell = 0; cell < size; cell += 1) {
        floats[panel + cell * COLUMN_BLOCK] = real ? floats[from + cell]! : 0
        const column = cell % COLUMN_BLOCK
        floats[this.valuesAt + (cell - column) * columns + place * COLUMN_BLOCK + column] = real
          ? floats[from + width + cell]!
          : 0
      }
    }
  }

  /** Turns each row of scores into shares of one. */
  private weigh(rows: number, count: number, columns: number, scale: number): void {
    const { floats } = this.kernel
    for (let row = 0; row < rows; row += 1) {
      const at = this.scoresAt + row * columns
      let most = Number.NEGATIVE_INFINITY
      for (let place = at; place < at + count; place += 1) most = Math.max(most, floats[place]!)
      let total = 0
      for (let place = at; place < at + count; place += 1) {
        const share = expNegative((floats[place]! - most) * scale)
        floats[place] = share
        total += share
      }
      const part = 1 / total
      for (let place = at; place < at + count; place += 1) floats[place]! *= part
      floats.fill(0, at + count, at + columns)
    }
  }

  private add(from: number, to: number, rows: number): void {
    const { floats } = this.kernel
    const size = rows * this.shape.width
    for (let cell = 0; cell < size; cell += 1) floats[to + cell]! += floats[from + cell]!
  }

  private bend(at: number, size: number): void {
    const { floats } = this.kernel
    for (let cell = at; cell < at + size; cell += 1) floats[cell] = gelu(floats[cell]!)
  }

  private normalise(at: number, rows: number, { scale, shift }: Norm): void {
    const { floats } = this.kernel
    const { width } = this.shape
    for (let start = at; start < at + rows * width; start += width) {
      let sum = 0
      for (let cell = 0; cell < width; cell += 1) sum += floats[start + cell]!
      const mean = sum / width
      let squares = 0
      for (let cell = 0; cell < width; cell += 1) {
        const away = floats[start + cell]! - mean
        squares += away * away
      }
      const unit = 1 / Math.sqrt(squares / width + EPSILON)
      for (let cell = 0; cell < width; cell += 1)
        floats[start + cell] = (floats[start + cell]! - mean) * unit * scale[cell]! + shift[cell]!
    }
  }
}

const norm = (tensor: (name: string) => Tensor, name: string): Norm => ({
  scale: tensor(`${name}.scale`).values,
  shift: tensor(`${name}.shift`).values,
})
