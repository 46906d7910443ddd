import { useState } from "react"
import { Link } from "wouter"
import type { NetworkState, NetworkTie } from "../../../src/view/network-page.ts"
import { pairAddress } from "../addresses.ts"
import { oneDecimal, whole } from "../wording/numbers.ts"
import type { NetworkChoices } from "./choices.ts"
import { type ShownNetwork, statesOf } from "./shown.ts"

const ROWS_A_STEP = 25

interface TieTableProps {
  readonly network: ShownNetwork
  readonly choices: NetworkChoices
  readonly onState: (code: string | undefined) => void
}

/** The network as a table: every tie that is drawn, or those of the state chosen. */
export function TieTable({ network, choices, onState }: TieTableProps) {
  const [steps, setSteps] = useState(1)
  const names = new Map(network.states.map((state) => [state.code, state]))
  const ties =
    choices.state === undefined
      ? network.ties
      : network.ties.filter((tie) => statesOf(tie).includes(choices.state ?? ""))
  const most = Math.max(1e-9, ...network.ties.flatMap(({ cooperation, conflict }) => [cooperation, conflict]))
  const shown = ties.slice(0, steps * ROWS_A_STEP)
  return (
    <>
      <table className="data-table tie-table">
        <thead>
          <tr>
            <th scope="col">Tie</th>
            <th scope="col">Cooperation</th>
            <th scope="col">Conflict</th>
            <th scope="col" className="number">
              Happenings
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((tie) => (
            <TieRow
              key={tie.pair}
              tie={tie}
              names={names}
              most={most}
              chosen={choices.state}
              onState={onState}
            />
          ))}
        </tbody>
      </table>
      {ties.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show {Math.min(ROWS_A_STEP, ties.length - shown.length)} more
        </button>
      )}
    </>
  )
}

interface TieRowProps {
  readonly tie: NetworkTie
  readonly names: ReadonlyMap<string, NetworkState>
  readonly most: number
  readonly chosen: string | undefined
  readonly onState: (code: string | undefined) => void
}

function TieRow({ tie, names, most, chosen, onState }: TieRowProps) {
  const [a, b] = statesOf(tie)
  return (
    <tr>
      <th scope="row">
        {[a, b].map((code, at) => (
          <span key={code}>
            {at > 0 && <span className="dash"> – </span>}
            <button
              type="button"
              className="plain"
              aria-pressed={chosen === code}
              onClick={() => onState(chosen === code ? undefined : code)}
            >
              {names.get(code)?.name ?? code}
            </button>
          </span>
        ))}{" "}
        <Link className="codes" href={pairAddress(tie.pair)}>
          {tie.pair}
        </Link>
      </th>
      <Weight value={tie.cooperation} most={most} side="cooperation" />
      <Weight value={tie.conflict} most={most} side="conflict" />
      <td className="number">{whole(tie.happenings)}</td>
    </tr>
  )
}

interface WeightProps {
  readonly value: number
  readonly most: number
  readonly side: "cooperation" | "conflict"
}

function Weight({ value, most, side }: WeightProps) {
  return (
    <td className="cell-count">
      <span className="cell-number">{value === 0 ? "" : oneDecimal(value)}</span>
      <span className={`cell-fill cell-${side}`} style={{ inlineSize: `${(value / most) * 100}%` }} />
    </td>
  )
}
