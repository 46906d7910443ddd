import type { BrokenFeed, SilentOutlet } from "../../../src/view/today-page.ts"
import { OutletName } from "../parts/outlet-name.tsx"
import { dayWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

interface SourcesSectionProps {
  readonly feeds: readonly BrokenFeed[]
  readonly silent: readonly SilentOutlet[]
}

/** Sources that broke: what the record may be missing. */
export function SourcesSection({ feeds, silent }: SourcesSectionProps) {
  return (
    <section className="today-part" aria-labelledby="broken-heading">
      <div className="section-head">
        <h2 id="broken-heading">Sources that broke</h2>
      </div>
      {feeds.length + silent.length === 0 && (
        <p className="empty">
          No watched feed gives an error, and no regular outlet fell silent in these days.
        </p>
      )}
      <ul className="broken">
        {feeds.map((feed) => (
          <li key={feed.url}>
            <span className="broken-feed">{feed.url}</span>
            <p className="due-line">
              <span className="flag">{feed.gone ? "gone" : `failed ${counted(feed.failures, "time")}`}</span>
              <span>{feed.error}</span>
              {feed.lastNew !== null && <span>last article {dayWords(feed.lastNew)}</span>}
            </p>
          </li>
        ))}
        {silent.map(({ outlet, last, articles, daysBetween, silent: days }) => (
          <li key={`${outlet.name} ${last}`}>
            <OutletName outlet={outlet} />
            <p className="due-line">
              <span className="flag">silent for {counted(days, "day")}</span>
              <span>last article {dayWords(last)}</span>
              <span>
                {articles} in the year before, {rhythmWords(daysBetween)}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const rhythmWords = (daysBetween: number): string =>
  daysBetween < 1 ? "several a day" : `one in ${counted(Math.round(daysBetween), "day")}`
