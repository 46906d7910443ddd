/** One token line of a CoNLL-U file. `head` is 1-based within the sentence, 0 for the root. */
export interface ConlluToken {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly head: number
  readonly deprel: string
  readonly spaceAfter: boolean
}

export interface ConlluSentence {
  /** The comment lines, "#" included. */
  readonly comments: readonly string[]
  readonly tokens: readonly ConlluToken[]
}

/** Reads CoNLL-U. Multiword ranges only decide where a space follows; empty nodes are left out. */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = []
  let comments: string[] = []
  let tokens: ConlluToken[] = []
  let range: { readonly last: number; readonly spaceAfter: boolean } | undefined
  for (const raw of `${text}\n\n`.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw
    if (line === "") {
      if (tokens.length > 0) sentences.push({ comments, tokens })
      else if (comments.length > 0) continue
      comments = []
      tokens = []
      range = undefined
    } else if (line.startsWith("#")) comments.push(line)
    else {
      const cells = line.split("\t")
      const [first, last] = (cells[0] ?? "").split("-")
      const spaceAfter = !(cells[9] ?? "").includes("SpaceAfter=No")
      if (last !== undefined) range = { last: Number(last), spaceAfter }
      else if (/^\d+$/u.test(first ?? ""))
        tokens.push(toToken(cells, spaceAfterOf(Number(first), spaceAfter, range)))
    }
  }
  return sentences
}

function spaceAfterOf(
  index: number,
  own: boolean,
  range: { readonly last: number; readonly spaceAfter: boolean } | undefined,
): boolean {
  if (range === undefined || index > range.last) return own
  return index === range.last && range.spaceAfter
}

const filled = (cell: string | undefined): string => (cell === undefined || cell === "" ? "_" : cell)

const toToken = (cells: readonly string[], spaceAfter: boolean): ConlluToken => ({
  form: filled(cells[1]),
  lemma: filled(cells[2]),
  upos: filled(cells[3]),
  xpos: filled(cells[4]),
  head: Number(cells[6] ?? 0) || 0,
  deprel: filled(cells[7]),
  spaceAfter,
})

/** Writes sentences as CoNLL-U, each closed by an empty line. */
export const writeConllu = (sentences: readonly ConlluSentence[]): string =>
  sentences
    .map(({ comments, tokens }) => {
      const rows = tokens.map((token, index) =>
        [
          index + 1,
          token.form,
          token.lemma,
          token.upos,
          token.xpos,
          "_",
          token.head,
          token.deprel,
          "_",
          token.spaceAfter ? "_" : "SpaceAfter=No",
        ].join("\t"),
      )
      return `${[...comments, ...rows].join("\n")}\n\n`
    })
    .join("")
