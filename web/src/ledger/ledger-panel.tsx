import type { ReactNode } from "react"
import type { Evidence } from "../../../src/record/index.ts"
import type { LedgerPage } from "../../../src/view/api.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { EvidenceList } from "./evidence-list.tsx"
import {
  absenceWords,
  claimWords,
  countsByYear,
  countWords,
  encounterWords,
  partyWords,
  standingWords,
  verdictWords,
} from "./ledger-words.ts"
import { PromiseList } from "./promise-list.tsx"
import { useLedger } from "./use-ledger.ts"

/** What holds between two states: who met whom and how often, what was promised, what is in force, what never happened. */
export function LedgerPanel({ pair }: { readonly pair: string }) {
  const { data, error, refetch } = useLedger(pair)
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? null : <LedgerView ledger={data} />
}

function LedgerView({ ledger }: { readonly ledger: LedgerPage }) {
  const { encounters, claims, promises, standing, absences } = ledger
  const entries = [encounters, claims, promises, standing, absences].some((list) => list.length > 0)
  if (!entries) return null
  return (
    <section className="ledger" aria-labelledby="ledger-heading">
      <h2 id="ledger-heading">Ledger</h2>
      <div className="ledger-sections">
        <Meetings ledger={ledger} />
        <Section title="Counts in the texts" empty={claims.length === 0}>
          {claims.map((claim) => (
            <Entry
              key={`${claim.evidence.event} ${claim.unit}`}
              mark={claim.verdict}
              head={claimWords(claim)}
              note={verdictWords(claim)}
              evidence={[claim.evidence]}
            />
          ))}
        </Section>
        <Section title="Promises" empty={promises.length === 0}>
          <PromiseList promises={promises} />
        </Section>
        <Section title="In force" empty={standing.length === 0}>
          {standing.map((fact) => (
            <Entry
              key={`${fact.kind} ${fact.history[0]?.evidence.event}`}
              mark={fact.state}
              head={`${fact.kind}: ${partyWords([...fact.by])}${fact.to.length > 0 ? ` → ${partyWords(fact.to)}` : ""}`}
              note={standingWords(fact)}
              evidence={fact.history.map(({ evidence }) => evidence)}
            />
          ))}
        </Section>
        <Section title="Said never to have happened" empty={absences.length === 0}>
          {absences.map((claim) => (
            <Entry
              key={claim.evidence.event}
              mark={claim.verdict}
              head={`never ${claim.type.toLowerCase()}: ${partyWords(claim.by)} → ${partyWords(claim.to)}`}
              note={absenceWords(claim)}
              evidence={[claim.evidence, ...claim.against.map(({ evidence }) => evidence)]}
            />
          ))}
        </Section>
      </div>
    </section>
  )
}

function Meetings({ ledger: { encounters, counts } }: { readonly ledger: LedgerPage }) {
  return (
    <Section title="Visits and meetings" empty={encounters.length === 0}>
      {countsByYear(counts).map(([year, own]) => (
        <li key={year} className="ledger-year">
          <h4>{year}</h4>
          <ul className="ledger-counts">
            {own.map((count) => (
              <li key={`${count.who.country} ${count.who.name} ${count.with}`}>
                <b>{count.who.name}</b> <span>{countWords(count)}</span>
              </li>
            ))}
          </ul>
          <ul>
            {encounters
              .filter(({ from }) => from.startsWith(year))
              .map((encounter) => (
                <Entry
                  key={encounter.happenings[0]}
                  mark={encounter.onlyRecalled ? `${encounter.status}, recalled` : encounter.status}
                  head={`${encounter.kind}: ${partyWords(encounter.guests)}${encounter.hosts.length > 0 ? ` → ${partyWords(encounter.hosts)}` : ""}`}
                  note={[encounterWords(encounter), encounter.place ?? ""]
                    .filter((part) => part !== "")
                    .join(", ")}
                  evidence={encounter.evidence}
                />
              ))}
          </ul>
        </li>
      ))}
    </Section>
  )
}

interface SectionProps {
  readonly title: string
  readonly empty: boolean
  readonly children: ReactNode
}

function Section({ title, empty, children }: SectionProps) {
  if (empty) return null
  return (
    <section className="ledger-section" aria-label={title}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

interface EntryProps {
  readonly mark: string
  readonly head: string
  readonly note: string
  readonly evidence: readonly Evidence[]
}

function Entry({ mark, head, note, evidence }: EntryProps) {
  return (
    <li className="ledger-entry">
      <p>
        {head} <span className="ledger-mark">{mark}</span>
      </p>
      {note !== "" && <p className="ledger-note">{note}</p>}
      <EvidenceList evidence={evidence} />
    </li>
  )
}
