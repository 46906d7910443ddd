import { lazy, type RefObject, Suspense, useState } from "react"
import type { ChartRow } from "../export/table-text.ts"

const ExportChoices = lazy(() => import("../export/export-choices.tsx"))

export interface ChartExportProps {
  /** Names the files and the citation: "Belarus – China: cooperation and conflict by month". */
  readonly title: string
  /** The chart's data, made when they are asked for. */
  readonly rows: () => readonly ChartRow[]
  /** What holds the chart's drawings (SVG; each figcaption becomes a caption); without it there is no picture to take. */
  readonly drawings?: RefObject<Element | null>
}

/** Takes a chart away: its data, its picture as it looks now, and how to cite it with the version of the data. */
export function ChartExport(props: ChartExportProps) {
  const [open, setOpen] = useState(false)
  return (
    <details className="export" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        Export<span className="unseen">: {props.title}</span>
      </summary>
      {open && (
        <Suspense fallback={<p className="export-told">&nbsp;</p>}>
          <ExportChoices {...props} />
        </Suspense>
      )}
    </details>
  )
}
