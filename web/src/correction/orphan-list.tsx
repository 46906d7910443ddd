import type { Review } from "../../../src/record/index.ts"
import { counted } from "../wording/numbers.ts"
import { ReviewNote } from "./review-note.tsx"

/** What was said of events that the article is not coded to any more: it is kept, and takes hold where they are coded again. */
export function OrphanList({ orphans }: { readonly orphans: readonly Review[] }) {
  if (orphans.length === 0) return null
  return (
    <details className="orphans">
      <summary>{counted(orphans.length, "corrected event")} no longer coded</summary>
      <ol>
        {orphans.map((review) => (
          <li key={review.history[0]?.id}>
            <q>{review.history[0]?.target.evidence.text}</q>
            <ReviewNote review={review} />
          </li>
        ))}
      </ol>
    </details>
  )
}
