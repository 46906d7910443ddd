import { Link } from "wouter"
import type { LeaderEncounter } from "../../../src/view/leaders-page.ts"
import { happeningAddress, pairAddress } from "../addresses.ts"
import { StatusMark } from "../parts/status-mark.tsx"
import { counted } from "../wording/numbers.ts"
import { datesOf, markOf, statusOf, whatOf } from "./leader-words.ts"

/** A leader's encounters, newest first; each leads to its happening and to its pair. */
export function EncounterList({ encounters }: { readonly encounters: readonly LeaderEncounter[] }) {
  return (
    <ol className="encounters">
      {[...encounters].reverse().map((encounter) => (
        <EncounterEntry key={`${encounter.pair} ${encounter.happenings[0]}`} encounter={encounter} />
      ))}
    </ol>
  )
}

function EncounterEntry({ encounter }: { readonly encounter: LeaderEncounter }) {
  const { happenings, pair, counterparts, words, reports, independentOwners, onlyStateMedia, other } =
    encounter
  const [first = "", ...others] = happenings
  return (
    <li className="encounter">
      <p className="encounter-when">{datesOf(encounter)}</p>
      <div>
        <p>
          <Link className="encounter-link" href={happeningAddress(first)}>
            {whatOf(encounter)}
          </Link>
          {counterparts.length > 0 && <span className="role"> {counterparts.join(", ")}</span>}
        </p>
        <p className="evidence">{words}</p>
        <p className="encounter-word">
          <span className="pill">
            <StatusMark status={markOf(encounter)} quad="verbal cooperation" /> {statusOf(encounter)}
            {encounter.onlyRecalled && ", recalled"}
          </span>
          <span>
            {counted(reports, "report")}, {counted(independentOwners, "owner")}
          </span>
          {onlyStateMedia && <span className="flag">only state media</span>}
          {others.map((id, at) => (
            <Link key={id} href={happeningAddress(id)}>
              part {at + 2}
            </Link>
          ))}
          <Link href={pairAddress(pair)}>
            <span className="unseen">The pair with {other.name}, </span>
            {pair}
          </Link>
        </p>
      </div>
    </li>
  )
}
