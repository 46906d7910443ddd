import type { Review } from "../../../src/record/index.ts"

const WORDS = { confirm: "confirmed", fix: "fixed", reject: "rejected", add: "added" } as const

/** True of an event that nobody coded and that whoever added it took back. */
export const isTakenBack = (review: Review | null): boolean =>
  review?.standing === null && review.history.some(({ kind }) => kind === "add")

/** What stands of a card's event, in a word. */
export function ReviewBadge({ review }: { readonly review: Review | null }) {
  const standing = review?.standing
  if (isTakenBack(review)) return <span className="flag flag-quiet">taken back</span>
  if (!standing) return null
  const disputed = (review?.dissent.length ?? 0) > 0
  return (
    <span className={`flag${standing.kind === "reject" ? "" : " flag-quiet"}`}>
      {WORDS[standing.kind]}
      {disputed && ", disputed"}
    </span>
  )
}
