import type { Quad, Status } from "../../../src/record/index.ts"
import { quadColour } from "../wording/quads.ts"
import { statusShape } from "../wording/statuses.ts"

interface MarkProps {
  readonly status: Status
  readonly quad: Quad | null
  readonly size?: number
}

/** The mark by which an act is known everywhere: square for deeds, round for words; filled, hollow or crossed by status. */
export function StatusMark({ status, quad, size = 11 }: MarkProps) {
  return (
    <svg className="mark" width={size} height={size} viewBox="-6 -6 12 12" aria-hidden="true">
      <MarkShape status={status} quad={quad} />
    </svg>
  )
}

/** The same mark for use inside a larger drawing, centred on 0,0 and about 10 units wide. */
export function MarkShape({ status, quad }: MarkProps) {
  const colour = quadColour(quad)
  const deed = quad?.startsWith("material") ?? false
  const shape = statusShape(status)
  const outline = deed ? "M-4.2-4.2h8.4v8.4h-8.4z" : "M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0z"
  const half = deed ? "M-4.2 0h8.4v4.2h-8.4z" : "M-4.6 0a4.6 4.6 0 0 0 9.2 0z"
  return (
    <g stroke={colour} strokeWidth={1.6} fill="none">
      {shape === "filled" && <path d={outline} fill={colour} />}
      {shape === "half" && (
        <>
          <path d={outline} />
          <path d={half} fill={colour} />
        </>
      )}
      {shape === "hollow" && (
        <path d={outline} strokeDasharray={status === "planned" ? undefined : "2.4 1.7"} />
      )}
      {shape === "crossed" && <path d="M-4-4L4 4M4-4L-4 4" strokeWidth={2} />}
    </g>
  )
}
