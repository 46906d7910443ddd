import { nameWords } from "../name/normalise.ts"
import type { Casing, Entry } from "./entries.ts"
import { TokenTrie } from "./token-trie.ts"

const LONGEST_ACRONYM = 7
const LETTERS = /\p{L}/u
const NONE = -1

/** How a name of the data must be written in a text to count. */
export function casingOf(name: string): Casing {
  const first = name[0] ?? ""
  if (name !== name.toUpperCase()) return first === first.toLowerCase() ? "any" : "capital"
  return name.length <= LONGEST_ACRONYM && LETTERS.test(name) ? "upper" : "capital"
}

/** Every name of the lexicon, looked up word by word. The namings of a node form a linked list over flat arrays. */
export class NameTable {
  readonly trie = new TokenTrie()
  private readonly first: number[] = []
  private readonly following: number[] = []
  private readonly entries: Entry[] = []
  private readonly casings: Casing[] = []

  /** Adds one name of an entry; a name without letters or digits is ignored. */
  add(name: string, entry: Entry, casing: Casing = casingOf(name)): void {
    this.addWords(nameWords(name), entry, casing)
  }

  /** Adds a name that is cut into normalised words already. */
  addWords(words: readonly string[], entry: Entry, casing: Casing): void {
    if (words.length === 0) return
    const node = this.trie.add(words)
    while (this.first.length <= node) this.first.push(NONE)
    let last = NONE
    for (let naming = this.first[node]!; naming !== NONE; naming = this.following[naming]!) {
      if (this.entries[naming] === entry) return
      last = naming
    }
    const naming = this.entries.length
    this.entries.push(entry)
    this.casings.push(casing)
    this.following.push(NONE)
    if (last === NONE) this.first[node] = naming
    else this.following[last] = naming
  }

  /** Lets a name name nothing any more. */
  forget(name: string): void {
    const words = nameWords(name)
    if (words.length === 0) return
    const node = this.trie.add(words)
    if (node < this.first.length) this.first[node] = NONE
  }

  /** The first naming that ends at a node of the trie, -1 where none does. */
  firstAt(node: number): number {
    return this.first[node] ?? NONE
  }

  /** The naming of the same name after this one, -1 at the end. */
  after(naming: number): number {
    return this.following[naming]!
  }

  entry(naming: number): Entry {
    return this.entries[naming]!
  }

  casing(naming: number): Casing {
    return this.casings[naming]!
  }

  /** The entries with exactly this name, whatever its case. */
  named(name: string): Entry[] {
    let node = 0
    for (const form of nameWords(name)) {
      node = this.trie.next(node, this.trie.word(form))
      if (node < 0) return []
    }
    const found: Entry[] = []
    for (let naming = this.firstAt(node); naming !== NONE; naming = this.after(naming))
      found.push(this.entry(naming))
    return found
  }
}
