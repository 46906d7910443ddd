import type { JudgedField, JudgedFields, JudgedParty } from "../../../src/record/index.ts"
import { codeWords } from "../wording/modes.ts"
import { statusWords } from "../wording/statuses.ts"

const NAMES: Readonly<Record<JudgedField, string>> = {
  type: "type",
  mode: "mode",
  status: "status",
  actors: "actors",
  recipients: "recipients",
  date: "date",
  place: "place",
  background: "background",
}

export const fieldName = (field: JudgedField): string => NAMES[field]

/** A field's value in words; "none" where it is absent. */
export function fieldWords(field: JudgedField, fields: Partial<JudgedFields>): string {
  switch (field) {
    case "actors":
    case "recipients":
      return partiesWords(fields[field] ?? [])
    case "date":
      return periodWords(fields.date ?? null)
    case "place":
      return [fields.place?.name, fields.place?.country].filter(Boolean).join(", ") || "none"
    case "background":
      return fields.background ? "background" : "news"
    case "status":
      return fields.status === undefined ? "none" : statusWords(fields.status)
    case "mode":
      return fields.mode ? codeWords(fields.mode) : "none"
    case "type":
      return fields.type ?? "none"
  }
}

const partiesWords = (parties: readonly JudgedParty[]): string =>
  parties.map(({ name, country }) => (country === null ? name : `${name} ${country}`)).join(", ") || "nobody"

function periodWords(date: JudgedFields["date"]): string {
  if (date === null) return "none"
  return date.start === date.end ? date.start : `${date.start} to ${date.end}`
}
