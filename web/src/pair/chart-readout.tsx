import type { PairPeriod } from "../../../src/record/index.ts"
import { counted, oneDecimal } from "../wording/numbers.ts"
import { levelWords, ownerWords, shareWords } from "../wording/relation.ts"
import { hasData } from "./has-data.ts"

interface ChartReadoutProps {
  readonly point: PairPeriod | undefined
  /** The period pointed at, in words, which may lie outside the series. */
  readonly named: string | undefined
}

const HINT = "Point at a month to read it; click to list its happenings."

/** The numbers of one period, in lines that always have their place. */
export function ChartReadout({ point, named }: ChartReadoutProps) {
  const told = point !== undefined && hasData(point)
  return (
    <div className="readout" aria-live="polite">
      <p>
        {named === undefined ? HINT : <b>{named}</b>}
        {named !== undefined && !told && <span>no data</span>}
        {point !== undefined && told && <OwnNumbers point={point} />}
      </p>
      <p>{point !== undefined && point.share !== null && <OtherNumbers point={point} />}</p>
    </div>
  )
}

function OwnNumbers({ point }: { readonly point: PairPeriod }) {
  return (
    <>
      <span>{occurredWords(point)}</span>
      <span>
        <i className="dot fill-mco" /> cooperation {oneDecimal(point.cooperation)}
      </span>
      <span>
        <i className="dot fill-mcf" /> conflict {oneDecimal(point.conflict)}
      </span>
      <span>
        intended {oneDecimal(point.intentCooperation)} / {oneDecimal(point.intentConflict)}
      </span>
      {point.volume !== null && <span>{oneDecimal(point.volume)} % of the corpus</span>}
    </>
  )
}

/** The same period otherwise: smoothed, by other weights, and with one thing at a time left out. */
function OtherNumbers({ point }: { readonly point: PairPeriod }) {
  const { smoothed, byWeights, withoutStateMedia, withoutLargest, withoutOneOwner } = point
  return (
    <>
      <span>smoothed {levelWords(smoothed)}</span>
      <span>
        PLOVER {shareWords(byWeights.plover)} · Goldstein {shareWords(byWeights.goldstein)} · each alike{" "}
        {shareWords(byWeights.unit)}
      </span>
      <span>
        without state media {shareWords(withoutStateMedia)} · without the largest {shareWords(withoutLargest)}
        {withoutOneOwner !== null &&
          ` · without ${ownerWords(withoutOneOwner.owner)} ${shareWords(withoutOneOwner.level)}`}
      </span>
    </>
  )
}

function occurredWords({ share, low, high, happenings }: PairPeriod): string {
  if (share === null || low === null || high === null)
    return happenings > 0 ? `${counted(happenings, "happening")} without weight` : "nothing occurred"
  return `share ${levelWords({ share, low, high })} from ${counted(happenings, "happening")}`
}
