import { Link } from "wouter"
import { usePairs } from "../data/queries.ts"
import { useSources } from "../data/workbench-queries.ts"
import { NOTHING_ASKED, type SearchAsk, searchAddress } from "./search-ask.ts"

/** The query language, part by part: what is typed, and what it finds. docs/search.md says the same at length. */
const partsWith = (pair: string, outlet: string): readonly (readonly [string, string])[] => [
  ["trade agreement", "both words, anywhere in title or text"],
  ['"trade agreement"', "the words side by side"],
  ["sanction*", "words that begin so; three letters or more"],
  ["Minsk OR Vilnius", "either of the two"],
  ["border -migrants", "not where this stands; a phrase can be left out, too"],
  [`pair:${pair}`, "happenings between two states, by their alpha-3 codes"],
  [`outlet:"${outlet}"`, "one outlet’s, by its name or its domain"],
  ["from:2023-02 to:2023", "published between years, months or days, both included"],
  ["type:SANCTION", "with an event of this PLOVER type"],
  ["status:planned", "with an event that was planned, promised, denied …"],
]

/** How to ask, in place; each example can be tried. `ask` gives where to look and in which order. */
export function QueryHelp({ ask }: { readonly ask: SearchAsk }) {
  // Examples from the record itself find something.
  const { data: pairs } = usePairs()
  const { data: sources } = useSources()
  const parts = partsWith(pairs?.[0]?.pair ?? "BLR-CHN", sources?.outlets[0]?.name ?? "North Post")
  return (
    <div className="query-help">
      <dl>
        {parts.map(([query, meaning]) => (
          <div key={query}>
            <dt>
              <Link href={searchAddress({ ...NOTHING_ASKED, scope: ask.scope, order: ask.order, q: query })}>
                <code>{query}</code>
              </Link>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        Parts can be combined. Case and accents do not matter; words are not reduced to their stems, so use a
        star for their endings. The best come first by how rare their words are.
      </p>
    </div>
  )
}
