import { useEffect, useRef, useState } from "react"

interface Tip {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly above: boolean
}

const TIP_ID = "tip"
const GAP = 8
const WIDTH = 320
const ROOM_BELOW = 140

/**
 * One explanation at a time, for whatever carries `data-tip`: shown on hover and on keyboard focus, closed by Escape, and
 * tied to its owner by aria-describedby while it shows.
 */
export function TipLayer() {
  const [tip, setTip] = useState<Tip>()
  const owner = useRef<Element>(undefined)
  useEffect(() => {
    let closed: Element | undefined
    const show = (next: Element | null) => {
      if (next === (owner.current ?? null)) return
      owner.current?.removeAttribute("aria-describedby")
      owner.current = next ?? undefined
      next?.setAttribute("aria-describedby", TIP_ID)
      setTip(next === null ? undefined : placeTip(next))
    }
    /** What the keyboard stands on keeps its explanation, also where the page moves below the pointer. */
    const focused = () => {
      const at = document.querySelector(":focus-visible")
      const next = at === null ? null : tippedAt(at)
      return next === closed ? null : next
    }
    const over = (event: Event) => show(tippedAt(event.target) ?? focused())
    const focus = () => {
      closed = undefined
      show(focused())
    }
    const hide = () => show(null)
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      closed = owner.current
      hide()
    }
    const scroll = () => {
      if (owner.current !== undefined && owner.current === focused()) setTip(placeTip(owner.current))
      else hide()
    }
    document.addEventListener("mouseover", over)
    document.addEventListener("focusin", focus)
    document.addEventListener("focusout", hide)
    document.addEventListener("keydown", key)
    window.addEventListener("scroll", scroll, { capture: true, passive: true })
    return () => {
      document.removeEventListener("mouseover", over)
      document.removeEventListener("focusin", focus)
      document.removeEventListener("focusout", hide)
      document.removeEventListener("keydown", key)
      window.removeEventListener("scroll", scroll, { capture: true })
    }
  }, [])
  if (tip === undefined) return null
  return (
    <div
      id={TIP_ID}
      role="tooltip"
      className={tip.above ? "tip tip-above" : "tip"}
      style={{ left: tip.left, top: tip.top, maxWidth: WIDTH }}
    >
      {tip.text}
    </div>
  )
}

const tippedAt = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest("[data-tip]") : null

function placeTip(element: Element): Tip {
  const box = element.getBoundingClientRect()
  const above = window.innerHeight - box.bottom < ROOM_BELOW
  return {
    text: element.getAttribute("data-tip") ?? "",
    left: Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - WIDTH - GAP)),
    top: above ? box.top - GAP : box.bottom + GAP,
    above,
  }
}
