import type { ReactNode } from "react"
import type { CodedEvent } from "../../../src/view/api.ts"
import type { Segment } from "../text/segments.ts"
import { quadKey } from "../wording/quads.ts"
import { statusShape } from "../wording/statuses.ts"
import type { Clue } from "./clues.ts"
import { cardId } from "./into-sight.ts"
import type { ActiveEvent } from "./use-active-event.ts"

/** Lines under a line of text; deeper layers share the last. */
const MOST_LAYERS = 4

/** What the marking of an article rests on: each event's layer, and which event begins at an offset. */
export interface Markings {
  readonly layers: readonly number[]
  readonly starts: ReadonlyMap<number, number>
}

interface MarkedSegmentProps {
  readonly segment: Segment
  readonly events: readonly CodedEvent[]
  readonly clues: readonly Clue[]
  readonly markings: Markings
  readonly active: ActiveEvent
}

/**
 * A stretch of text under the same events: one underline for each, and behind the words the colour of the event in hand or
 * the innermost. Choosing it again goes on to the next event over the same words.
 */
export function MarkedSegment({ segment, events, clues, markings, active }: MarkedSegmentProps) {
  const over = segment.spans.filter((index) => index < events.length)
  const clueWords = <ClueWords segment={segment} clues={clues} from={events.length} />
  if (over.length === 0) return clueWords
  const covering = over.flatMap((index) => events[index] ?? []).sort((a, b) => lengthOf(a) - lengthOf(b))
  const chosen = covering.findIndex(({ id }) => id === active.chosen)
  const pointed = covering[Math.max(0, chosen)]!
  const next = covering[(chosen + 1) % covering.length]!
  const inHand = covering.find(({ id }) => id === (active.pointed ?? active.chosen))
  const begins = markings.starts.get(segment.start)
  const beginning = begins === undefined ? undefined : events[begins]
  return (
    <mark
      className={`of-${quadKey((inHand ?? pointed).quad)}${inHand === undefined ? "" : " in-hand"}`}
      data-events={covering.map(({ id }) => id).join(" ")}
      onPointerEnter={() => active.point(pointed.id)}
      onPointerLeave={() => active.point(undefined)}
      onClick={() => active.choose(next.id, "card")}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return
        event.preventDefault()
        event.stopPropagation()
        active.choose(next.id, "card")
      }}
      {...(beginning === undefined ? {} : { tabIndex: 0, "aria-details": cardId(beginning.id) })}
      onFocus={() => active.point(pointed.id)}
      onBlur={() => active.point(undefined)}
    >
      <Underlines over={over} events={events} layers={markings.layers}>
        {clueWords}
      </Underlines>
    </mark>
  )
}

interface UnderlinesProps {
  /** Indices of the events over the words. */
  readonly over: readonly number[]
  readonly events: readonly CodedEvent[]
  readonly layers: readonly number[]
  readonly children: ReactNode
}

/** A line for each event in its layer: solid for what occurred, broken for what did not yet, dotted for what did not. */
function Underlines({ over, events, layers, children }: UnderlinesProps): ReactNode {
  const [index, ...rest] = over
  const event = index === undefined ? undefined : events[index]
  if (index === undefined || event === undefined) return children
  const layer = Math.min(layers[index] ?? 0, MOST_LAYERS - 1)
  return (
    <span className={`line line-${layer} line-${statusShape(event.status)} of-${quadKey(event.quad)}`}>
      <Underlines over={rest} events={events} layers={layers}>
        {children}
      </Underlines>
    </span>
  )
}

interface ClueWordsProps {
  readonly segment: Segment
  readonly clues: readonly Clue[]
  /** The segment's span indices from here on are clues. */
  readonly from: number
}

function ClueWords({ segment, clues, from }: ClueWordsProps) {
  const kinds = new Set(segment.spans.flatMap((index) => clues[index - from]?.kind ?? []))
  if (kinds.size === 0) return segment.text
  return <span className={[...kinds].map((kind) => `clue-${kind}`).join(" ")}>{segment.text}</span>
}

const lengthOf = ({ evidence }: CodedEvent): number => evidence.end - evidence.start
