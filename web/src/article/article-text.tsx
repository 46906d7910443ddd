import { useMemo } from "react"
import type { Span } from "../../../src/record/index.ts"
import type { CodedEvent } from "../../../src/view/api.ts"
import { layersOf } from "../text/layers.ts"
import { blocksOf } from "../text/paragraphs.ts"
import { segmentText } from "../text/segments.ts"
import { cluesOf } from "./clues.ts"
import { MarkedSegment, type Markings } from "./marked-segment.tsx"
import type { ActiveEvent } from "./use-active-event.ts"

interface ArticleTextProps {
  readonly text: string
  /** In reading order. */
  readonly events: readonly CodedEvent[]
  readonly active: ActiveEvent
  /** Words that an analyst picks. */
  readonly picked: Span | undefined
}

/** The article's own words, nothing added or left out, cut wherever evidence or a participant begins or ends. */
export function ArticleText({ text, events, active, picked }: ArticleTextProps) {
  const inHand = active.pointed ?? active.chosen
  const markings = useMemo(() => markingsOf(events), [events])
  const clues = useMemo(
    () => [
      ...cluesOf(events, inHand),
      ...(picked === undefined ? [] : [{ ...picked, kind: "picked" } as const]),
    ],
    [events, inHand, picked],
  )
  const blocks = useMemo(() => {
    const spans = [...events.map(({ evidence }) => evidence), ...clues]
    return blocksOf(text).map((block) => ({ block, segments: segmentText(text, spans, block) }))
  }, [text, events, clues])
  return (
    <div className="article-text" lang="en">
      {blocks.map(({ block, segments }) => {
        const content = segments.map((segment) => (
          <MarkedSegment
            key={segment.start}
            segment={segment}
            events={events}
            clues={clues}
            markings={markings}
            active={active}
          />
        ))
        return block.kind === "gap" ? (
          <span key={block.start} className="gap">
            {content}
          </span>
        ) : (
          <p key={block.start}>{content}</p>
        )
      })}
    </div>
  )
}

const markingsOf = (events: readonly CodedEvent[]): Markings => ({
  layers: layersOf(events.map(({ evidence }) => evidence)),
  starts: new Map(events.map(({ evidence }, at) => [evidence.start, at] as const).reverse()),
})
