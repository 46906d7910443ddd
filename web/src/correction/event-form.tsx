import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"
import type { CodedEvent } from "../../../src/view/api.ts"
import { useCodebook } from "../data/queries.ts"
import { codeWords } from "../wording/modes.ts"
import { isStatus, STATUS_ORDER, statusWords } from "../wording/statuses.ts"
import { type Draft, draftOf, type PartyDraft } from "./draft.ts"
import { PartyRows } from "./party-rows.tsx"

interface EventFormProps {
  readonly name: string
  /** What the form says at first. */
  readonly from: Draft
  /** The article's events, whose participants are offered. */
  readonly events: readonly CodedEvent[]
  readonly busy: boolean
  /** Why it could not be saved. */
  readonly problem: string | undefined
  readonly onChange: () => void
  readonly onSave: (draft: Draft, note: string) => void
  readonly onCancel: () => void
  /** Further fields. */
  readonly children?: ReactNode
}

/** What an event reads: type, mode, status, who, when, where. Enter saves, Escape leaves it as it was. */
export function EventForm(props: EventFormProps) {
  const { name, from, events, busy, problem, onChange, onSave, onCancel, children } = props
  const [draft, setDraft] = useState<Draft>(from)
  const [note, setNote] = useState("")
  const first = useRef<HTMLSelectElement>(null)
  const { data: codebook } = useCodebook()
  useEffect(() => first.current?.focus(), [])
  const put = (part: Partial<Draft>) => {
    onChange()
    setDraft({ ...draft, ...part })
  }
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    onSave(draft, note.trim())
  }
  const press = (pressed: KeyboardEvent) => {
    if (pressed.key !== "Escape") return
    pressed.stopPropagation()
    onCancel()
  }
  const modes = codebook?.modes.filter(({ type }) => type === draft.type) ?? []
  const sides = {
    known: knownParties(events),
    sectors: codebook?.sectors.map(({ code }) => code) ?? [],
  }
  return (
    <form className="fix-form" aria-label={name} onSubmit={submit} onKeyDown={press}>
      <Field name="Type">
        <select
          ref={first}
          value={draft.type}
          onChange={({ target }) => put({ type: target.value, mode: "" })}
        >
          {draft.type === "" && <option value="">choose</option>}
          {codebook?.types.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field name="Mode">
        <select value={draft.mode} onChange={({ target }) => put({ mode: target.value })}>
          <option value="">none</option>
          {modes.map(({ code }) => (
            <option key={code} value={code}>
              {codeWords(code)}
            </option>
          ))}
        </select>
      </Field>
      <Field name="Status">
        <select
          value={draft.status}
          onChange={({ target }) => isStatus(target.value) && put({ status: target.value })}
        >
          {STATUS_ORDER.map((status) => (
            <option key={status} value={status}>
              {statusWords(status)}
            </option>
          ))}
        </select>
      </Field>
      <PartyRows legend="Actors" parties={draft.actors} {...sides} onChange={(actors) => put({ actors })} />
      <PartyRows
        legend="Recipients"
        parties={draft.recipients}
        {...sides}
        onChange={(recipients) => put({ recipients })}
      />
      <Field name="From">
        <DayInput value={draft.start} onChange={(start) => put({ start })} />
      </Field>
      <Field name="To">
        <DayInput value={draft.end} onChange={(end) => put({ end })} />
      </Field>
      <label className="field field-check">
        <input
          type="checkbox"
          checked={draft.background}
          onChange={({ target }) => put({ background: target.checked })}
        />
        Background, no news
      </label>
      <Field name="Place" className="fix-long">
        <input value={draft.place} maxLength={300} onChange={({ target }) => put({ place: target.value })} />
      </Field>
      <Field name="Country">
        <input
          className="fix-code"
          placeholder="CHN"
          pattern="[A-Za-z]{3}"
          title="Alpha-3 code"
          value={draft.placeCountry}
          maxLength={3}
          onChange={({ target }) => put({ placeCountry: target.value.toUpperCase() })}
        />
      </Field>
      <Field name="Note" className="fix-wide">
        <input value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
      </Field>
      {children}
      <datalist id="known-parties">
        {sides.known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="fix-actions">
        <button type="submit" className="clear" disabled={busy}>
          Save <kbd>Enter</kbd>
        </button>
        <button type="button" className="clear" onClick={onCancel}>
          Cancel <kbd>Esc</kbd>
        </button>
        {problem !== undefined && <span role="alert">{problem}</span>}
      </p>
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly className?: string
  readonly children: ReactNode
}

export function Field({ name, className = "", children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={`field ${className}`}>
      {name}
      {children}
    </label>
  )
}

function DayInput({ value, onChange }: { readonly value: string; readonly onChange: (day: string) => void }) {
  return (
    <input
      placeholder="2023-12-03"
      pattern="\d{4}-\d{2}-\d{2}"
      title="A day: 2023-12-03"
      value={value}
      maxLength={10}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** Everybody whom the article's events name, once each. */
function knownParties(events: readonly CodedEvent[]): PartyDraft[] {
  const found = new Map<string, PartyDraft>()
  for (const event of events)
    for (const party of [...draftOf(event).actors, ...draftOf(event).recipients])
      if (!found.has(party.name)) found.set(party.name, party)
  return [...found.values()]
}
