import { Link } from "wouter"
import type { HappeningRow } from "../../../src/view/api.ts"
import { happeningAddress } from "../addresses.ts"
import { PartySides } from "../parts/party-list.tsx"
import { StatusPill } from "../parts/status-pill.tsx"
import { TypeName } from "../parts/type-name.tsx"
import { When } from "../parts/when.tsx"
import { counted } from "../wording/numbers.ts"

const STATE_ONLY = "Every report of this comes from an outlet that a state owns, funds or runs."

/** One happening in a list: when, what, who, whether, on whose word, and the words themselves. */
export function HappeningEntry({ row }: { readonly row: HappeningRow }) {
  return (
    <li className="entry">
      <div className="entry-when">
        <When period={row} certain={row.dateCertain} />
        {row.place !== null && <span className="place">{row.place.name}</span>}
      </div>
      <div className="entry-what">
        <Link className="entry-link" href={happeningAddress(row.id)}>
          <TypeName type={row.type} name={row.typeName} mode={row.mode} /> <PartySides sides={row} />
        </Link>
        <p className="evidence">{row.headline}</p>
      </div>
      <div className="entry-word">
        <StatusPill status={row.status} quad={row.quad} />
        <span className="voices">
          {counted(row.reports, "report")}, {counted(row.independentOwners, "owner")}
        </span>
        {row.onlyStateMedia && (
          <span className="flag" data-tip={STATE_ONLY}>
            only state media
          </span>
        )}
      </div>
    </li>
  )
}
