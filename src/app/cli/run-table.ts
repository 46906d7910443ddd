import Table from "cli-table3"
import type { StoreSummary } from "../../store/index.ts"
import type { BuildOutcome } from "../record-builder.ts"

const whole = (value: number): string => Math.round(value).toLocaleString("en-US")

const plural = (count: number, noun: string): string => `${whole(count)} ${noun}${count === 1 ? "" : "s"}`

function speed({ stored, characters, milliseconds }: BuildOutcome): string {
  const seconds = milliseconds / 1000
  const time = `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`
  if (stored === 0) return time
  return `${time}, ${whole(stored / seconds)} documents/s, ${(characters / 1e6 / seconds).toFixed(2)} million characters/s`
}

/** No lines between the rows. */
const WITHOUT_RULES = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" }

/** The closing table of a run: what was done now, and what the record holds. */
export function runTable(outcome: BuildOutcome, summary: StoreSummary): string {
  const lost = outcome.lost === 0 ? "" : `, ${outcome.lost} skipped`
  const table = new Table({ style: { head: [], border: [] }, chars: WITHOUT_RULES })
  table.push(
    [
      "this run",
      `${plural(outcome.stored, "document")} stored, ${whole(outcome.unchanged)} there already${lost}`,
    ],
    ["time", speed(outcome)],
    ["documents", whole(summary.documents)],
    ["published", summary.first === null ? "–" : `${summary.first} to ${summary.last}`],
    ["events", whole(summary.events)],
    ...summary.byType.map(({ type, events }) => [`  ${type}`, whole(events)]),
    ["happenings", whole(summary.happenings)],
    ["pairs of states", whole(summary.pairs)],
  )
  return table.toString()
}
