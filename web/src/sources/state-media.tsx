import { Link } from "wouter"
import type { SourcesPage, StateMediaShare } from "../../../src/view/sources-page.ts"
import { pairAddress } from "../addresses.ts"
import { counted, whole } from "../wording/numbers.ts"

const PAIRS_SHOWN = 15

/** How much is known on the word of state media alone, in all, by year, and by pair; each share with its band. */
export function StateMedia({ shares }: { readonly shares: SourcesPage["stateMedia"] }) {
  const { whole: all, years, pairs } = shares
  const told = [...pairs].sort((a, b) => (b.low ?? 0) - (a.low ?? 0) || b.happenings - a.happenings)
  return (
    <>
      <p className="lede">
        <b>{percent(all.share)}</b> of {counted(all.happenings, "happening")} ({whole(all.onlyStateMedia)})
        are reported by state media alone; 95 % band {percent(all.low)} to {percent(all.high)}.
      </p>
      <div className="state-media">
        <ShareTable
          caption="By year"
          rows={years.map(({ year, ...share }) => ({ key: year, name: year, share })).reverse()}
        />
        <ShareTable
          caption={`Of the ${pairs.length} pairs with most happenings, those in which it is surely the most`}
          rows={told.slice(0, PAIRS_SHOWN).map(({ pair, a, b, ...share }) => ({
            key: pair,
            name: (
              <Link href={pairAddress(pair)}>
                {a.name} <span className="dash">–</span> {b.name}
              </Link>
            ),
            share,
          }))}
        />
      </div>
    </>
  )
}

interface ShareTableProps {
  readonly caption: string
  readonly rows: readonly {
    readonly key: string
    readonly name: React.ReactNode
    readonly share: StateMediaShare
  }[]
}

function ShareTable({ caption, rows }: ShareTableProps) {
  return (
    <table className="data-table share-table">
      <caption>{caption}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Of</th>
          <th scope="col">Only state media</th>
          <th scope="col">Band</th>
          <th scope="col">Happenings</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, share }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="number">{percent(share.share)}</td>
            <td className="cell-band">
              <ShareBand share={share} />
            </td>
            <td className="number">
              {whole(share.onlyStateMedia)} <span className="dash">of</span> {whole(share.happenings)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The share as a point on a line from 0 to 100 %, with its band. */
function ShareBand({ share: { share, low, high } }: { readonly share: StateMediaShare }) {
  if (share === null || low === null || high === null) return null
  const words = `${percent(share)}, band ${percent(low)} to ${percent(high)}`
  return (
    <svg
      className="band"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
      data-tip={words}
    >
      <line className="share-axis" x1={0} x2={100} y1={6} y2={6} />
      <line className="band-line" x1={low * 100} x2={high * 100} y1={6} y2={6} />
      <line className="band-point" x1={share * 100} x2={share * 100} y1={1} y2={11} />
    </svg>
  )
}

const percent = (share: number | null): string => (share === null ? "–" : `${Math.round(share * 100)} %`)
