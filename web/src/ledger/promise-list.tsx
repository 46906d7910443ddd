import type { PromiseEntry } from "../../../src/record/index.ts"
import { dayWords } from "../wording/dates.ts"
import { amountOf } from "../wording/quantities.ts"
import { EvidenceList } from "./evidence-list.tsx"
import { partyWords } from "./ledger-words.ts"

/** Agreements and undertakings, each with how far it has come, its sums and its steps. */
export function PromiseList({ promises }: { readonly promises: readonly PromiseEntry[] }) {
  return promises.map(({ id, kind, by, to, state, amounts, history }) => (
    <li key={id} className="ledger-entry">
      <p>
        {kind}: {partyWords([...by, ...to])} <span className="ledger-mark">{state}</span>
      </p>
      {amounts.length > 0 && (
        <p className="ledger-note">
          {amounts.map(({ value, unit }) => amountOf(value, unit ?? "")).join(", ")}
        </p>
      )}
      <ol className="ledger-steps">
        {history.map((step) => (
          <li key={step.evidence.event}>
            {step.state} <time>{dayWords(step.evidence.reported)}</time>
          </li>
        ))}
      </ol>
      <EvidenceList evidence={history.map(({ evidence }) => evidence)} />
    </li>
  ))
}
