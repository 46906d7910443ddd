import type { ReactNode } from "react"
import type { CodedEvent } from "../../../src/view/api.ts"
import { useMeanings } from "../data/meanings.ts"
import { AttributionChain } from "../parts/attribution-chain.tsx"
import { QuantityList } from "../parts/quantity-list.tsx"
import { When } from "../parts/when.tsx"
import { codeWords } from "../wording/modes.ts"

/** Everything coded of an event, and why it was coded so. */
export function EventFacts({ event }: { readonly event: CodedEvent }) {
  const meaning = useMeanings()
  const meaningOfStrict = meaning(event.plover)
  return (
    <dl className="card-facts">
      <Fact name="When">
        {event.date === null ? "not said" : <When period={event.date} certain={event.date.certain} />}
        {event.date?.text && <q>{event.date.text}</q>}
      </Fact>
      {event.place !== null && (
        <Fact name="Where">
          {event.place.name}
          {event.place.country !== null && <span className="codes"> {event.place.country}</span>}
        </Fact>
      )}
      <Fact name="Says so">
        <AttributionChain outlet={null} chain={event.attribution} />
      </Fact>
      {event.quote !== null && (
        <Fact name="Quote">
          <q>{event.quote.text}</q> {event.quote.speaker}
        </Fact>
      )}
      {event.quantities.length > 0 && (
        <Fact name="Numbers">
          <QuantityList quantities={event.quantities} />
        </Fact>
      )}
      {event.contexts.length > 0 && <Fact name="Contexts">{event.contexts.map(codeWords).join(", ")}</Fact>}
      {event.topics.length > 0 && <Fact name="Topics">{event.topics.join(", ")}</Fact>}
      <Fact name="Codes">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
        <span className="code" data-tip={meaningOfStrict} tabIndex={0}>
          PLOVER {event.plover ?? "none"}
        </span>
        {event.cameo !== null && <span className="code">CAMEO {event.cameo}</span>}
        {event.score !== null && <span className="code">score {event.score}</span>}
        {event.background && <span className="flag flag-quiet">background</span>}
      </Fact>
      <Fact name="Certainty">
        <span className="numeral">{Math.round(event.confidence * 100)} %</span>
      </Fact>
      {event.reasons.length > 0 && (
        <Fact name="Why">
          <ul className="reasons">
            {event.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
