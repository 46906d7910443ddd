import { StatusMark } from "../parts/status-mark.tsx"
import { QUAD_ORDER } from "../wording/quads.ts"

/** What the marks mean: colour and form by class, filling by status. */
export function ChartLegend() {
  return (
    <ul className="legend" aria-label="Legend">
      {QUAD_ORDER.map((quad) => (
        <li key={quad}>
          <StatusMark status="occurred" quad={quad} /> {quad}
        </li>
      ))}
      <li>
        <StatusMark status="occurred" quad={null} /> occurred
      </li>
      <li>
        <StatusMark status="ongoing" quad={null} /> under way
      </li>
      <li>
        <StatusMark status="planned" quad={null} /> planned
      </li>
      <li>
        <StatusMark status="expected" quad={null} /> expected, promised, threatened
      </li>
      <li>
        <StatusMark status="denied" quad={null} /> denied or did not occur
      </li>
    </ul>
  )
}
