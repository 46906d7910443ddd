import type { PartyLabel } from "../../../src/view/api.ts"
import { type Sides, sidesOf } from "../wording/parties.ts"

interface PartySidesProps {
  readonly sides: Sides
  /** How many of a side are named before the rest is counted. */
  readonly most?: number
  /** Whether offices are told too. */
  readonly roles?: boolean
}

/** Who acts on whom: "Alexander Lukashenko BLR → Xi Jinping CHN". */
export function PartySides({ sides, most = 3, roles = false }: PartySidesProps) {
  const { left, right } = sidesOf(sides)
  return (
    <span className="sides">
      <PartyList parties={left} most={most} roles={roles} absent="somebody unnamed" />
      {(right.length > 0 || left.length === 0) && (
        <>
          <span className="arrow" role="img" aria-label={sides.reciprocal ? "with" : "to"}>
            {sides.reciprocal ? "↔" : "→"}
          </span>
          <PartyList parties={right} most={most} roles={roles} absent="nobody named" />
        </>
      )}
    </span>
  )
}

interface PartyListProps {
  readonly parties: readonly PartyLabel[]
  readonly most: number
  readonly roles: boolean
  readonly absent: string
}

function PartyList({ parties, most, roles, absent }: PartyListProps) {
  if (parties.length === 0) return <span className="party party-absent">{absent}</span>
  const named = parties.slice(0, most)
  return (
    <span className="parties">
      {named.map((party, at) => (
        <span className="party" key={`${party.name} ${party.country}`}>
          {party.name}
          <PartyCodes party={party} roles={roles} />
          {at < named.length - 1 && ", "}
        </span>
      ))}
      {parties.length > most && <span className="party party-more"> and {parties.length - most} more</span>}
    </span>
  )
}

function PartyCodes({ party, roles }: { readonly party: PartyLabel; readonly roles: boolean }) {
  const codes = [party.country, party.sector].filter((code) => code !== null).join(" ")
  return (
    <>
      {roles && party.role !== null && <span className="role"> {party.role}</span>}
      {codes !== "" && <span className="codes"> {codes}</span>}
    </>
  )
}
