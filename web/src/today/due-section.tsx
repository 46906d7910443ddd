import { Link } from "wouter"
import type { DuePlan, PlanOutcome } from "../../../src/view/today-page.ts"
import { happeningAddress } from "../addresses.ts"
import { PartySides } from "../parts/party-list.tsx"
import { StatusMark } from "../parts/status-mark.tsx"
import { TypeName } from "../parts/type-name.tsx"
import { When } from "../parts/when.tsx"
import { dayWords } from "../wording/dates.ts"
import { isStatus, statusWords } from "../wording/statuses.ts"

const OUTCOMES: Readonly<Record<string, string>> = {
  occurred: "came about",
  ongoing: "under way",
  pending: "no word of it yet",
  unknown: "not heard of again",
  postponed: "put off",
  cancelled: "called off",
  "not-occurred": "did not come about",
}

/** What became of a plan, in words. */
const outcomeWords = (outcome: PlanOutcome): string =>
  OUTCOMES[outcome] ?? (isStatus(outcome) ? statusWords(outcome) : outcome)

/** Plans, promises and expectations whose day has come, and what became of them. */
export function DueSection({ due }: { readonly due: readonly DuePlan[] }) {
  const open = due.filter(({ outcome }) => outcome === "unknown" || outcome === "pending").length
  return (
    <section className="today-part" aria-labelledby="due-heading">
      <div className="section-head">
        <h2 id="due-heading">What fell due</h2>
        <p className="count">{due.length > 0 && `${due.length - open} settled of ${due.length}`}</p>
      </div>
      {due.length === 0 && (
        <p className="empty">No plan or promise between two states fell due in these days.</p>
      )}
      <ol className="due">
        {due.map((plan) => (
          <li key={plan.id}>
            <Link href={happeningAddress(plan.id)}>
              <TypeName type={plan.type} name={plan.typeName} mode={plan.mode} />{" "}
              <PartySides sides={plan} most={2} />
            </Link>
            <p className="due-line">
              <span className={`due-outcome due-${plan.outcome}`}>
                <StatusMark status={plan.status} quad={plan.quad} /> {outcomeWords(plan.outcome)}
              </span>
              <span>
                due <When period={plan} certain={plan.dateCertain} />
              </span>
              {plan.foretold !== null && <span>foretold {dayWords(plan.foretold)}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
