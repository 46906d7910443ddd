/**
 * A drawing of Plot as one image with its name. Plot names the groups inside it, too, which no role allows: whoever hears the
 * page would hear "rule" and "dot".
 */
export function asImage(drawing: Element): Element {
  drawing.setAttribute("role", "img")
  for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label")
  return drawing
}
