/**
 * A drawing of Plot as one image with its name. Plot names the groups inside it, too, which no role allows: whoever hears the
 * page would hear "rule" and "dot". Plot's own style sheet goes before the drawing comes into the page, whose policy allows none
 * but ours; what it says of a drawing, ours says too.
 */
export function asImage(drawing: Element): Element {
  drawing.setAttribute("role", "img")
  for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label")
  for (const sheet of drawing.querySelectorAll("style")) sheet.remove()
  return drawing
}
