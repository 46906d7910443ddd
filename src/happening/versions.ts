import type { Quantity, Version } from "../record/index.ts"
import { PLANS, type Report } from "./report.ts"

type Field = Version["field"]

/**
 * Where the reports differ in a field: each value with the documents that give it, in order of field and value. Modes are
 * compared among the reports that give the happening's own type.
 */
export function versionsOf(reports: readonly Report[], type: Report["type"]): Version[] {
  return [
    ...differing("date", reports, dateValues),
    ...differing("place", reports, ({ place }) => (place === null ? [] : [place.name])),
    ...quantityVersions(reports),
    ...differing("status", reports, statusValues),
    ...differing("mode", reports, ({ event }) =>
      event.mode === null || event.type !== type ? [] : [event.mode],
    ),
  ]
}

/** A filled-in date is no version, and a plan's date is history. */
const dateValues = ({ event }: Report): string[] =>
  event.date?.certain && !PLANS.has(event.status)
    ? [event.date.start === event.date.end ? event.date.start : `${event.date.start}/${event.date.end}`]
    : []

/** Plans that come true are history; that it happened, that it did not and that somebody denies it are versions. */
const statusValues = ({ event }: Report): string[] => (PLANS.has(event.status) ? [] : [event.status])

/** Amounts are compared within their kind and unit: five killed here and seven there, not five killed and two visits. */
function quantityVersions(reports: readonly Report[]): Version[] {
  const kinds = new Set(reports.flatMap(({ event }) => event.quantities.map(quantityKind)))
  return [...kinds]
    .sort()
    .flatMap((kind) =>
      differing("quantity", reports, ({ event }) =>
        event.quantities.filter((quantity) => quantityKind(quantity) === kind).map(quantityValue),
      ),
    )
}

const quantityKind = ({ kind, unit }: Quantity): string => `${kind} ${unit ?? ""}`
const quantityValue = ({ value, unit }: Quantity): string => (unit === null ? `${value}` : `${value} ${unit}`)

/** Empty where all reports that speak of the field agree. */
function differing(
  field: Field,
  reports: readonly Report[],
  values: (report: Report) => readonly string[],
): Version[] {
  const documents = new Map<string, Set<string>>()
  for (const report of reports)
    for (const value of values(report)) {
      const found = documents.get(value)
      if (found === undefined) documents.set(value, new Set([report.event.document]))
      else found.add(report.event.document)
    }
  if (documents.size < 2) return []
  return [...documents.keys()]
    .sort()
    .map((value) => ({ field, value, documents: [...documents.get(value)!].sort() }))
}
