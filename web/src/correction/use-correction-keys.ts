import { useEffect, useRef } from "react"
import type { CodedEvent } from "../../../src/view/api.ts"
import type { Correcting } from "./use-correcting.ts"

interface Keyed {
  readonly chosen: CodedEvent | undefined
  readonly correcting: Correcting
  /** Opens or closes the explanation of the chosen event. */
  readonly onWhy: () => void
}

/** c confirms the chosen event, f fixes it, x rejects it, u takes one's last word back, w tells why it was coded so. */
export function useCorrectionKeys(keyed: Keyed): void {
  const latest = useRef(keyed)
  latest.current = keyed
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      const { chosen, correcting, onWhy } = latest.current
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || chosen === undefined) return
      if (!(target instanceof Element) || target.matches("input, select, textarea")) return
      if (correcting.pending !== undefined) return
      if (key === "c") correcting.say(chosen, "confirm")
      else if (key === "x") correcting.say(chosen, "reject")
      else if (key === "u") correcting.say(chosen, "undo")
      else if (key === "f") correcting.fix(chosen)
      else if (key === "w") onWhy()
      else return
      event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
}
