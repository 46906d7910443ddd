import { Link } from "wouter"
import type { PlanOutcome, TodayPage } from "../../../src/view/today-page.ts"
import { happeningAddress } from "../addresses.ts"
import { PartySides } from "../parts/party-list.tsx"
import { StatusMark } from "../parts/status-mark.tsx"
import { TypeName } from "../parts/type-name.tsx"
import { When } from "../parts/when.tsx"
import { dayWords } from "../wording/dates.ts"
import { whole } from "../wording/numbers.ts"
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
export function DueSection({ due: { total, plans } }: { readonly due: TodayPage["due"] }) {
  const open = plans.filter(({ outcome }) => outcome === "unknown" || outcome === "pending").length
  return (
    <section className="today-part" aria-labelledby="due-heading">
      <div className="section-head">
        <h2 id="due-heading">What fell due</h2>
        <p className="count">{countWords(plans.length - open, plans.length, total)}</p>
      </div>
      {plans.length === 0 && (
        <p className="empty">No plan or promise between two states fell due in these days.</p>
      )}
      <ol className="due">
        {plans.map((plan) => (
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

function countWords(settled: number, shown: number, total: number): string {
  if (total === 0) return ""
  return total > shown
    ? `${settled} settled of the latest ${shown}, ${whole(total)} in all`
    : `${settled} settled of ${shown}`
}
