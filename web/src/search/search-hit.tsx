import { Link } from "wouter"
import type { SearchRow } from "../../../src/view/api.ts"
import { documentAddress, happeningAddress } from "../addresses.ts"
import { OutletName } from "../parts/outlet-name.tsx"
import { dayWords } from "../wording/dates.ts"
import { statusWords } from "../wording/statuses.ts"
import { foundAddress } from "./found-words.ts"

/** One thing found: the article opens where the words stand, and of evidence with its event in hand. */
export function SearchHit({ row }: { readonly row: SearchRow }) {
  const { id, title, published, outlet, event, snippet } = row
  return (
    <li className="hit">
      <Link className="hit-title" href={foundAddress(documentAddress(id, event?.id), snippet)}>
        {title ?? id}
      </Link>
      <p className="evidence">
        <Snippet {...snippet} />
      </p>
      <p className="hit-line">
        {event !== null && (
          <span>
            {event.type ?? "no type"}, {statusWords(event.status)}
            {event.happening !== null && (
              <>
                {" "}
                · <Link href={happeningAddress(event.happening)}>the happening</Link>
              </>
            )}
          </span>
        )}
        <time dateTime={published ?? undefined}>{dayWords(published)}</time>
        <OutletName outlet={outlet} />
        {event === null && <span>{row.events === 1 ? "1 event" : `${row.events} events`}</span>}
      </p>
    </li>
  )
}

/** A stretch of text with what was found in it marked. */
function Snippet({ text, start, marks }: SearchRow["snippet"]) {
  const edges = [0, ...marks.flatMap((mark) => [mark.start, mark.end]), text.length]
  return (
    <>
      {start > 0 && "… "}
      {edges.slice(1).map((end, at) => {
        const from = edges[at] ?? end
        const words = text.slice(from, end)
        return at % 2 === 1 ? <mark key={from}>{words}</mark> : words
      })}
    </>
  )
}
