import { Type } from "typebox"
import type { Ledger } from "../../record/index.ts"
import { type LedgerRow, ledgerRows } from "../../view/index.ts"
import { readLedger } from "../pair-ledger.ts"
import { pairOfStates } from "../server/pair-of-states.ts"
import { day, pairParams } from "../server/request-schemas.ts"
import { ledgerPage } from "../server/schemas/ledger.ts"
import { list } from "../server/schemas/parts.ts"
import { type Citation, citationOf, citationSchema, citationText } from "./citations.ts"
import { tool } from "./tool.ts"

/** Reports that are cited of one entry in the text; the data cites them all. */
const CITED_AN_ENTRY = 2

export const ledgerTool = tool({
  name: "ledger",
  title: "The ledger of a pair",
  description:
    "What holds between two states: visits and meetings counted once each, promises and what became of them, sanctions and the like in force, counts in texts checked, claims that something never happened; each with its sentences.",
  input: Type.Object({
    pair: pairParams.properties.pair,
    asOf: day("The day from which plans are seen; the record's last unless it is given"),
  }),
  output: Type.Object({
    ...ledgerPage.properties,
    citations: list(citationSchema, "Every report that an entry rests on, by its event."),
  }),
  answer: async ({ pair, asOf }, { store, ...names }) => {
    const [a, b] = pairOfStates(pair, names)
    const ledger = await readLedger(store, [a.code, b.code], asOf)
    const entries = entriesOf(ledger)
    const reports = await store.reports([...new Set(entries.flatMap(({ events }) => events))])
    const citations = reports.map((report) => citationOf(report, names))
    const byEvent = new Map(citations.map((citation) => [citation.event, citation]))
    return {
      data: { ...ledger, a, b, citations },
      text: [
        `${a.name}–${b.name}, as of ${ledger.asOf ?? "an unknown day"}: ${entries.length} entries.`,
        ...entries.map((entry) => entryText(entry, byEvent)),
      ].join("\n"),
    }
  },
})

interface LedgerEntryRow {
  readonly row: LedgerRow
  readonly events: readonly string[]
}

/** The rows of the ledger with the events that each rests on. */
function entriesOf(ledger: Ledger): LedgerEntryRow[] {
  const { encounters, claims, promises, standing, absences } = ledger
  const entries: readonly object[] = [...encounters, ...claims, ...promises, ...standing, ...absences]
  return ledgerRows(ledger).map((row, at) => ({ row, events: [...new Set(eventsIn(entries[at]))] }))
}

/** Ids of the events that evidence within the entry names, however deep. */
function eventsIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return []
  if ("words" in part && "event" in part) return [String(part.event)]
  return Object.values(part).flatMap(eventsIn)
}

function entryText({ row, events }: LedgerEntryRow, byEvent: ReadonlyMap<string, Citation>): string {
  const { section, kind, by, to, state, from, until, amounts, detail } = row
  const dates = [from, until].filter((date) => date !== "")
  const facts = [[...new Set(dates)].join(" to "), amounts, detail].filter((fact) => fact !== "")
  const cited = events.flatMap((id) => byEvent.get(id) ?? []).slice(0, CITED_AN_ENTRY)
  return [
    `${section}: ${kind}, ${by} → ${to}: ${[state, ...facts].join("; ")}`,
    ...cited.map((citation) => `  ${citationText(citation)}`),
  ].join("\n")
}
