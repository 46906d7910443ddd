import type { PairRow } from "../../../src/view/api.ts"
import { monthIndex } from "../scales/months.ts"

const HEIGHT = 24
const MIDDLE = HEIGHT / 2

interface SparklineProps {
  readonly months: PairRow["months"]
  /** First and last month of every row, so that rows can be compared; what lies outside is not drawn. */
  readonly span: readonly [string, string]
}

/** Happenings month by month: cooperation upwards, conflict downwards. */
export function Sparkline({ months, span }: SparklineProps) {
  const first = monthIndex(span[0])
  const width = monthIndex(span[1]) - first + 1
  const tallest = Math.max(1, ...months.flatMap(({ cooperation, conflict }) => [cooperation, conflict]))
  const bars = (side: "cooperation" | "conflict", direction: 1 | -1) =>
    months
      .filter(({ month, [side]: count }) => count > 0 && month >= span[0] && month <= span[1])
      .map(({ month, [side]: count }) => {
        const height = Math.max(1.5, (count / tallest) * (MIDDLE - 1))
        return `M${monthIndex(month) - first + 0.5} ${MIDDLE}v${-direction * height}`
      })
      .join("")
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1="0" x2={width} y1={MIDDLE} y2={MIDDLE} className="sparkline-axis" />
      <path d={bars("cooperation", 1)} className="sparkline-cooperation" />
      <path d={bars("conflict", -1)} className="sparkline-conflict" />
    </svg>
  )
}
