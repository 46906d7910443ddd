import { useEffect, useMemo } from "react"
import { useSearch } from "wouter/use-browser-location"
import { readFound } from "../search/found-words.ts"

const NAME = "found"
/** Part of the window above the first found words. */
const SETTLE_AT = 0.3

/** Shows in the article's text what a search found there, as the address names it, and brings the first of it into sight. */
export function useFoundWords(): void {
  const search = useSearch()
  const places = useMemo(() => readFound(new URLSearchParams(search)), [search])
  useEffect(() => {
    const text = document.querySelector(".article-text")
    if (text === null || places.length === 0) return
    const ranges = rangesOf(text, places)
    // The text stays as it is: evidence is marked in it already. A browser without highlights still scrolls.
    if ("highlights" in CSS) CSS.highlights.set(NAME, new Highlight(...ranges))
    const frame = requestAnimationFrame(() => {
      const top = ranges[0]?.getBoundingClientRect().top
      if (top !== undefined && !document.querySelector("mark.in-hand"))
        window.scrollBy({ top: top - window.innerHeight * SETTLE_AT })
    })
    return () => {
      cancelAnimationFrame(frame)
      if ("highlights" in CSS) CSS.highlights.delete(NAME)
    }
  }, [places])
}

/** The places as ranges of the document; offsets count UTF-16 units of the element's text. */
function rangesOf(
  element: Element,
  places: readonly { readonly start: number; readonly end: number }[],
): Range[] {
  const pieces: { readonly node: Node; readonly start: number; readonly end: number }[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    pieces.push({ node, start: at, end: at + length })
    at += length
  }
  return places.flatMap(({ start, end }) => {
    const first = pieces.find((piece) => piece.end > start)
    const last = pieces.find((piece) => piece.end >= end)
    if (first === undefined || last === undefined) return []
    const range = document.createRange()
    range.setStart(first.node, start - first.start)
    range.setEnd(last.node, end - last.start)
    return [range]
  })
}
