import type { CodedEvent } from "../../../src/view/api.ts"
import { Failure } from "../data/client.ts"
import { FixForm } from "./fix-form.tsx"
import { NameForm } from "./name-form.tsx"
import { ReviewNote } from "./review-note.tsx"
import type { Correcting } from "./use-correcting.ts"

interface CorrectionBarProps {
  readonly event: CodedEvent
  readonly events: readonly CodedEvent[]
  readonly correcting: Correcting
}

/** What analysts said of an event, and the means to say more. */
export function CorrectionBar({ event, events, correcting }: CorrectionBarProps) {
  const { analyst, busy, failure, say, fix } = correcting
  const pending = correcting.pending?.at === event.id ? correcting.pending : undefined
  const own = event.review?.history.some(
    ({ author, undone, kind }) => author === analyst && !undone && kind !== "undo",
  )
  return (
    <div className="correction">
      {event.review !== null && <ReviewNote review={event.review} />}
      {pending?.step === "fixing" ? (
        <FixForm event={event} events={events} correcting={correcting} />
      ) : (
        <p className="correction-keys">
          <Say label="Confirm" hint="c" busy={busy} onSay={() => say(event, "confirm")} />
          <Say label="Fix" hint="f" busy={busy} onSay={() => fix(event)} />
          <Say label="Reject" hint="x" busy={busy} onSay={() => say(event, "reject")} />
          {own && <Say label="Undo" hint="u" busy={busy} onSay={() => say(event, "undo")} />}
        </p>
      )}
      {pending?.step === "naming" && <NameForm event={event} correcting={correcting} />}
      {failure?.at === event.id && (
        <p className="correction-failure" role="alert">
          {failure.error.message}
          {failure.error instanceof Failure &&
            failure.error.remedy !== undefined &&
            ` ${failure.error.remedy}`}
        </p>
      )}
    </div>
  )
}

interface SayProps {
  readonly label: string
  readonly hint: string
  readonly busy: boolean
  readonly onSay: () => void
}

function Say({ label, hint, busy, onSay }: SayProps) {
  return (
    <button type="button" className="clear" disabled={busy} aria-keyshortcuts={hint} onClick={onSay}>
      {label} <kbd>{hint}</kbd>
    </button>
  )
}
