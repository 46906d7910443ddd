import { type Period, periodWords } from "../wording/dates.ts"

const IMPLIED = "The text gives no date; this one is filled in from the day of publication."

/** When, no more precise than it is known; a date that the text does not give is marked as implied. */
export function When({ period, certain }: { readonly period: Period; readonly certain: boolean }) {
  const words = periodWords(period)
  if (period.start === null) return <span className="when when-absent">{words}</span>
  return (
    <span className="when">
      <time dateTime={period.start}>{words}</time>
      {!certain && (
        <span className="implied" data-tip={IMPLIED}>
          {" "}
          implied
        </span>
      )}
    </span>
  )
}
