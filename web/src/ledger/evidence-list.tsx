import { Link } from "wouter"
import type { Evidence } from "../../../src/record/index.ts"
import { documentAddress } from "../addresses.ts"
import { AttributionChain } from "../parts/attribution-chain.tsx"
import { dayWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

/** The reports behind an entry, closed at first: the outlet, its day, who says so, and the words, which lead to the article. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const outlets = [...new Set(evidence.flatMap(({ outlet }) => outlet ?? []))]
  return (
    <details className="ledger-evidence">
      <summary>
        {counted(evidence.length, "report")}
        {outlets.length > 0 && <span className="ledger-outlets"> {outlets.join(", ")}</span>}
      </summary>
      <ol>
        {evidence.map(({ event, document, reported, outlet, words, attribution }) => (
          <li key={event}>
            <AttributionChain outlet={outlet} chain={attribution} />{" "}
            <time dateTime={reported ?? undefined}>{dayWords(reported)}</time>
            <p className="evidence">
              <Link href={documentAddress(document, event)}>{words}</Link>
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
