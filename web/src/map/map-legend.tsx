import { QUAD_ORDER, quadKey } from "../wording/quads.ts"

/** What the circles mean. */
export function MapLegend() {
  return (
    <ul className="legend" aria-label="Legend">
      {QUAD_ORDER.map((quad) => (
        <li key={quad}>
          <i className={`dot fill-${quadKey(quad)}`} /> {quad}
        </li>
      ))}
      <li>
        <svg className="mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
          <circle className="legend-country" r="5.5" />
        </svg>{" "}
        somewhere in a country
      </li>
      <li>area: how many</li>
    </ul>
  )
}
