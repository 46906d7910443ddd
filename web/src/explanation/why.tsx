import type { ReactNode } from "react"
import type { ClassReasons, ExplainedParticipant, Explanation, PathStep } from "../../../src/record/index.ts"
import { useExplanation } from "../data/queries.ts"
import { Contributions } from "./contributions.tsx"

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Why an event was coded so; asked of the server when it is opened. */
export function Why({ event }: { readonly event: string }) {
  const { data, error } = useExplanation(event)
  if (error !== null) return <p className="why-none">{error.message}</p>
  if (data === undefined) return <p className="why-none">The article is being read again …</p>
  return (
    <section className="why" aria-label="Why coded so">
      {data.codedBy !== null && (
        <p className="why-none">
          Coded by {data.codedBy}, explained by another version or setting: the two may differ.
        </p>
      )}
      <Reasons explanation={data.explanation} />
    </section>
  )
}

function Reasons({ explanation }: { readonly explanation: Explanation }) {
  const { trigger, type, status, participants, record, definitions } = explanation
  return (
    <>
      <Part name="Trigger">
        <b>{trigger.text}</b>
        {type.predicate !== null &&
          `, row ${type.predicate.row} of the lexicon: ${[type.predicate.type, type.predicate.mode].filter(Boolean).join(" ")}`}
      </Part>
      <Part name="Type">
        {type.decided}, {percent(type.probability)}, decided by {words(type.decidedBy)}
        <Classes chosen={type.weighed.chosen} runnerUp={type.weighed.runnerUp} />
      </Part>
      <Part name="Status">
        {status.decided}, decided by {words(status.decidedBy)}; the rules say {status.rule.reason}
        <Classes chosen={status.weighed.chosen} runnerUp={status.weighed.runnerUp} />
      </Part>
      {participants.map((participant) => (
        <Part
          key={`${participant.side} ${participant.start} ${participant.name}`}
          name={participant.side === "actor" ? "Actor" : "Recipient"}
        >
          <Participant participant={participant} />
        </Part>
      ))}
      <Part name="Record">
        {percent(record.probability)} that it belongs on record
        {record.assurance > record.probability &&
          `, ${percent(record.assurance)} by the lexicon or the model of pairs`}
        ; {percent(record.threshold)} are needed
        <Classes chosen={record.weighed.chosen} runnerUp={null} />
      </Part>
      <Part name="Codebook">
        {definitions.map((definition) => (
          <p key={definition}>{definition}</p>
        ))}
      </Part>
    </>
  )
}

const words = (by: string): string => (by === "second opinion" ? `a ${by}` : `the ${by}`)

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="why-part">
      <h3>{name}</h3>
      <div>{children}</div>
    </div>
  )
}

function Classes({
  chosen,
  runnerUp,
}: {
  readonly chosen: ClassReasons
  readonly runnerUp: ClassReasons | null
}) {
  return (
    <div className="why-classes">
      {[chosen, ...(runnerUp === null ? [] : [runnerUp])].map((reasons) => (
        <figure key={reasons.name}>
          <figcaption>
            {reasons.name} {percent(reasons.probability)}
          </figcaption>
          <Contributions reasons={reasons} />
        </figure>
      ))}
    </div>
  )
}

function Participant({ participant }: { readonly participant: ExplainedParticipant }) {
  const { name, country, rule, path, side, probability } = participant
  return (
    <>
      {name} {country !== null && <span className="codes">{country}</span>}, {percent(probability[side])},{" "}
      {rule === null ? "by the model of roles" : `through ${rule}`}
      <span className="why-path">{pathWords(path)}</span>
    </>
  )
}

function pathWords(path: readonly PathStep[] | null): string {
  if (path === null) return "in another sentence"
  if (path.length === 0) return "the trigger itself"
  return path
    .map(
      ({ direction, relation, marker, word }) =>
        `${direction === "down" ? "↓" : "↑"} ${relation}${marker === null ? "" : ` (${marker})`} ${word}`,
    )
    .join(" ")
}
