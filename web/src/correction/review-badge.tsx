import type { Review } from "../../../src/record/index.ts"

const WORDS = { confirm: "confirmed", fix: "fixed", reject: "rejected" } as const

/** What stands of a card's event, in a word. */
export function ReviewBadge({ review }: { readonly review: Review | null }) {
  const standing = review?.standing
  if (!standing) return null
  const disputed = (review?.dissent.length ?? 0) > 0
  return (
    <span className={`flag${standing.kind === "reject" ? "" : " flag-quiet"}`}>
      {WORDS[standing.kind]}
      {disputed && ", disputed"}
    </span>
  )
}
