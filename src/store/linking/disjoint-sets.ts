/** Sets of whole numbers from 0 up to a size, each at first by itself; four bytes a number. */
export class DisjointSets {
  readonly size: number
  readonly #parent: Int32Array

  constructor(size: number) {
    this.size = size
    this.#parent = Int32Array.from({ length: size }, (_, number) => number)
  }

  /** The least number of the set in which a number is. */
  firstOf(number: number): number {
    const parent = this.#parent
    let at = number
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }

  areOne(a: number, b: number): boolean {
    return this.firstOf(a) === this.firstOf(b)
  }

  join(a: number, b: number): void {
    const left = this.firstOf(a)
    const right = this.firstOf(b)
    this.#parent[Math.max(left, right)] = Math.min(left, right)
  }
}
