import { useState } from "react"
import type { MapPlace } from "../../../src/view/map-page.ts"
import { QuadBar } from "../parts/quad-bar.tsx"
import { whole } from "../wording/numbers.ts"
import type { Box } from "./choices.ts"
import { boxOf } from "./clusters.ts"

const ROWS_A_STEP = 40

interface PlaceTableProps {
  readonly places: readonly MapPlace[]
  readonly box: Box | undefined
  readonly onBox: (box: Box) => void
}

/** The map as a table, places of most happenings first. */
export function PlaceTable({ places, box, onBox }: PlaceTableProps) {
  const [steps, setSteps] = useState(1)
  const shown = places.slice(0, steps * ROWS_A_STEP)
  return (
    <section className="place-list" aria-labelledby="places-heading">
      <h2 id="places-heading">Places</h2>
      {places.length === 0 && <p className="empty">Nothing that passes these filters has a known place.</p>}
      {places.length > 0 && (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col" className="number">
                Happenings
              </th>
              <th scope="col">By class</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((place) => (
              <PlaceRow
                key={`${place.name} ${boxOf([place]).join()}`}
                place={place}
                box={box}
                onBox={onBox}
              />
            ))}
          </tbody>
        </table>
      )}
      {places.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show {Math.min(ROWS_A_STEP, places.length - shown.length)} more of {whole(places.length)}
        </button>
      )}
    </section>
  )
}

function PlaceRow({ place, box, onBox }: { readonly place: MapPlace } & Omit<PlaceTableProps, "places">) {
  const own = boxOf([place])
  return (
    <tr aria-current={box?.join() === own.join() ? "true" : undefined}>
      <th scope="row">
        <button type="button" className="plain" onClick={() => onBox(own)}>
          {place.name}
        </button>
        {place.country !== null && <span className="codes"> {place.country}</span>}
        {place.wholeCountry && <span className="implied"> somewhere in it</span>}
      </th>
      <td className="number">{whole(place.happenings)}</td>
      <td className="cell-bar">
        <QuadBar byQuad={place.byQuad} />
      </td>
    </tr>
  )
}
