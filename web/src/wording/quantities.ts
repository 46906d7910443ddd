import type { Quantity } from "../../../src/record/index.ts"
import { amount } from "./numbers.ts"

/** One quantity in words: "USD 3.56 billion", "3,000 soldiers", "2nd visit in 2023"; the text's own words stand beside it. */
export function quantityWords({ kind, value, unit, period }: Quantity): string {
  if (kind === "money") return `${unit ?? ""} ${amount(value)}`.trim()
  if (kind === "ordinal")
    return `no. ${amount(value)}${unit === null ? "" : ` ${unit}`}${period ? ` in ${period}` : ""}`
  return unit === null ? amount(value) : `${amount(value)} ${unit}`
}
