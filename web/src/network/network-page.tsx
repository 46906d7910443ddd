import { lazy, Suspense, useMemo, useRef, useState } from "react"
import { navigate } from "wouter/use-browser-location"
import type { NetworkPage as NetworkAnswer } from "../../../src/view/network-page.ts"
import "../styles/data-table.css"
import "../styles/atlas.css"
import "../styles/network.css"
import { pairAddress } from "../addresses.ts"
import { useNetwork } from "../data/workbench-queries.ts"
import { useMapSize } from "../map/use-map-size.ts"
import { useAddressPart } from "../pair/use-address-part.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { Skeleton } from "../parts/skeleton.tsx"
import { counted, whole } from "../wording/numbers.ts"
import { type NetworkChoices, periodQuery, readNetworkChoices, writeNetworkChoices } from "./choices.ts"
import { layoutOf } from "./layout.ts"
import { NetworkDrawing } from "./network-drawing.tsx"
import { NetworkFilters } from "./network-filters.tsx"
import { type ShownNetwork, shownOf } from "./shown.ts"
import { TieTable } from "./tie-table.tsx"
import { canDraw } from "./use-theme.ts"

const NetworkCanvas = lazy(() => import("./network-canvas.tsx"))

const CHOICES = {
  read: readNetworkChoices,
  write: (choices: NetworkChoices) => writeNetworkChoices(choices),
}

/** The states of a period and the ties between them, drawn and as a table. */
export default function NetworkPage() {
  usePageTitle("Network of states")
  const [choices, change] = useAddressPart(CHOICES)
  const { data, error, refetch } = useNetwork(periodQuery(choices))
  const { side, least } = choices
  const network = useMemo(() => data && shownOf(data, { side, least }), [data, side, least])
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return (
    <>
      <header className="page-head">
        <h1>Network of states</h1>
        <p className="lede network-lede" role="status">
          {data === undefined || network === undefined ? (
            <>&nbsp;</>
          ) : (
            <NetworkCount answer={data} network={network} />
          )}
        </p>
      </header>
      <NetworkFilters choices={choices} change={change} />
      {network === undefined ? (
        <Skeleton lines={20} />
      ) : network.ties.length === 0 ? (
        <p className="empty">Nothing of that weight occurred between two states in this period.</p>
      ) : (
        <NetworkView network={network} choices={choices} change={change} />
      )}
    </>
  )
}

function NetworkCount({
  answer,
  network,
}: {
  readonly answer: NetworkAnswer
  readonly network: ShownNetwork
}) {
  return (
    <>
      <b>{counted(network.ties.length, "tie")}</b> between {counted(network.states.length, "state")}, of{" "}
      {whole(answer.total)} pairs of which something occurred. Wider is more: what occurred, weighed by its
      score and by how many independent owners report it.
    </>
  )
}

/** A network needs more height than a map where there is little width. */
const LEAST_HEIGHT = 420

interface NetworkViewProps {
  readonly network: ShownNetwork
  readonly choices: NetworkChoices
  readonly change: (changed: Partial<NetworkChoices>) => void
}

function NetworkView({ network, choices, change }: NetworkViewProps) {
  const [holder, width] = useWidth<HTMLDivElement>()
  const size = useMapSize(width, LEAST_HEIGHT)
  const still = useRef<HTMLElement>(null)
  const [canvas] = useState(canDraw)
  const layout = useMemo(() => layoutOf(network), [network])
  const choose = (state: string | undefined) => change({ state })
  return (
    <>
      <div ref={holder} className="network" style={{ minHeight: size.height + 30 }}>
        {width > 0 && (
          <>
            {canvas && (
              <Suspense fallback={<div className="network-stage" style={{ height: size.height }} />}>
                <NetworkCanvas
                  height={size.height}
                  network={network}
                  layout={layout}
                  side={choices.side}
                  state={choices.state}
                  onState={choose}
                  onTie={(pair) => navigate(pairAddress(pair))}
                />
              </Suspense>
            )}
            <figure ref={still} className={canvas ? "network-spare" : undefined} aria-hidden={canvas}>
              <figcaption>Blue: cooperation, red: conflict; wider: more</figcaption>
              <NetworkDrawing network={network} layout={layout} side={choices.side} {...size} />
            </figure>
          </>
        )}
      </div>
      <div className="map-foot">
        <ul className="legend" aria-label="Legend">
          <li>
            <i className="dot fill-mco" /> cooperation
          </li>
          <li>
            <i className="dot fill-mcf" /> conflict
          </li>
          <li>circle: weight of all its ties</li>
        </ul>
        <ChartExport
          title="Network of states"
          rows={() => network.ties.map((tie) => ({ ...tie }))}
          drawings={still}
        />
      </div>
      <section aria-labelledby="ties-heading">
        <div className="section-head">
          <h2 id="ties-heading">Ties</h2>
          {choices.state !== undefined && (
            <>
              <p className="count" role="status">
                of {network.states.find(({ code }) => code === choices.state)?.name ?? choices.state}
              </p>
              <button type="button" className="plain" onClick={() => choose(undefined)}>
                All states
              </button>
            </>
          )}
        </div>
        <TieTable network={network} choices={choices} onState={choose} />
      </section>
    </>
  )
}
