import type { Summary } from "../../../src/view/api.ts"
import { useMeanings } from "../data/meanings.ts"
import { StatusMark } from "../parts/status-mark.tsx"
import { whole } from "../wording/numbers.ts"
import { STATUS_ORDER, statusWords } from "../wording/statuses.ts"

/** Reports by status; this is also the legend of the marks. */
export function StatusTally({ byStatus }: { readonly byStatus: Summary["byStatus"] }) {
  const meaning = useMeanings()
  const counts = new Map(byStatus.map(({ status, events }) => [status, events]))
  return (
    <figure className="status-tally">
      <figcaption>Reports by status</figcaption>
      <ul>
        {STATUS_ORDER.map((status) => (
          <li key={status} data-tip={meaning(status)}>
            <StatusMark status={status} quad={null} />
            {statusWords(status)} <b>{whole(counts.get(status) ?? 0)}</b>
          </li>
        ))}
      </ul>
    </figure>
  )
}
