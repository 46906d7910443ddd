/**
 * The postings of one term in one segment as bytes. First the length of the heads in bytes, then a head for each unit: its
 * number as the difference from the last, how often the term stands there, a code of the unit's length in words, and how many
 * bytes its positions take; then the positions of all units, each as the difference from the last. All are variable-length
 * integers of seven bits a byte, the lowest first.
 */
export class PostingsWriter {
  units = 0
  #last = 0
  readonly #heads = new Bytes()
  readonly #positions = new Bytes()

  /** Units come in the order of their numbers. */
  add(number: number, positions: readonly number[], lengthCode: number): void {
    const before = this.#positions.length
    let last = 0
    for (const position of positions) {
      this.#positions.addInteger(position - last)
      last = position
    }
    this.#heads.addInteger(number - this.#last)
    this.#heads.addInteger(positions.length)
    this.#heads.addByte(lengthCode)
    this.#heads.addInteger(this.#positions.length - before)
    this.#last = number
    this.units++
  }

  bytes(): Uint8Array {
    const length = new Bytes()
    length.addInteger(this.#heads.length)
    return Buffer.concat([length.filled(), this.#heads.filled(), this.#positions.filled()])
  }
}

/** Bytes that grow: most terms are rare, so they begin small. */
class Bytes {
  length = 0
  #bytes = new Uint8Array(8)

  addByte(byte: number): void {
    if (this.length === this.#bytes.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.length++] = byte
  }

  addInteger(value: number): void {
    let rest = value
    while (rest > 127) {
      this.addByte((rest & 127) | 128)
      rest >>>= 7
    }
    this.addByte(rest)
  }

  filled(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
}

/** Eighths of a doubling: sixteen thousand words have the code 112. */
const STEPS = 8

/** The length of a unit in words, as one byte holds it. */
export const lengthCode = (words: number): number => Math.min(255, Math.round(Math.log2(words + 1) * STEPS))
export const lengthOf = (code: number): number => 2 ** (code / STEPS) - 1

/** Walks over the units of a term in the order of their numbers. */
export class PostingsReader {
  readonly #bytes: Uint8Array
  readonly #headsEnd: number
  #at = 0
  #positionsAt: number
  #positionBytes = 0
  number = 0
  count = 0
  lengthCode = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const heads = this.#integer()
    this.#headsEnd = this.#at + heads
    this.#positionsAt = this.#headsEnd
  }

  /** Goes to the next unit; false where there is none. */
  next(): boolean {
    if (this.#at >= this.#headsEnd) return false
    this.#positionsAt += this.#positionBytes
    this.number += this.#integer()
    this.count = this.#integer()
    this.lengthCode = this.#bytes[this.#at++]!
    this.#positionBytes = this.#integer()
    return true
  }

  /** Where in the unit, in words from 0, something begins whose word at this place is the term. */
  starts(place: number): number[] {
    const into: number[] = []
    const count = this.startsInto(place, into)
    return into.slice(0, count)
  }

  /** The same into a list that is used again and again; gives how many there are. */
  startsInto(place: number, into: number[]): number {
    const bytes = this.#bytes
    let at = this.#positionsAt
    let found = 0
    let last = 0
    for (let left = this.count; left > 0; left--) {
      let byte = bytes[at++]!
      let step = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        step |= (byte & 127) << shift
      }
      last += step
      if (last >= place) into[found++] = last - place
    }
    return found
  }

  #integer(): number {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = this.#bytes[this.#at++]!
      value |= (byte & 127) << shift
      if (byte < 128) return value
      shift += 7
    }
  }
}
