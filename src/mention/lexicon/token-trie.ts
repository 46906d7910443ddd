const EMPTY = -1
const FIRST_CAPACITY = 1 << 18
const HIGHEST_LOAD = 0.6

/**
 * A trie over word numbers in flat arrays: every node is a number, its edges lie in one open-addressed hash table.
 * Words are numbered as they are added; a word that no name holds has no number.
 */
export class TokenTrie {
  private readonly words = new Map<string, number>()
  private nodes = new Int32Array(FIRST_CAPACITY).fill(EMPTY)
  private edges = new Int32Array(FIRST_CAPACITY)
  private targets = new Int32Array(FIRST_CAPACITY)
  private edgeCount = 0
  private nodeCount = 1

  /** The number of a normalised word, -1 where no name holds it. */
  word(form: string): number {
    return this.words.get(form) ?? EMPTY
  }

  /** Follows one word from a node (0 is the root); -1 where nothing follows. */
  next(node: number, word: number): number {
    if (word < 0) return EMPTY
    const slot = this.slot(node, word)
    return this.nodes[slot] === EMPTY ? EMPTY : this.targets[slot]!
  }

  /** Adds a name and returns its last node. */
  add(words: readonly string[]): number {
    let node = 0
    for (const form of words) node = this.follow(node, this.number(form))
    return node
  }

  private number(form: string): number {
    const known = this.words.get(form)
    if (known !== undefined) return known
    this.words.set(form, this.words.size)
    return this.words.size - 1
  }

  private follow(node: number, word: number): number {
    const slot = this.slot(node, word)
    if (this.nodes[slot] !== EMPTY) return this.targets[slot]!
    const target = this.nodeCount
    this.nodeCount += 1
    this.edgeCount += 1
    this.nodes[slot] = node
    this.edges[slot] = word
    this.targets[slot] = target
    if (this.edgeCount > HIGHEST_LOAD * this.nodes.length) this.grow()
    return target
  }

  private slot(node: number, word: number): number {
    const mask = this.nodes.length - 1
    let slot = hash(node, word) & mask
    while (this.nodes[slot] !== EMPTY && (this.nodes[slot] !== node || this.edges[slot] !== word))
      slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { nodes, edges, targets } = this
    this.nodes = new Int32Array(nodes.length * 2).fill(EMPTY)
    this.edges = new Int32Array(nodes.length * 2)
    this.targets = new Int32Array(nodes.length * 2)
    for (let at = 0; at < nodes.length; at += 1) {
      if (nodes[at] === EMPTY) continue
      const slot = this.slot(nodes[at]!, edges[at]!)
      this.nodes[slot] = nodes[at]!
      this.edges[slot] = edges[at]!
      this.targets[slot] = targets[at]!
    }
  }
}

function hash(node: number, word: number): number {
  let mixed = Math.imul(node ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
