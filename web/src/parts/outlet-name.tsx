import type { OutletLabel } from "../../../src/view/api.ts"

export const AFFILIATIONS: Readonly<Record<OutletLabel["affiliation"], string>> = {
  "state-affiliated": "state media",
  independent: "independent",
  unknown: "unknown owner",
}

/** Whose voice a report is: the outlet, its country, affiliation and owner. */
export function OutletName({
  outlet,
  full = false,
}: {
  readonly outlet: OutletLabel | null
  readonly full?: boolean
}) {
  if (outlet === null) return <span className="outlet outlet-absent">unknown outlet</span>
  return (
    <span className="outlet">
      <span className="outlet-name">{outlet.name}</span>
      {outlet.country !== null && <span className="codes"> {outlet.country}</span>}{" "}
      <span className={`affiliation affiliation-${outlet.affiliation}`}>
        {AFFILIATIONS[outlet.affiliation]}
      </span>
      {full && outlet.owner !== null && outlet.owner !== outlet.name && (
        <span className="owner">{outlet.owner}</span>
      )}
    </span>
  )
}
