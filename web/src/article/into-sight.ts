/** What of an event is to be seen: its words in the text, its card, or both. */
export type Show = "words" | "card" | "both"

/** Free room kept above words, in pixels, and the part of the visible text above words that were scrolled to. */
const MARGIN = 14
const SETTLE_AT = 0.3

/** The id of an event's card in the page. */
export const cardId = (event: string): string => `event-${event}`

/** Scrolls the page to an event's words and the panel to its card, each only where it is out of sight. */
export function bringIntoSight(event: string, show: Show): void {
  const card = document.getElementById(cardId(event))
  const panel = card?.closest(".cards") ?? null
  if (show !== "card") {
    const words = document.querySelector(`mark[data-events~="${CSS.escape(event)}"]`)
    if (words !== null) scrollPageTo(words, panel)
  }
  if (show !== "words" && card !== null && panel !== null) scrollPanelTo(card, panel)
}

function scrollPageTo(words: Element, panel: Element | null): void {
  const box = words.getBoundingClientRect()
  const top = (document.querySelector(".masthead")?.getBoundingClientRect().bottom ?? 0) + MARGIN
  const bottom = bottomOfText(box, panel)
  if (box.top >= top && box.bottom <= bottom) return
  window.scrollBy({ top: box.top - top - (bottom - top) * SETTLE_AT })
}

/** On a narrow screen the panel lies over the text's lower part. */
function bottomOfText(words: DOMRect, panel: Element | null): number {
  const box = panel?.getBoundingClientRect()
  return box !== undefined && box.left < words.right
    ? Math.min(box.top, window.innerHeight)
    : window.innerHeight
}

function scrollPanelTo(card: Element, panel: Element): void {
  const box = card.getBoundingClientRect()
  const frame = panel.getBoundingClientRect()
  const top = panel.querySelector("header")?.getBoundingClientRect().bottom ?? frame.top
  if (box.top < top || box.bottom > frame.bottom) panel.scrollTop += box.top - top
}
