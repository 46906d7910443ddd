import { useEffect, useRef, useState } from "react"
import type { CodedEvent } from "../../../src/view/api.ts"
import type { Correcting } from "./use-correcting.ts"

/** Asks who corrects, before anything is said in that name. */
export function NameForm({
  event,
  correcting,
}: {
  readonly event: CodedEvent
  readonly correcting: Correcting
}) {
  const [name, setName] = useState("")
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <form
      className="name-form"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (name.trim() !== "") correcting.name(event, name.trim())
      }}
      onKeyDown={(pressed) => {
        if (pressed.key !== "Escape") return
        pressed.stopPropagation()
        correcting.cancel(event)
      }}
    >
      <label className="field">
        Your name, to stand beside your corrections
        <input
          ref={input}
          required
          autoComplete="name"
          value={name}
          maxLength={100}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className="clear">
        Go on <kbd>Enter</kbd>
      </button>
    </form>
  )
}
