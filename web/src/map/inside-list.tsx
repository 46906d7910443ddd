import { useMemo } from "react"
import type { MapPlace } from "../../../src/view/map-page.ts"
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

/** What happened at the place or group of places that was chosen. */
export function InsideList({ choices, places, change }: InsideListProps) {
  const { data, error, refetch } = useMapHappenings(boxQuery(choices))
  const name = useMemo(() => clusterName(placesIn(places, choices.box)), [places, choices.box])
  if (choices.box === undefined)
    return (
      <section className="map-inside" aria-labelledby="inside-heading">
        <h2 id="inside-heading">At a place</h2>
        <p className="empty">
          Choose a circle on the map, or a place in the table, to list what happened there.
        </p>
      </section>
    )
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return (
    <section className="map-inside" aria-labelledby="inside-heading">
      <div className="section-head">
        <h2 id="inside-heading">{name === "" ? "Part of the map" : name}</h2>
        <p className="count" role="status">
          {data !== undefined && counted(data.total, "happening")}
          {data !== undefined &&
            data.total > data.happenings.length &&
            `, the latest ${data.happenings.length}`}
        </p>
        <button type="button" className="plain" onClick={() => change({ box: undefined })}>
          Close
        </button>
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

const placesIn = (places: readonly MapPlace[], box: Box | undefined): MapPlace[] =>
  box === undefined
    ? []
    : places.filter(
        ({ longitude, latitude }) =>
          longitude >= box[0] && latitude >= box[1] && longitude <= box[2] && latitude <= box[3],
      )
