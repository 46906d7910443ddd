import { memo } from "react"
import { Link } from "wouter"
import type { PairRow } from "../../../src/view/api.ts"
import { pairAddress } from "../addresses.ts"
import { QuadBar } from "../parts/quad-bar.tsx"
import { ShareInterval } from "../parts/share-interval.tsx"
import { Sparkline } from "../parts/sparkline.tsx"
import { shortMonthWords } from "../wording/dates.ts"
import { whole } from "../wording/numbers.ts"

interface PairTableRowProps {
  readonly row: PairRow
  readonly span: readonly [string, string]
}

/** One pair of states, at a glance. */
export const PairTableRow = memo(function PairTableRow({ row, span }: PairTableRowProps) {
  return (
    <tr>
      <th scope="row" className="col-pair">
        <Link href={pairAddress(row.pair)}>
          {row.a.name} <span className="dash">–</span> {row.b.name}
        </Link>
        <span className="codes"> {row.pair}</span>
      </th>
      <td className="col-happenings number">{whole(row.happenings)}</td>
      <td className="col-reports number">{whole(row.reports)}</td>
      <td className="col-planned number">{row.planned === 0 ? "" : whole(row.planned)}</td>
      <td className="col-quad">
        <QuadBar byQuad={row.byQuad} />
      </td>
      <td className="col-share">
        <ShareInterval share={row.share} low={row.low} high={row.high} />
      </td>
      <td className="col-months">
        <Sparkline months={row.months} span={span} />
      </td>
      <td className="col-first date">{row.first === null ? "" : shortMonthWords(row.first)}</td>
      <td className="col-last date">{row.last === null ? "" : shortMonthWords(row.last)}</td>
    </tr>
  )
})
