import { useMemo, useRef } from "react"
import { Link } from "wouter"
import type { LeaderPage as LeaderAnswer } from "../../../src/view/leaders-page.ts"
import "../styles/data-table.css"
import "../styles/atlas.css"
import { BorderNote } from "../atlas/world-layer.tsx"
import { useLeader } from "../data/workbench-queries.ts"
import { useMapSize } from "../map/use-map-size.ts"
import { useAddressPart } from "../pair/use-address-part.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { coreSpan } from "../scales/core-span.ts"
import { timeAxis } from "../scales/time-axis.ts"
import { dayWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"
import { chosen, type LeaderChoices, readLeaderChoices, writeLeaderChoices } from "./choices.ts"
import { CountTable } from "./count-table.tsx"
import { EncounterList } from "./encounter-list.tsx"
import { LeaderMap } from "./leader-map.tsx"
import { LeaderTimeline } from "./leader-timeline.tsx"
import { officeWords } from "./leader-words.ts"

const MARGINS = { left: 8, right: 10 }
const NOT_CHOSEN: LeaderChoices = { with: undefined, year: undefined, kind: undefined }
const CHOICES = {
  read: readLeaderChoices,
  write: (choices: LeaderChoices) => writeLeaderChoices(choices),
}

/** Whom a leader visits, receives, meets and calls: in time, on the map, counted, and one by one. */
export default function LeaderPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useLeader(id)
  usePageTitle(data?.name ?? "Leader")
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? <PageSkeleton /> : <LeaderView leader={data} />
}

function LeaderView({ leader }: { readonly leader: LeaderAnswer }) {
  const [choices, change] = useAddressPart(CHOICES)
  const shown = useMemo(() => chosen(leader.encounters, choices), [leader, choices])
  const [holder, width] = useWidth<HTMLDivElement>()
  const size = useMapSize(width)
  const drawing = useRef<HTMLDivElement>(null)
  const axis = useMemo(() => {
    const months = leader.encounters.map(({ from }) => from.slice(0, 7))
    return timeAxis(coreSpan(months)?.months ?? ["2000-01", "2000-12"], width, MARGINS)
  }, [leader, width])
  const filtered = choices.with !== undefined || choices.year !== undefined || choices.kind !== undefined
  return (
    <>
      <header className="page-head">
        <p className="crumbs">
          <Link href="/leaders">Leaders</Link>
        </p>
        <h1>{leader.name}</h1>
        <p className="lede">
          {officeWords(leader)}. {counted(leader.encounters.length, "encounter")} in the record
          {leader.asOf !== null && <>, plans as seen on {dayWords(leader.asOf)}</>}.
        </p>
      </header>
      {leader.encounters.length === 0 ? (
        <p className="empty">No visit, meeting or call of {leader.name} could be told apart.</p>
      ) : (
        <>
          <div ref={drawing}>
            <div ref={holder} className="leader-figures">
              <figure className="panel">
                <figcaption>Each visit, meeting and call on its first day</figcaption>
                {width > 0 && <LeaderTimeline encounters={shown} axis={axis} width={width} />}
              </figure>
              <figure className="panel" style={{ minHeight: size.height + 20 }}>
                <figcaption>From the capital of whoever travels to the place; wider: more often</figcaption>
                {width > 0 && <LeaderMap encounters={shown} capital={leader.capital} size={size} />}
              </figure>
            </div>
          </div>
          <div className="map-foot">
            <ArcLegend />
            <BorderNote />
            <ChartExport
              title={`${leader.name}: visits, meetings and calls`}
              rows={() => exportRows(shown)}
              drawings={drawing}
            />
          </div>
          <div className="leader-lists">
            <section aria-labelledby="counts-heading">
              <h2 id="counts-heading">Counted</h2>
              <CountTable counts={leader.counts} choices={choices} change={change} />
            </section>
            <section aria-labelledby="encounters-heading">
              <div className="section-head">
                <h2 id="encounters-heading">One by one</h2>
                <p className="count" role="status">
                  {filtered ? `${shown.length} of ${leader.encounters.length}` : `all ${shown.length}`}
                </p>
                <KindChoice kind={choices.kind} change={change} />
                {filtered && (
                  <button type="button" className="plain" onClick={() => change(NOT_CHOSEN)}>
                    Show all
                  </button>
                )}
              </div>
              {shown.length === 0 && <p className="empty">No encounter is like that.</p>}
              <EncounterList encounters={shown} />
            </section>
          </div>
        </>
      )}
    </>
  )
}

interface KindChoiceProps {
  readonly kind: LeaderChoices["kind"]
  readonly change: (changed: Partial<LeaderChoices>) => void
}

function KindChoice({ kind, change }: KindChoiceProps) {
  return (
    <label className="field field-check">
      <span>Kind</span>
      <select
        value={kind ?? ""}
        onChange={({ target }) =>
          change({ kind: readLeaderChoices(new URLSearchParams({ kind: target.value })).kind })
        }
      >
        <option value="">any</option>
        <option value="visit">visits</option>
        <option value="meeting">meetings</option>
        <option value="call">calls</option>
      </select>
    </label>
  )
}

function ArcLegend() {
  return (
    <ul className="legend" aria-label="Legend">
      <LegendLine name="travels there" line="arc arc-travels" />
      <LegendLine name="is visited" line="arc arc-receives" />
      <LegendLine name="only planned, put off or called off" line="arc arc-travels arc-ahead" />
      <li>
        <svg className="mark" width="11" height="11" viewBox="-5.5 -5.5 11 11" aria-hidden="true">
          <rect className="capital" x={-3.5} y={-3.5} width={7} height={7} />
        </svg>{" "}
        own capital
      </li>
    </ul>
  )
}

function LegendLine({ name, line }: { readonly name: string; readonly line: string }) {
  return (
    <li>
      <svg className="mark" width="26" height="10" viewBox="0 0 26 10" aria-hidden="true">
        <path className={line} d="M1 8Q13 -3 25 8" strokeWidth={2} />
      </svg>{" "}
      {name}
    </li>
  )
}

const exportRows = (encounters: LeaderAnswer["encounters"]) =>
  encounters.map(({ at, start, other, counterparts, happenings, words, dayKnown, ...row }) => ({
    from: row.from,
    to: row.to,
    day_known: dayKnown,
    kind: row.kind,
    part: row.part,
    status: row.status,
    with: other.code,
    counterparts: counterparts.join("; "),
    start: start?.name ?? null,
    place: at?.name ?? null,
    latitude: at?.latitude ?? null,
    longitude: at?.longitude ?? null,
    place_told: row.atTold,
    reports: row.reports,
    owners: row.independentOwners,
    only_state_media: row.onlyStateMedia,
    happenings: happenings.join("; "),
    words,
  }))
