import type { Review } from "../../../src/record/index.ts"
import { dayWords } from "../wording/dates.ts"
import { fieldName, fieldWords } from "./field-words.ts"

const SAID = { confirm: "Confirmed", fix: "Fixed", reject: "Rejected", add: "Added" } as const

/** Who said what last, what it changed of what was coded, who holds otherwise, and all that was said before. */
export function ReviewNote({ review }: { readonly review: Review }) {
  const { standing, coded, dissent, history } = review
  const added = history[0]?.kind === "add"
  return (
    <div className="review">
      {standing !== null && (
        <p>
          {SAID[standing.kind]} by {standing.author},{" "}
          <time dateTime={standing.time}>{dayWords(standing.time)}</time>
          {standing.note !== null && (
            <>
              : <q>{standing.note}</q>
            </>
          )}
        </p>
      )}
      {standing !== null && standing.changed.length > 0 && (
        <ul>
          {standing.changed.map((field) => (
            <li key={field}>
              {fieldName(field)} was {added ? "added as" : "coded"} <s>{fieldWords(field, coded)}</s>
            </li>
          ))}
        </ul>
      )}
      {dissent.map(({ author, rejected, fields }) => (
        <p key={author} className="dissent">
          {author} holds otherwise:{" "}
          {rejected
            ? "no event"
            : Object.keys(fields)
                .map((field) => field as keyof typeof fields)
                .map((field) => `${fieldName(field)} ${fieldWords(field, fields)}`)
                .join("; ") || "an event"}
        </p>
      ))}
      {history.length > 1 && (
        <details>
          <summary>{history.length} corrections</summary>
          <ol>
            {history.map(({ id, kind, author, time, undone, note }) => (
              <li key={id}>
                <time dateTime={time}>{time.slice(0, 16).replace("T", " ")}</time> {author}: {kind}
                {undone && ", undone"}
                {note !== null && `, “${note}”`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
