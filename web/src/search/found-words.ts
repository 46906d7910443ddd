import type { SearchRow } from "../../../src/view/api.ts"

/** Found words that an address names at most: enough to see, and the address stays short. */
const MOST = 20

/** An article's address with the places of what was found there: "at=120-128,240-251", offsets into the text. */
export function foundAddress(address: string, { start, marks }: SearchRow["snippet"]): string {
  const places = withoutOverlap(marks)
    .slice(0, MOST)
    .map((mark) => `${start + mark.start}-${start + mark.end}`)
  return places.length === 0
    ? address
    : `${address}${address.includes("?") ? "&" : "?"}at=${places.join(",")}`
}

/** Reads the places again; what is no place is left out. */
export const readFound = (query: URLSearchParams): { readonly start: number; readonly end: number }[] =>
  (query.get("at") ?? "").split(",").flatMap((place) => {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(place) ?? []
    return start !== undefined && Number(end) > Number(start)
      ? [{ start: Number(start), end: Number(end) }]
      : []
  })

function withoutOverlap(marks: SearchRow["snippet"]["marks"]): SearchRow["snippet"]["marks"] {
  let end = -1
  return marks.filter((mark) => {
    if (mark.start < end) return false
    end = mark.end
    return true
  })
}
