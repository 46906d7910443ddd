import { useState } from "react"
import type { CodedEvent } from "../../../src/view/api.ts"
import { changesOf, type Draft, draftOf } from "./draft.ts"
import { EventForm } from "./event-form.tsx"
import type { Correcting } from "./use-correcting.ts"

interface FixFormProps {
  readonly event: CodedEvent
  readonly events: readonly CodedEvent[]
  readonly correcting: Correcting
}

/** How an event should read. */
export function FixForm({ event, events, correcting }: FixFormProps) {
  const [unchanged, setUnchanged] = useState(false)
  const save = (draft: Draft, note: string) => {
    const changes = changesOf(event, draft)
    if (Object.keys(changes).length === 0) setUnchanged(true)
    else correcting.save(event, changes, note)
  }
  return (
    <EventForm
      name="Fix the event"
      from={draftOf(event)}
      events={events}
      busy={correcting.busy}
      problem={unchanged ? "Nothing reads otherwise yet; c confirms the event as it is." : undefined}
      onChange={() => setUnchanged(false)}
      onSave={save}
      onCancel={() => correcting.cancel(event)}
    />
  )
}
