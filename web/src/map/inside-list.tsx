import { useMemo } from "react"
import type { MapPlace } from "../../../src/view/map-page.ts"
import { viewOf } from "../atlas/view.ts"
import { useMapHappenings } from "../data/workbench-queries.ts"
import { HappeningEntry } from "../pair/happening-entry.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { Skeleton } from "../parts/skeleton.tsx"
import { counted } from "../wording/numbers.ts"
import { type Box, boxQuery, type MapChoices } from "./choices.ts"
import { clusterName } from "./clusters.ts"

interface InsideListProps {
  readonly choices: MapChoices
  readonly places: readonly MapPlace[]
  readonly change: (changed: Partial<MapChoices>) => void
}

/** A view is fitted into a drawing of these proportions; the real one differs little. */
const FRAME = { width: 1000, height: 488 }

/** What happened at the place or group of places that was chosen; the latest of all until one is. */
export function InsideList({ choices, places, change }: InsideListProps) {
  const { data, error, refetch } = useMapHappenings(boxQuery(choices))
  const inside = useMemo(() => placesIn(places, choices.box), [places, choices.box])
  const name = clusterName(inside)
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return (
    <section className="map-inside" aria-labelledby="inside-heading">
      <div className="section-head">
        <h2 id="inside-heading">{headingOf(choices.box, name)}</h2>
        <p className="count" role="status">
          {data !== undefined && counted(data.total, "happening")}
          {data !== undefined &&
            data.total > data.happenings.length &&
            `, the latest ${data.happenings.length}`}
        </p>
        {inside.length > 1 && (
          <button type="button" className="plain" onClick={() => change({ view: viewOf(inside, FRAME) })}>
            Zoom in on these {inside.length} places
          </button>
        )}
        {choices.box === undefined ? (
          <p className="atlas-note">Choose a circle or a place to list what happened there.</p>
        ) : (
          <button type="button" className="plain" onClick={() => change({ box: undefined })}>
            Close
          </button>
        )}
      </div>
      {data === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <ol className="happening-entries">
          {data.happenings.map((row) => (
            <HappeningEntry key={row.id} row={row} />
          ))}
        </ol>
      )}
    </section>
  )
}

const headingOf = (box: Box | undefined, name: string): string =>
  box === undefined ? "Latest on the map" : name === "" ? "Part of the map" : name

const placesIn = (places: readonly MapPlace[], box: Box | undefined): MapPlace[] =>
  box === undefined
    ? []
    : places.filter(
        ({ longitude, latitude }) =>
          longitude >= box[0] && latitude >= box[1] && longitude <= box[2] && latitude <= box[3],
      )
