/** Longest word, in characters, that is cut into pieces; a longer one is unknown. */
const LONGEST_WORD = 100
const CONTINUES = "##"
/** Words whose pieces are remembered; when the store is full it is emptied, which changes speed and nothing else. */
const CAPACITY = 32_768

/** Cuts words into pieces of a fixed vocabulary. */
export interface WordPieces {
  /** The rows of a word's pieces; that of the unknown piece where it has none. */
  readonly of: (word: string) => readonly number[]
}

/**
 * WordPiece (Wu et al. 2016) as BERT's uncased models use it: lower case, no accents, each punctuation mark alone, then
 * the longest known piece first.
 */
export function wordPieces(vocabulary: readonly string[], unknown: number): WordPieces {
  const rows = new Map(vocabulary.map((piece, row) => [piece, row]))
  const known = new Map<string, readonly number[]>()

  function cut(part: string): readonly number[] {
    if (part.length > LONGEST_WORD) return [unknown]
    const found: number[] = []
    let start = 0
    while (start < part.length) {
      let end = part.length
      let row: number | undefined
      for (; end > start; end -= 1) {
        row = rows.get(`${start === 0 ? "" : CONTINUES}${part.slice(start, end)}`)
        if (row !== undefined) break
      }
      if (row === undefined) return [unknown]
      found.push(row)
      start = end
    }
    return found
  }

  const of = (word: string): readonly number[] => {
    const remembered = known.get(word)
    if (remembered !== undefined) return remembered
    const pieces = partsOf(word).flatMap(cut)
    const found = pieces.length === 0 ? [unknown] : pieces
    if (known.size >= CAPACITY) known.clear()
    known.set(word, found)
    return found
  }
  return { of }
}

const MARK = /\p{Mn}/gu
const UNSEEN = /\ufffd|(?![\t\n\r])\p{C}/gu
/** Punctuation and, as BERT has it, every ASCII symbol; ideographs stand alone too. */
const ALONE = /([\p{P}$+<=>^`|~]|\p{Script=Han})/gu

/** The parts of a word between blanks, each punctuation mark a part of its own. */
function partsOf(word: string): string[] {
  const plain = word.replace(UNSEEN, "").normalize("NFD").replace(MARK, "").toLowerCase()
  return plain
    .replace(ALONE, " $1 ")
    .split(/\s+/u)
    .filter((part) => part !== "")
}
