import type { Quad, Status } from "../../../src/record/index.ts"
import { useMeanings } from "../data/meanings.ts"
import { statusShape, statusWords } from "../wording/statuses.ts"
import { StatusMark } from "./status-mark.tsx"

interface StatusPillProps {
  readonly status: Status
  readonly quad: Quad | null
  /** Whether Tab stops here to explain; in long lists it does not. */
  readonly reachable?: boolean
}

/** Whether it happened, as a mark and a word. */
export function StatusPill({ status, quad, reachable = false }: StatusPillProps) {
  const meaning = useMeanings()(status)
  return (
    <span
      className={`pill pill-${statusShape(status)}`}
      data-tip={meaning}
      {...(reachable ? { tabIndex: 0 } : {})}
    >
      <StatusMark status={status} quad={quad} />
      {statusWords(status)}
    </span>
  )
}
