import type { Analysis } from "../../text/analysis.ts"
import { formOf } from "./chunks.ts"
import type { Match } from "./matches.ts"

const CURRENCIES = new Set(
  "dollar pound rouble ruble yuan renminbi yen euro franc peso lira rupee rial riyal dinar dirham krona krone kronor kroner rand real won baht rupiah ringgit shekel zloty forint leu lev hryvnia tenge lari manat som shilling naira cedi birr taka dong".split(
    " ",
  ),
)

/** "US$25 million", "the Canadian dollar": the name of a country that only says which money is meant. */
export function isCurrency(analysis: Analysis, { last }: Pick<Match, "last">): boolean {
  if (formOf(analysis, last - 1).endsWith("$")) return true
  if (last >= analysis.count) return false
  if (formOf(analysis, last).startsWith("$") && analysis.start[last] === analysis.end[last - 1]) return true
  return CURRENCIES.has((analysis.lemma[last] ?? "").toLowerCase())
}
