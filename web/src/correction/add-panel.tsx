import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import type { Span } from "../../../src/record/index.ts"
import type { CodedEvent } from "../../../src/view/api.ts"
import { BLANK, type Draft, fieldsOf } from "./draft.ts"
import { EventForm, Field } from "./event-form.tsx"
import { stepSentence, stepWord, stretchWord } from "./pick-words.ts"
import type { Adding } from "./use-adding.ts"
import type { Correcting } from "./use-correcting.ts"

interface AddPanelProps {
  readonly text: string
  readonly events: readonly CodedEvent[]
  readonly adding: Adding
  readonly correcting: Pick<Correcting, "analyst" | "keepName">
}

/** Begins adding an event that the coder missed. */
export function AddButton({ adding }: { readonly adding: Adding }) {
  return (
    <button
      type="button"
      className="clear add-begin"
      aria-keyshortcuts="a"
      disabled={adding.step !== "off"}
      onClick={adding.begin}
    >
      Add <kbd>a</kbd>
      <span className="unseen"> a missed event</span>
    </button>
  )
}

/** Adds an event that the coder missed: its words are picked in the text, then what they report is said. */
export function AddPanel({ text, events, adding, correcting }: AddPanelProps) {
  const { step, picked } = adding
  if (step === "off" || picked === undefined) return null
  const words = text.slice(picked.start, picked.end)
  return (
    <section className="add-panel" aria-label="Add a missed event">
      {step === "picking" ? (
        <Picking words={words} picked={picked} adding={adding} />
      ) : (
        <Telling words={words} events={events} adding={adding} correcting={correcting} />
      )}
    </section>
  )
}

interface PickingProps {
  readonly words: string
  readonly picked: Span
  readonly adding: Adding
}

function Picking({ words, picked, adding }: PickingProps) {
  const { pickable, pick, tell, cancel } = adding
  const holder = useRef<HTMLButtonElement>(null)
  useEffect(() => holder.current?.focus(), [])
  const press = (pressed: KeyboardEvent) => {
    if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return
    const { key, shiftKey } = pressed
    if (key === "Escape") cancel()
    else if (key === "ArrowRight" || key === "ArrowLeft") {
      const by = key === "ArrowRight" ? 1 : -1
      pick(shiftKey ? stretchWord(pickable, picked, by) : stepWord(pickable, picked, by))
    } else if (key === "ArrowDown" || key === "ArrowUp")
      pick(stepSentence(pickable, picked, key === "ArrowDown" ? 1 : -1))
    else return
    pressed.preventDefault()
    pressed.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
    <div onKeyDown={press}>
      <p className="add-words" role="status">
        The words that report it: <q>{words}</q>
      </p>
      <p className="keys">
        Select them in the text, or <kbd>←</kbd> <kbd>→</kbd> word, <kbd>↑</kbd> <kbd>↓</kbd> sentence,{" "}
        <kbd>Shift</kbd> <kbd>→</kbd> more words
      </p>
      <p className="fix-actions">
        <button ref={holder} type="button" className="clear" onClick={tell}>
          Use these words <kbd>Enter</kbd>
        </button>
        <button type="button" className="clear" onClick={cancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </p>
    </div>
  )
}

function Telling({
  words,
  events,
  adding,
  correcting,
}: Omit<AddPanelProps, "text"> & { readonly words: string }) {
  const { analyst, keepName } = correcting
  const [author, setAuthor] = useState(analyst)
  const [untyped, setUntyped] = useState(false)
  const save = (draft: Draft, note: string) => {
    const fields = fieldsOf(draft)
    if (fields.type === null) return setUntyped(true)
    keepName(author.trim())
    adding.save({ author: author.trim(), note, fields })
  }
  return (
    <>
      <p className="add-words">
        <q>{words}</q>
      </p>
      <EventForm
        name="Add the event"
        from={BLANK}
        events={events}
        busy={adding.busy}
        problem={untyped ? "Choose what it is." : adding.failure?.message}
        onChange={() => setUntyped(false)}
        onSave={save}
        onCancel={adding.cancel}
      >
        <Field name="Your name" className="fix-wide">
          <input
            required
            autoComplete="name"
            value={author}
            maxLength={100}
            onChange={({ target }) => setAuthor(target.value)}
          />
        </Field>
      </EventForm>
    </>
  )
}
