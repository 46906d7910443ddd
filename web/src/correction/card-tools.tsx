import type { CodedEvent } from "../../../src/view/api.ts"
import { Why } from "../explanation/why.tsx"
import { CorrectionBar } from "./correction-bar.tsx"
import type { Correcting } from "./use-correcting.ts"

/** The coder of events that an analyst added: there is nothing to explain. */
const ANALYST: typeof import("../../../src/record/index.ts")["ANALYST"] = "analyst"

interface CardToolsProps {
  readonly event: CodedEvent
  readonly events: readonly CodedEvent[]
  readonly correcting: Correcting
  readonly why: boolean
  readonly onWhy: () => void
}

/** What can be said of the event in hand, and why it was coded so. */
export function CardTools({ event, events, correcting, why, onWhy }: CardToolsProps) {
  return (
    <>
      <CorrectionBar event={event} events={events} correcting={correcting} />
      {event.coder !== ANALYST && (
        <div className="card-why">
          <button type="button" className="clear" aria-expanded={why} aria-keyshortcuts="w" onClick={onWhy}>
            Why coded so <kbd>w</kbd>
          </button>
          {why && <Why event={event.id} />}
        </div>
      )}
    </>
  )
}
