import { useQuery } from "@tanstack/react-query"
import type { CodedEvent } from "../../../src/view/api.ts"
import type { ArticleOpinion, OpinionEntry } from "../../../src/view/opinions.ts"
import { fetchRecord } from "../data/client.ts"
import { StatusPill } from "../parts/status-pill.tsx"
import { counted } from "../wording/numbers.ts"

interface SecondOpinionsProps {
  readonly document: string
  readonly events: readonly CodedEvent[]
}

const KINDS = { confirm: "Confirms", doubt: "Doubts", propose: "Proposes" } as const

/** What second coders say of the article, below the events that were coded; nothing where nobody was asked. */
export function SecondOpinions({ document, events }: SecondOpinionsProps) {
  const { data = [] } = useQuery({
    queryKey: ["opinions", document],
    queryFn: ({ signal }) =>
      fetchRecord<readonly ArticleOpinion[]>(`documents/${encodeURIComponent(document)}/opinions`, signal),
  })
  const numbers = new Map(events.map(({ id }, at) => [id, at + 1]))
  return data.map((opinion) => (
    <section key={opinion.model} className="second-opinion" aria-label={`Second opinion of ${opinion.model}`}>
      <header>
        <h2>Second opinion</h2>
        <p className="opinion-note">
          {opinion.model}, {opinion.time.slice(0, 10)}. It changes nothing that was coded.
          {opinion.refused > 0 &&
            ` Thrown away for want of a check: ${counted(opinion.refused, "part")} of its answer.`}
        </p>
      </header>
      <ul>
        {opinion.entries.map((entry) => (
          <Entry
            key={`${entry.kind} ${entry.event} ${entry.evidence.start} ${entry.type}`}
            entry={entry}
            number={numbers.get(entry.event ?? "")}
          />
        ))}
      </ul>
    </section>
  ))
}

function Entry({ entry, number }: { readonly entry: OpinionEntry; readonly number: number | undefined }) {
  const { kind, type, status, actors, recipients, evidence, reason } = entry
  return (
    <li>
      <p>
        <strong>{KINDS[kind]}</strong> {number !== undefined && `event ${number}`}
        {type !== null && `${type}: ${actors.join(", ")} → ${recipients.join(", ") || "nobody named"}`}{" "}
        {status !== null && <StatusPill status={status} quad={null} />}
      </p>
      <p>“{evidence.text}”</p>
      {reason !== null && <p className="opinion-note">{reason}</p>}
    </li>
  )
}
