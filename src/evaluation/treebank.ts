/** Shares of tokens, 0 to 1, whose tag, head, and head with relation are right; and the last two without punctuation. */
export interface TreebankScore {
  readonly tokens: number
  readonly upos: number
  readonly xpos: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
  readonly uasWords: number
  readonly lasWords: number
}

type Row = readonly string[]
const [FORM, LEMMA, UPOS, XPOS, HEAD, RELATION] = [1, 2, 3, 4, 6, 7]

/** The token rows of a CoNLL-U text, sentence ends kept as undefined; ranges and empty nodes are left out. */
function tokenRows(text: string): (Row | undefined)[] {
  const rows: (Row | undefined)[] = []
  for (const line of text.split(/\r?\n/u)) {
    if (line === "") {
      if (rows.at(-1) !== undefined) rows.push(undefined)
    } else if (/^\d+\t/u.test(line)) rows.push(line.split("\t"))
  }
  if (rows.at(-1) === undefined) rows.pop()
  return rows
}

/**
 * Compares two CoNLL-U texts over the same tokens. Relations count with their subtypes, as in the shared tasks' LAS with
 * subtypes. Throws where the tokens or sentence ends differ.
 */
export function scoreTreebank(gold: string, predicted: string): TreebankScore {
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, uasWords: 0, lasWords: 0 }
  const goldRows = tokenRows(gold)
  const predictedRows = tokenRows(predicted)
  let tokens = 0
  let words = 0
  goldRows.forEach((row, at) => {
    const other = predictedRows[at]
    if (row?.[FORM] !== other?.[FORM])
      throw new Error(
        `The two treebanks differ at row ${at + 1}: "${row?.[FORM] ?? "(sentence end)"}" and "${other?.[FORM] ?? "(sentence end)"}". Score pretokenised output.`,
      )
    if (row === undefined || other === undefined) return
    tokens += 1
    const head = row[HEAD] === other[HEAD]
    const labelled = head && row[RELATION] === other[RELATION]
    right.upos += Number(row[UPOS] === other[UPOS])
    right.xpos += Number(row[XPOS] === other[XPOS])
    right.lemma += Number(row[LEMMA] === other[LEMMA])
    right.uas += Number(head)
    right.las += Number(labelled)
    if (row[UPOS] === "PUNCT") return
    words += 1
    right.uasWords += Number(head)
    right.lasWords += Number(labelled)
  })
  const share = (count: number, of: number): number => (of === 0 ? 0 : count / of)
  return {
    tokens,
    upos: share(right.upos, tokens),
    xpos: share(right.xpos, tokens),
    lemma: share(right.lemma, tokens),
    uas: share(right.uas, tokens),
    las: share(right.las, tokens),
    uasWords: share(right.uasWords, words),
    lasWords: share(right.lasWords, words),
  }
}
