import { useRef } from "react"
import type { SourcesPage as SourcesAnswer } from "../../../src/view/sources-page.ts"
import "../styles/data-table.css"
import "../styles/sources.css"
import { useSources } from "../data/workbench-queries.ts"
import { useAddressPart } from "../pair/use-address-part.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { counted, whole } from "../wording/numbers.ts"
import { GROUPINGS, type Grouping, OutletTable } from "./outlet-table.tsx"
import { OwnerHeatMap } from "./owner-heat-map.tsx"
import { StateMedia } from "./state-media.tsx"

const CHOICES = {
  read: (query: URLSearchParams): { readonly by: Grouping } => ({
    by: GROUPINGS.find((by) => by === query.get("by")) ?? "owner",
  }),
  write: ({ by }: { readonly by: Grouping }) => (by === "owner" ? "" : `?by=${by}`),
}

/** Whose voices the record is made of. */
export default function SourcesPage() {
  usePageTitle("Sources")
  const { data, error, refetch } = useSources()
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? <PageSkeleton /> : <SourcesView sources={data} />
}

function SourcesView({ sources }: { readonly sources: SourcesAnswer }) {
  const { outlets, owners, stateMedia, anonymous } = sources
  const [{ by }, change] = useAddressPart(CHOICES)
  const [holder, width] = useWidth<HTMLDivElement>()
  const drawing = useRef<HTMLElement>(null)
  const articles = outlets.reduce((sum, { documents }) => sum + documents, 0)
  const state = owners.filter(({ affiliation }) => affiliation === "state-affiliated")
  return (
    <>
      <header className="page-head">
        <h1>Sources</h1>
        <p className="lede">
          {counted(articles, "article")} of {counted(outlets.length, "outlet")} with{" "}
          {counted(owners.length, "owner")}
          {state.length > 0 && (
            <>, {counted(state.length, "of them a state", "of them states or state bodies")}</>
          )}
          .{anonymous > 0 && <> Of {counted(anonymous, "article")} the publisher is unknown.</>}
        </p>
      </header>
      {outlets.length === 0 && <p className="empty">No article of the record names its publisher.</p>}
      <section className="sources-part" aria-labelledby="heat-heading">
        <h2 id="heat-heading">Coverage: owner by month</h2>
        <figure ref={drawing}>
          <figcaption>Articles by owner and month of publication</figcaption>
          <div ref={holder}>{width > 0 && <OwnerHeatMap owners={owners} width={width} />}</div>
        </figure>
        <ChartExport
          title="Coverage by owner and month"
          rows={() =>
            owners.flatMap(({ owner, affiliation, months }) =>
              months.map(({ month, documents }) => ({ owner, affiliation, month, articles: documents })),
            )
          }
          drawings={drawing}
        />
      </section>
      <section className="sources-part" aria-labelledby="state-heading">
        <h2 id="state-heading">Told by state media alone</h2>
        <StateMedia shares={stateMedia} />
        <ChartExport
          title="Happenings reported by state media alone"
          rows={() => [
            ...stateMedia.years.map(({ year, ...share }) => ({ of: year, ...share })),
            ...stateMedia.pairs.map(({ pair, a: _a, b: _b, ...share }) => ({ of: pair, ...share })),
          ]}
        />
      </section>
      <section className="sources-part" aria-labelledby="outlets-heading">
        <div className="section-head">
          <h2 id="outlets-heading">Outlets</h2>
          <label className="field field-check">
            <span>by</span>
            <select
              value={by}
              onChange={({ target }) =>
                change({ by: GROUPINGS.find((known) => known === target.value) ?? "owner" })
              }
            >
              <option value="owner">owner</option>
              <option value="country">country</option>
            </select>
          </label>
          <p className="count">{whole(outlets.length)}</p>
        </div>
        <OutletTable outlets={outlets} by={by} />
      </section>
    </>
  )
}
