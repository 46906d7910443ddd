import type { RelationPoint } from "../../../src/record/index.ts"
import { monthWords } from "../wording/dates.ts"
import { counted, oneDecimal } from "../wording/numbers.ts"
import { hasData } from "./has-data.ts"

interface ChartReadoutProps {
  readonly point: RelationPoint | undefined
  /** The month pointed at, which may lie outside the series. */
  readonly month: string | undefined
}

const HINT = "Point at a month to read it; click to list its happenings."

/** The numbers of one month, in a line that always has its place. */
export function ChartReadout({ point, month }: ChartReadoutProps) {
  const named = month ?? point?.period
  return (
    <p className="readout" aria-live="polite">
      {named === undefined ? HINT : <b>{monthWords(named)}</b>}
      {named !== undefined && (point === undefined || !hasData(point)) && <span>no data</span>}
      {point !== undefined && hasData(point) && <MonthNumbers point={point} />}
    </p>
  )
}

function MonthNumbers({ point }: { readonly point: RelationPoint }) {
  return (
    <>
      <span>{levelWords(point)}</span>
      <span>
        <i className="dot fill-mco" /> cooperation {oneDecimal(point.cooperation)}
      </span>
      <span>
        <i className="dot fill-mcf" /> conflict {oneDecimal(point.conflict)}
      </span>
      <span>
        intended {oneDecimal(point.intentCooperation)} / {oneDecimal(point.intentConflict)}
      </span>
    </>
  )
}

function levelWords({ share, low, high, happenings }: RelationPoint): string {
  if (share === null || low === null || high === null) return "nothing occurred"
  const band = `${Math.round(low)}–${Math.round(high)}`
  return `share ${Math.round(share)} (${band}) from ${counted(happenings, "happening")}`
}
