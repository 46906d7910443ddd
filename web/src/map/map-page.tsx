import { useRef } from "react"
import "../styles/data-table.css"
import "../styles/atlas.css"
import type { MapPage as MapAnswer } from "../../../src/view/map-page.ts"
import { BorderNote } from "../atlas/world-layer.tsx"
import { useMap } from "../data/workbench-queries.ts"
import { useAddressPart } from "../pair/use-address-part.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { counted, whole } from "../wording/numbers.ts"
import { filterQuery, type MapChoices, readMapChoices, writeMapChoices } from "./choices.ts"
import { HappeningMap } from "./happening-map.tsx"
import { InsideList } from "./inside-list.tsx"
import { MapFilters } from "./map-filters.tsx"
import { MapLegend } from "./map-legend.tsx"
import { PlaceTable } from "./place-table.tsx"
import { useMapSize } from "./use-map-size.ts"

const CHOICES = {
  read: readMapChoices,
  write: (choices: MapChoices) => writeMapChoices(choices),
}

/** Where things happened: circles on a map, a list of what happened at the place chosen, and the places as a table. */
export default function MapPage() {
  usePageTitle("Map")
  const [choices, change] = useAddressPart(CHOICES)
  const { data, error, refetch, isPlaceholderData } = useMap(filterQuery(choices))
  const [holder, width] = useWidth<HTMLDivElement>()
  const size = useMapSize(width)
  const drawing = useRef<HTMLElement>(null)
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return (
    <>
      <header className="page-head">
        <h1>Map of happenings</h1>
        <p className="lede" role="status">
          {data === undefined ? <>&nbsp;</> : <MapCount page={data} />}
        </p>
      </header>
      <MapFilters choices={choices} change={change} />
      <figure ref={drawing} className={isPlaceholderData ? "map-figure map-waiting" : "map-figure"}>
        <figcaption className="unseen">Happenings by place, cut by class</figcaption>
        <div ref={holder} className="map-holder" style={{ minHeight: size.height }}>
          {width > 0 && (
            <HappeningMap
              places={data?.places ?? NO_PLACES}
              size={size}
              view={choices.view}
              box={choices.box}
              onView={(view) => change({ view })}
              onBox={(box) => change({ box })}
            />
          )}
        </div>
      </figure>
      <div className="map-foot">
        <MapLegend />
        <BorderNote />
        {data !== undefined && (
          <ChartExport
            title="Happenings by place"
            rows={() => data.places.map(({ byQuad, ...place }) => ({ ...place, ...byQuad }))}
            drawings={drawing}
          />
        )}
      </div>
      {data !== undefined && (
        <div className="map-lists">
          <InsideList choices={choices} places={data.places} change={change} />
          <PlaceTable places={data.places} box={choices.box} onBox={(box) => change({ box })} />
        </div>
      )}
    </>
  )
}

const NO_PLACES: MapAnswer["places"] = []

/** How much of what passes the filters the map can show. */
function MapCount({ page: { total, placed, leftOut, places } }: { readonly page: MapAnswer }) {
  if (total === 0) return <>No happening passes these filters.</>
  return (
    <>
      <b>{whole(placed)}</b> of {counted(total, "happening")} {placed === 1 ? "has" : "have"} a place that is
      known, at {counted(places.length, "place")}
      {leftOut > 0 && <>; {whole(leftOut)} at rarer places are left out</>}. The others are not on the map.
    </>
  )
}
