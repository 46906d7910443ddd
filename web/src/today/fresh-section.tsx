import { useState } from "react"
import type { TodayPage } from "../../../src/view/today-page.ts"
import { HappeningEntry } from "../pair/happening-entry.tsx"
import { whole } from "../wording/numbers.ts"

/** Entries shown at first. */
const FIRST = 12

/** What the news tells for the first time, most widely told first. */
export function FreshSection({ fresh: { total, happenings } }: { readonly fresh: TodayPage["fresh"] }) {
  const [all, setAll] = useState(false)
  const shown = all ? happenings : happenings.slice(0, FIRST)
  return (
    <section className="today-fresh happenings" aria-labelledby="fresh-heading">
      <div className="section-head">
        <h2 id="fresh-heading">New happenings</h2>
        <p className="count">{countWords(total, happenings.length)}</p>
      </div>
      {happenings.length === 0 ? (
        <p className="empty">
          The articles of these days tell of nothing new between two states. Choose an earlier day above.
        </p>
      ) : (
        <ol>
          {shown.map((row) => (
            <HappeningEntry key={row.id} row={row} />
          ))}
        </ol>
      )}
      {happenings.length > shown.length && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          Show {happenings.length - shown.length} more
        </button>
      )}
    </section>
  )
}

function countWords(total: number, given: number): string {
  if (total === 0) return ""
  return total > given
    ? `${whole(total)}, the ${given} most widely told of them here`
    : `${whole(total)}, most widely told first`
}
