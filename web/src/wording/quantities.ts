import type { Quantity } from "../../../src/record/index.ts"
import { amount } from "./numbers.ts"

const CURRENCY = /^[A-Z]{3}$/
/** Units that are the same for one and for many: "52 killed". */
const NO_PLURAL = /ed$|ing$|people$/
const IRREGULAR: Readonly<Record<string, string>> = {
  person: "people",
  man: "men",
  woman: "women",
  child: "children",
}

/** A quantity as it was understood: "USD 3.56 billion", "3,000 soldiers", "no. 2 visit in 2023". */
export function quantityWords({ kind, value, unit, period }: Quantity): string {
  if (kind === "ordinal")
    return `no. ${amount(value)}${unit === null ? "" : ` ${unit}`}${period ? ` in ${period}` : ""}`
  return amountOf(value, unit)
}

/** A number with its unit: a currency before it, a noun after it in the plural that the number asks for. */
export function amountOf(value: number, unit: string | null): string {
  if (unit === null || unit === "") return amount(value)
  return CURRENCY.test(unit)
    ? `${unit} ${amount(value)}`
    : `${amount(value)} ${value === 1 ? unit : pluralOf(unit)}`
}

function pluralOf(unit: string): string {
  if (NO_PLURAL.test(unit)) return unit
  const last = unit.split(" ").at(-1) ?? unit
  const plural = IRREGULAR[last]
  if (plural !== undefined) return unit.slice(0, unit.length - last.length) + plural
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`
}
