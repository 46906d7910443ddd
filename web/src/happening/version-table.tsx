import "../styles/data-table.css"
import { useState } from "react"
import { Link } from "wouter"
import type { Version } from "../../../src/record/index.ts"
import type { ReportRow } from "../../../src/view/api.ts"
import { documentAddress } from "../addresses.ts"
import { AFFILIATIONS } from "../parts/outlet-name.tsx"
import {
  type DifferingField,
  type GivenVersion,
  type OutletVersions,
  versionMatrix,
} from "./outlet-versions.ts"

/** So many outlets stand there at first. */
const FIRST_OUTLETS = 8

interface VersionTableProps {
  readonly versions: readonly Version[]
  readonly reports: readonly ReportRow[]
}

/** Where reports differ: outlet below outlet, field beside field, what the record does not take marked. */
export function VersionTable({ versions, reports }: VersionTableProps) {
  const [all, setAll] = useState(false)
  if (versions.length === 0) return null
  const { fields, outlets } = versionMatrix(versions, reports)
  const shown = all ? outlets : outlets.slice(0, FIRST_OUTLETS)
  return (
    <section className="versions" aria-labelledby="versions-heading">
      <h2 id="versions-heading">Where reports differ</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="scroller" tabIndex={0} aria-label="Versions by outlet">
        <table className="data-table version-table">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              {fields.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <TakenRow fields={fields} />
            {shown.map((row) => (
              <OutletRow key={row.key} row={row} fields={fields} />
            ))}
          </tbody>
        </table>
      </section>
      {outlets.length > shown.length && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          Show all {outlets.length} outlets
        </button>
      )}
    </section>
  )
}

function TakenRow({ fields }: { readonly fields: readonly DifferingField[] }) {
  return (
    <tr className="version-own">
      <th scope="row">This record</th>
      {fields.map(({ key, taken }) => (
        <td key={key}>
          {taken === null ? (
            <span className="version-silent">undecided</span>
          ) : (
            <>
              <b>{taken.words}</b> <span className="version-why">{taken.why}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}

function OutletRow({
  row,
  fields,
}: {
  readonly row: OutletVersions
  readonly fields: readonly DifferingField[]
}) {
  const { outlet, given } = row
  return (
    <tr>
      <th scope="row">
        {outlet?.name ?? "unknown outlet"}
        {outlet !== null && outlet.affiliation === "state-affiliated" && (
          <span className="affiliation affiliation-state-affiliated">
            {" "}
            {AFFILIATIONS[outlet.affiliation]}
          </span>
        )}
      </th>
      {fields.map(({ key }, at) => (
        <td key={key}>
          <Given versions={given[at] ?? []} />
        </td>
      ))}
    </tr>
  )
}

function Given({ versions }: { readonly versions: readonly GivenVersion[] }) {
  if (versions.length === 0)
    return (
      <span className="version-silent">
        <span aria-hidden="true">·</span>
        <span className="unseen">does not say</span>
      </span>
    )
  const otherwise = !versions.some(({ taken }) => taken)
  return versions.map(({ words, taken, document, event }) => (
    <Link
      key={words}
      href={documentAddress(document, event)}
      className={`version-given ${taken ? "version-taken" : ""} ${otherwise ? "version-other" : ""}`}
    >
      {otherwise && <span className="version-mark">≠ </span>}
      {words}
      {otherwise && <span className="unseen">, otherwise than the record</span>}
    </Link>
  ))
}
