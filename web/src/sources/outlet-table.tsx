import { useMemo, useState } from "react"
import { Link } from "wouter"
import type { OutletRow } from "../../../src/view/sources-page.ts"
import { outletAddress } from "../addresses.ts"
import { AFFILIATIONS } from "../parts/outlet-name.tsx"
import { shortMonthWords } from "../wording/dates.ts"
import { whole } from "../wording/numbers.ts"

const OUTLETS_A_STEP = 100

export const GROUPINGS = ["owner", "country"] as const
export type Grouping = (typeof GROUPINGS)[number]

interface OutletTableProps {
  readonly outlets: readonly OutletRow[]
  readonly by: Grouping
}

/** The outlets under their owner or their country, groups of most articles first. */
export function OutletTable({ outlets, by }: OutletTableProps) {
  const [steps, setSteps] = useState(1)
  const groups = useMemo(() => grouped(outlets, by), [outlets, by])
  const most = Math.max(1, ...outlets.map(({ documents }) => documents))
  let left = steps * OUTLETS_A_STEP
  const shown = groups.filter((group) => {
    const fits = left > 0
    left -= group.outlets.length
    return fits
  })
  return (
    <>
      <table className="data-table outlet-table">
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col" className="narrow-out">
              {by === "owner" ? "Country" : "Owner"}
            </th>
            <th scope="col">Articles</th>
            <th scope="col" className="number">
              Events
            </th>
            <th scope="col" className="narrow-out">
              From, to
            </th>
          </tr>
        </thead>
        {shown.map((group) => (
          <tbody key={group.name}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={2} className="group-name">
                {group.name}{" "}
                {by === "owner" && group.affiliation !== "unknown" && (
                  <span className={`affiliation affiliation-${group.affiliation}`}>
                    {AFFILIATIONS[group.affiliation]}
                  </span>
                )}
              </th>
              <td className="cell-sum">{whole(group.documents)}</td>
              <td />
              <td className="narrow-out" />
            </tr>
            {group.outlets.map((outlet) => (
              <OutletLine key={outlet.id} outlet={outlet} by={by} most={most} />
            ))}
          </tbody>
        ))}
      </table>
      {groups.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show more outlets
        </button>
      )}
    </>
  )
}

interface OutletLineProps {
  readonly outlet: OutletRow
  readonly by: Grouping
  readonly most: number
}

function OutletLine({ outlet, by, most }: OutletLineProps) {
  const { name, countryName, owner, affiliation, documents, events, first, last } = outlet
  return (
    <tr>
      <th scope="row" className="grouped-name">
        <Link href={outletAddress(outlet.id)}>{name}</Link>
      </th>
      <td className="narrow-out">
        {by === "owner" ? (
          (countryName ?? <span className="outlet-absent">not known</span>)
        ) : (
          <>
            {owner ?? <span className="outlet-absent">not known</span>}{" "}
            <span className={`affiliation affiliation-${affiliation}`}>{AFFILIATIONS[affiliation]}</span>
          </>
        )}
      </td>
      <td className="cell-count">
        <span className="cell-number">{whole(documents)}</span>
        <span
          className={affiliation === "state-affiliated" ? "cell-fill cell-state" : "cell-fill"}
          style={{ inlineSize: `${(documents / most) * 100}%` }}
        />
      </td>
      <td className="number">{whole(events)}</td>
      <td className="date narrow-out">
        {first !== null && shortMonthWords(first)}
        {last !== null && last !== first && ` – ${shortMonthWords(last)}`}
      </td>
    </tr>
  )
}

interface Group {
  readonly name: string
  readonly affiliation: OutletRow["affiliation"]
  readonly outlets: readonly OutletRow[]
  readonly documents: number
}

const UNKNOWN = { owner: "Owner not known", country: "Country not known" } as const

function grouped(outlets: readonly OutletRow[], by: Grouping): Group[] {
  const groups = new Map<string, OutletRow[]>()
  for (const outlet of outlets) {
    const name = (by === "owner" ? outlet.owner : outlet.countryName) ?? UNKNOWN[by]
    const known = groups.get(name)
    if (known === undefined) groups.set(name, [outlet])
    else known.push(outlet)
  }
  return [...groups]
    .map(([name, own]) => ({
      name,
      affiliation: own[0]?.affiliation ?? "unknown",
      outlets: own,
      documents: own.reduce((sum, { documents }) => sum + documents, 0),
    }))
    .sort((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1))
}
