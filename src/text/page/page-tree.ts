import { type QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2"
import { impliedEnds, isBlock, isVoid } from "./tags.ts"

/** What is kept of a tag: what tells structure, visibility and metadata. */
const KEPT = new Set(
  "class id role style hidden aria-hidden itemprop datetime content name property rel href lang pubdate".split(
    " ",
  ),
)

export interface PageElement {
  /** Place in document order: every child's is larger than its parent's. */
  readonly index: number
  readonly tag: string
  readonly parent: PageElement | undefined
  readonly children: (PageElement | string)[]
  readonly attributes: ReadonlyMap<string, string>
  /** Class and id in lower case, by which templates tell what a part is for. */
  readonly hints: string
}

/** A page as a tree. `elements` lists all of them in document order, the root first. */
export interface PageTree {
  readonly root: PageElement
  readonly elements: readonly PageElement[]
}

/** Deeper elements are taken as part of the one at this depth: no article lies so deep, and hostile pages nest without end. */
const DEEPEST = 200
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** Builds the tree from the tokenizer's calls; its offsets index the markup. */
class TreeBuilder implements TokenizerCallbacks {
  readonly elements: PageElement[] = []
  private readonly open: PageElement[] = []
  private surplus = 0
  private tag = ""
  private name = ""
  private value = ""
  private attributes: Map<string, string> | undefined

  private readonly markup: string

  constructor(markup: string) {
    this.markup = markup
    this.push("html")
  }

  private push(tag: string, attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES): void {
    const parent = this.open.at(-1)
    const [classes, id] = [attributes.get("class"), attributes.get("id")]
    const hints = classes === undefined ? (id ?? "") : id === undefined ? classes : `${classes} ${id}`
    const element: PageElement = {
      index: this.elements.length,
      tag,
      parent,
      children: [],
      attributes,
      hints: hints.toLowerCase(),
    }
    this.elements.push(element)
    parent?.children.push(element)
    this.open.push(element)
  }

  private addText(text: string): void {
    const { children } = this.open.at(-1)!
    const last = children.length - 1
    if (typeof children[last] === "string") children[last] += text
    else children.push(text)
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.markup.slice(start, end).toLowerCase()
    this.attributes = undefined
  }

  onattribname(start: number, end: number): void {
    this.name = this.markup.slice(start, end).toLowerCase()
    this.value = ""
  }

  onattribdata(start: number, end: number): void {
    if (KEPT.has(this.name)) this.value += this.markup.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    if (KEPT.has(this.name)) this.value += String.fromCodePoint(codePoint)
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (!KEPT.has(this.name)) return
    this.attributes ??= new Map()
    if (!this.attributes.has(this.name)) this.attributes.set(this.name, this.value)
  }

  onopentagend(): void {
    const { tag, attributes = NO_ATTRIBUTES } = this
    // The tree has one root and one body; a second <html> or <body> only adds its attributes, if the first had none.
    if (tag === "html" && this.elements.length === 1) {
      this.elements[0] = this.open[0] = { ...this.elements[0]!, attributes }
      return
    }
    const ends = impliedEnds(tag)
    if (ends !== undefined)
      while (this.surplus === 0 && this.open.length > 1 && ends.has(this.open.at(-1)!.tag)) this.open.pop()
    if (this.open.length >= DEEPEST) {
      if (isVoid(tag)) return
      this.surplus++
      this.addText(" ")
      return
    }
    this.push(tag, attributes)
    if (isVoid(tag)) this.open.pop()
  }

  onselfclosingtag(): void {
    this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    if (this.surplus > 0) {
      this.surplus--
      this.addText(" ")
      return
    }
    const tag = this.markup.slice(start, end).toLowerCase()
    const block = isBlock(tag)
    for (let at = this.open.length - 1; at > 0; at--) {
      const open = this.open[at]!.tag
      if (open === tag) {
        this.open.length = at
        return
      }
      // "<span><div></span>": an inline end tag does not end the block that it stands in.
      if (!block && isBlock(open)) return
    }
  }

  ontext(start: number, end: number): void {
    this.addText(this.markup.slice(start, end))
  }

  ontextentity(codePoint: number): void {
    this.addText(String.fromCodePoint(codePoint))
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

/** Parses markup, however broken, in time in proportion to its length. */
export function parsePage(markup: string): PageTree {
  const builder = new TreeBuilder(markup)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(markup)
  tokenizer.end()
  return { root: builder.elements[0]!, elements: builder.elements }
}
