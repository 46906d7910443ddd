import type { ReactNode } from "react"
import { Link } from "wouter"
import type { CodedEvent } from "../../../src/view/api.ts"
import { happeningAddress } from "../addresses.ts"
import { isTakenBack, ReviewBadge } from "../correction/review-badge.tsx"
import { PartySides } from "../parts/party-list.tsx"
import { StatusPill } from "../parts/status-pill.tsx"
import { TypeName } from "../parts/type-name.tsx"
import { quadKey } from "../wording/quads.ts"
import { EventFacts } from "./event-facts.tsx"
import { cardId } from "./into-sight.ts"
import type { ActiveEvent } from "./use-active-event.ts"

interface EventCardProps {
  readonly event: CodedEvent
  readonly number: number
  readonly active: ActiveEvent
  /** What stands below the facts of the card in hand. */
  readonly children: ReactNode
}

/** An event's codes beside the text. Its heading shows the words; the card in hand opens to everything known of it. */
export function EventCard({ event, number, active, children }: EventCardProps) {
  const chosen = active.chosen === event.id
  const inHand = (active.pointed ?? active.chosen) === event.id
  return (
    <li
      id={cardId(event.id)}
      className={`card of-${quadKey(event.quad)}${inHand ? " in-hand" : ""}${event.review?.standing?.rejected || isTakenBack(event.review) ? " rejected" : ""}`}
      aria-current={chosen ? "true" : undefined}
      onPointerEnter={() => active.point(event.id)}
      onPointerLeave={() => active.point(undefined)}
    >
      <button
        type="button"
        className="card-head"
        aria-expanded={chosen}
        onClick={() => active.choose(event.id, "words")}
        onFocus={() => active.point(event.id)}
        onBlur={() => active.point(undefined)}
      >
        <span className="card-number">{number}</span>
        <span className="card-title">
          <TypeName type={event.type} name={event.typeName} mode={event.mode} />
        </span>
        <StatusPill status={event.status} quad={event.quad} />
        <span className="card-sides">
          <PartySides sides={event} roles={chosen} most={chosen ? 12 : 2} />
        </span>
        <ReviewBadge review={event.review} />
      </button>
      {chosen && <EventFacts event={event} />}
      {chosen && event.happening !== null && (
        <p className="card-foot">
          <Link href={happeningAddress(event.happening)}>Open the happening</Link>
        </p>
      )}
      {chosen && children}
    </li>
  )
}
