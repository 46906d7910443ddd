import { useDeferredValue, useMemo, useState } from "react"
import { Link } from "wouter"
import type { LeaderRow } from "../../../src/view/leaders-page.ts"
import "../styles/data-table.css"
import { leaderAddress } from "../addresses.ts"
import { useLeaders } from "../data/workbench-queries.ts"
import { useAddressPart } from "../pair/use-address-part.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { findRows } from "../text/find-rows.ts"
import { shortMonthWords } from "../wording/dates.ts"
import { whole } from "../wording/numbers.ts"

const ROWS_A_STEP = 100
const QUERY = {
  read: (query: URLSearchParams) => ({ q: query.get("q") ?? "" }),
  write: ({ q }: { readonly q: string }) => (q === "" ? "" : `?${new URLSearchParams({ q })}`),
}

/** Everybody who is named in a visit, a meeting or a call of states. */
export default function LeadersPage() {
  usePageTitle("Leaders")
  const { data, error, refetch } = useLeaders()
  const [{ q }, change] = useAddressPart(QUERY)
  const asked = useDeferredValue(q)
  const rows = useMemo(() => named(data ?? [], asked), [data, asked])
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  if (data === undefined) return <PageSkeleton />
  return (
    <>
      <header className="page-head">
        <h1>Leaders</h1>
        <p className="lede">
          Who is named in visits, meetings and calls between states. The number counts talks as reports tell
          them; a leader’s own page counts each stay once.
        </p>
      </header>
      <div className="section-head">
        <label className="field field-filter">
          <span className="unseen">Filter by name, country or office</span>
          <input
            type="search"
            placeholder="Name, country or office"
            value={q}
            onChange={({ target }) => change({ q: target.value })}
          />
        </label>
        <p className="count" role="status">
          {rows.length === data.length
            ? whole(data.length)
            : `${whole(rows.length)} of ${whole(data.length)}`}{" "}
          people
        </p>
      </div>
      {data.length === 0 ? (
        <p className="empty">The record tells of no visit, meeting or call in which somebody is named.</p>
      ) : rows.length === 0 ? (
        <p className="empty">Nobody here is called that.</p>
      ) : (
        <LeaderTable rows={rows} />
      )}
    </>
  )
}

function LeaderTable({ rows }: { readonly rows: readonly LeaderRow[] }) {
  const [steps, setSteps] = useState(1)
  const shown = rows.slice(0, steps * ROWS_A_STEP)
  const most = Math.max(1, ...rows.map(({ held }) => held))
  return (
    <>
      <table className="data-table leader-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Office, country</th>
            <th scope="col">Talks held</th>
            <th scope="col" className="number">
              Ahead
            </th>
            <th scope="col" className="narrow-out">
              First
            </th>
            <th scope="col" className="narrow-out">
              Last
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={leaderAddress(row.id)}>{row.name}</Link>
              </th>
              <td>
                {row.role !== null && <span className="role">{row.role}, </span>}
                {row.country.name} <span className="codes">{row.country.code}</span>
              </td>
              <td className="cell-count">
                <span className="cell-number">{whole(row.held)}</span>
                <span className="cell-fill" style={{ inlineSize: `${(row.held / most) * 100}%` }} />
              </td>
              <td className="number">{row.ahead === 0 ? "" : whole(row.ahead)}</td>
              <td className="date narrow-out">{row.first === null ? "" : shortMonthWords(row.first)}</td>
              <td className="date narrow-out">{row.last === null ? "" : shortMonthWords(row.last)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show {Math.min(ROWS_A_STEP, rows.length - shown.length)} more
        </button>
      )}
    </>
  )
}

/** Those whose name, country or office has a word that begins with each word asked for. */
const named = (rows: readonly LeaderRow[], query: string): readonly LeaderRow[] =>
  findRows(rows, query, ({ name, role, country }) => `${name} ${role ?? ""} ${country.name} ${country.code}`)
