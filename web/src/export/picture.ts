import { plainSvg } from "./plain-svg.ts"

const SVG = "http://www.w3.org/2000/svg"
const MARGIN = 20
const TITLE_SIZE = 15
const CAPTION_SIZE = 12
const NOTE_SIZE = 10.5
/** A character is about half as wide as it is high. */
const CHARACTER = 0.52
/** A PNG has this many pixels for each one on the screen, so that it prints well. */
const PNG_SCALE = 2

export interface PictureWords {
  readonly title: string
  /** What stands under the drawings: which data they were drawn from. */
  readonly note: string
  /** The whole citation, for whoever opens the file. */
  readonly citation: string
}

/**
 * The drawings within an element as one picture, each under its caption, with a title above and a note below, as they look in
 * the page now. Undefined where there is none.
 */
export function pictureOf(holder: Element, words: PictureWords): SVGSVGElement | undefined {
  const drawings = [...holder.querySelectorAll<SVGSVGElement>("svg:not(svg svg):not(.mark)")].filter(isDrawn)
  if (drawings.length === 0) return undefined
  const look = getComputedStyle(document.documentElement)
  const ink = look.getPropertyValue("--ink")
  const soft = look.getPropertyValue("--ink-soft")
  const width = Math.max(...drawings.map((drawing) => drawing.getBoundingClientRect().width))
  const picture = document.createElementNS(SVG, "svg")
  const page = shape("rect", { width: "100%", height: "100%", fill: look.getPropertyValue("--page") })
  picture.append(described("title", words.title), described("desc", words.citation), page)
  const font = { "font-family": look.fontFamily }
  let y = MARGIN
  const write = (text: string, size: number, style: Record<string, string>) => {
    for (const line of linesOf(text, width / (size * CHARACTER))) {
      y += Math.round(size * 1.35)
      const placed = shape("text", {
        x: String(MARGIN),
        y: String(y),
        "font-size": String(size),
        ...font,
        ...style,
      })
      placed.textContent = line
      picture.append(placed)
    }
  }
  write(words.title, TITLE_SIZE, { fill: ink, "font-weight": "600" })
  y += 6
  for (const drawing of drawings) {
    const caption = drawing.closest("figure")?.querySelector("figcaption")?.textContent
    if (caption) write(caption, CAPTION_SIZE, { fill: soft })
    const { width: drawn, height } = drawing.getBoundingClientRect()
    const copy = plainSvg(drawing)
    for (const [name, value] of Object.entries({ x: MARGIN, y: y + 4, width: drawn, height }))
      copy.setAttribute(name, String(value))
    copy.setAttribute("overflow", "visible")
    picture.append(copy)
    y += height + 10
  }
  write(words.note, NOTE_SIZE, { fill: soft })
  const size = { width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(y) + MARGIN }
  picture.setAttribute("width", String(size.width))
  picture.setAttribute("height", String(size.height))
  picture.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`)
  return picture
}

/** The picture as the text of a file. */
export const svgText = (picture: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`

/** The picture in pixels. */
export async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  // An address of our own making would be refused by the page's policy for pictures; the data themselves are not.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = Number(picture.getAttribute("width")) * PNG_SCALE
  canvas.height = Number(picture.getAttribute("height")) * PNG_SCALE
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) =>
    canvas.toBlob((blob) =>
      blob === null ? failed(new Error("This browser could not make a PNG; take the SVG.")) : done(blob),
    ),
  )
}

const isDrawn = (drawing: SVGSVGElement): boolean => {
  const { width, height } = drawing.getBoundingClientRect()
  return width > 0 && height > 0
}

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

function described(name: "title" | "desc", words: string): SVGElement {
  const element = shape(name, {})
  element.textContent = words
  return element
}

/** Words in lines of at most about so many characters. */
function linesOf(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
