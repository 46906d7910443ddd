import { useRef, useState } from "react"
import type { TodayPage } from "../../../src/view/today-page.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { dayWords } from "../wording/dates.ts"
import { moveRows } from "./move-rows.ts"
import { MovesChart } from "./moves-chart.tsx"

/** Pairs drawn at first. */
const FIRST = 12

interface MovesSectionProps {
  readonly moved: TodayPage["moved"]
  readonly from: string
  readonly until: string
}

/** Pairs that moved: where each stood in the year before and where it stands since. */
export function MovesSection({ moved, from, until }: MovesSectionProps) {
  const { pairs } = moved
  const clear = pairs.filter((pair) => pair.clear).length
  return (
    <section className="today-part" aria-labelledby="moves-heading">
      <div className="section-head">
        <h2 id="moves-heading">Pairs that moved</h2>
        <p className="count">
          {pairs.length > 0 && `${clear === 0 ? "none" : clear} for certain of ${pairs.length}`}
        </p>
      </div>
      {pairs.length === 0 ? (
        <p className="empty">Nothing occurred between two states in these days, so nothing moved.</p>
      ) : (
        <Moves moved={moved} from={from} until={until} />
      )}
    </section>
  )
}

function Moves({ moved: { pairs }, from, until }: MovesSectionProps) {
  const drawings = useRef<HTMLElement>(null)
  const [holder, width] = useWidth<HTMLDivElement>()
  const [all, setAll] = useState(false)
  const shown = all ? pairs : pairs.slice(0, FIRST)
  return (
    <>
      <figure ref={drawings}>
        <figcaption>
          Cooperative share of what occurred: hollow in the year before {dayWords(from)}, filled since; lines
          are 95 % bands. In colour where the difference is too large for chance.
        </figcaption>
        <div ref={holder}>{width > 0 && <MovesChart pairs={shown} from={from} width={width} />}</div>
      </figure>
      {pairs.length > shown.length && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          Show {pairs.length - shown.length} more
        </button>
      )}
      <ChartExport
        title={`Pairs that moved, ${from} to ${until}`}
        rows={() => moveRows(pairs, from, until)}
        drawings={drawings}
      />
    </>
  )
}
