/** What the HTML readers need of a DOM; linkedom's nodes fulfil it. */
export interface HtmlNode {
  /** 1 element, 3 text. */
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<HtmlNode>
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null
  readonly title: string
}
