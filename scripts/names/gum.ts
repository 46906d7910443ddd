import type { PretokenisedSentence } from "../../src/text/analyse.ts"

/** An entity of GUM's annotation: token indices in the document, `last` exclusive. */
export interface GumEntity {
  readonly type: string
  readonly id: string
  readonly first: number
  readonly last: number
  /** Behind the last proper noun within the span that is not followed by another entity's words; -1 where none is. */
  readonly properEnd: number
  /** The Wikipedia page, where the annotators named one. */
  readonly identity: string | undefined
}

export interface AnnotatedDocument {
  readonly name: string
  readonly sentences: readonly PretokenisedSentence[]
  readonly entities: readonly GumEntity[]
}

interface Open {
  readonly type: string
  readonly id: string
  readonly identity: string | undefined
  readonly first: number
}

const OPENING = /^\((\d+)-([a-z]+)-/
const PIECE = /\([^()]+\)?|\d+(?:\[[^\]]*\])?\)/g
/** Fields of an opening bracket: id, type, status, and further ones; the seventh, if any, is the page. */
const IDENTITY_FIELD = 7

class DocumentDraft {
  readonly name: string
  readonly sentences: { forms: string[]; spaceAfter: boolean[] }[] = []
  readonly entities: GumEntity[] = []
  private readonly open: Open[] = []
  private readonly proper: boolean[] = []

  constructor(name: string) {
    this.name = name
  }

  beginSentence(): void {
    this.sentences.push({ forms: [], spaceAfter: [] })
  }

  addToken(cells: readonly string[]): void {
    const misc = cells[9] ?? ""
    const sentence = this.sentences.at(-1)
    if (sentence === undefined) return
    sentence.forms.push(cells[1] ?? "")
    sentence.spaceAfter.push(!misc.includes("SpaceAfter=No"))
    this.proper.push(cells[3] === "PROPN")
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1]
    if (entity !== undefined) this.readBrackets(entity, this.proper.length - 1)
  }

  private readBrackets(brackets: string, token: number): void {
    for (const [piece] of brackets.matchAll(PIECE)) {
      const opening = OPENING.exec(piece)
      if (opening !== null) {
        const fields = piece.slice(1).replace(/\)$/, "").split("-")
        const identity = fields.length > IDENTITY_FIELD ? fields.slice(IDENTITY_FIELD).join("-") : undefined
        this.open.push({ id: opening[1]!, type: opening[2]!, identity, first: token })
        if (piece.endsWith(")")) this.close(opening[1]!, token + 1)
      } else this.close(piece.replace(/\D.*$/, ""), token + 1)
    }
  }

  private close(id: string, last: number): void {
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const entity = this.open[at]!
      if (entity.id !== id) continue
      this.open.splice(at, 1)
      this.entities.push({ ...entity, last, properEnd: this.properEnd(entity.first, last) })
      return
    }
  }

  /** The end of the first run of proper nouns that reaches the span's end, or of its last such run. */
  private properEnd(first: number, last: number): number {
    for (let token = last - 1; token >= first; token -= 1) if (this.proper[token]) return token + 1
    return -1
  }
}

/** Reads the documents of a CoNLL-U file that carry GUM's entities. */
export function readGum(text: string): AnnotatedDocument[] {
  const drafts: DocumentDraft[] = []
  let inside = false
  for (const line of text.split("\n")) {
    if (line.startsWith("# newdoc id = ")) {
      inside = line.includes("GUM_")
      if (inside) drafts.push(new DocumentDraft(line.slice("# newdoc id = ".length)))
    } else if (!inside) continue
    else if (line.startsWith("# text = ")) drafts.at(-1)?.beginSentence()
    else if (/^\d+\t/.test(line)) drafts.at(-1)?.addToken(line.split("\t"))
  }
  return drafts.filter(({ entities }) => entities.length > 0)
}
