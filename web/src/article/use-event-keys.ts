import { useEffect } from "react"
import { navigate } from "wouter/use-browser-location"
import type { CodedEvent } from "../../../src/view/api.ts"
import { happeningAddress } from "../addresses.ts"
import { stepFrom } from "../text/steps.ts"
import { cardId } from "./into-sight.ts"
import type { ActiveEvent } from "./use-active-event.ts"

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1 }
/** Inside a card the vertical arrows walk too; elsewhere they scroll. */
const CARD_STEPS: Readonly<Record<string, 1 | -1>> = { ...STEPS, ArrowDown: 1, ArrowUp: -1 }
/** Where keys have a meaning of their own. */
const OWN_KEYS = "a, button, summary, mark"

/** j and k, or the arrow keys, walk the events from card to card; Enter opens the chosen event's happening. */
export function useEventKeys(events: readonly CodedEvent[], { chosen, choose }: ActiveEvent): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof Element)) return
      if (target.matches("input, select, textarea")) return
      const step = (target.closest(".card") === null ? STEPS : CARD_STEPS)[key]
      if (step !== undefined) {
        const ids = events.map(({ id }) => id)
        const next = stepFrom(ids, chosen, step)
        if (next !== undefined) {
          choose(next, "both")
          cardHead(next)?.focus({ preventScroll: true })
        }
        event.preventDefault()
      } else if (key === "Enter" && opensHappening(target, chosen)) {
        const happening = events.find(({ id }) => id === chosen)?.happening
        if (happening) navigate(happeningAddress(happening))
        event.preventDefault()
      }
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [events, chosen, choose])
}

const cardHead = (event: string): HTMLElement | null =>
  document.getElementById(cardId(event))?.querySelector<HTMLElement>(".card-head") ?? null

/** Enter means the happening where nothing else claims it, and on the chosen card's own heading. */
const opensHappening = (target: Element, chosen: string | undefined): boolean =>
  chosen !== undefined && (!target.matches(OWN_KEYS) || target === cardHead(chosen))
