const SVG = "http://www.w3.org/2000/svg"

/** What a drawing takes from the page's style sheets and must carry itself once it stands alone. */
const CARRIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "opacity",
  "vector-effect",
  "paint-order",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
  "white-space",
] as const
/** What matters to a reader with a pointer alone. */
const INTERACTIVE = ["tabindex", "href", "class", "style", "data-tip", "data-id", "aria-current"]
const REFERENCE = /url\("?#([^")]+)"?\)/

/** A copy of a drawing that looks the same without the page: styles resolved, what it refers to inside it, no links. */
export function plainSvg(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const referred = new Set<string>()
  settle(drawing, copy, referred)
  for (const link of copy.querySelectorAll("a")) {
    const group = document.createElementNS(SVG, "g")
    group.replaceChildren(...link.childNodes)
    for (const { name, value } of link.attributes) group.setAttribute(name, value)
    link.replaceWith(group)
  }
  const definitions = [...referred].flatMap((id) => {
    const found = copy.querySelector(`[id="${id}"]`) === null ? document.getElementById(id) : null
    return found === null ? [] : [settled(found)]
  })
  if (definitions.length > 0) {
    const holder = document.createElementNS(SVG, "defs")
    holder.append(...definitions)
    copy.prepend(holder)
  }
  return copy
}

function settled(element: Element): Element {
  const copy = element.cloneNode(true) as Element
  settle(element, copy, new Set())
  return copy
}

/** Writes the styles that an element has in the page onto its copy, and so downwards. */
function settle(element: Element, copy: Element, referred: Set<string>): void {
  const style = getComputedStyle(element)
  for (const name of INTERACTIVE) copy.removeAttribute(name)
  for (const name of CARRIED) {
    const value = style.getPropertyValue(name)
    const reference = REFERENCE.exec(value)?.[1]
    if (reference !== undefined) referred.add(reference)
    if (value !== "") copy.setAttribute(name, reference === undefined ? value : `url(#${reference})`)
  }
  const children = [...copy.children]
  ;[...element.children].forEach((child, at) => {
    const twin = children[at]
    if (twin === undefined) return
    if (child.tagName === "style" || getComputedStyle(child).display === "none") twin.remove()
    else settle(child, twin, referred)
  })
}
