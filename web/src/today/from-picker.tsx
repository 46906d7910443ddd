import { Link } from "wouter"
import { navigate } from "wouter/use-browser-location"
import { spansUntil, todayAddress } from "./spans.ts"

interface FromPickerProps {
  readonly from: string
  readonly until: string
  readonly earliest: string
}

/** From which day on the news are looked at: stretches to choose, or any day. */
export function FromPicker({ from, until, earliest }: FromPickerProps) {
  return (
    <div className="from-picker">
      <nav aria-label="Stretch of news">
        <ul>
          {spansUntil(until, earliest).map((span) => (
            <li key={span.name}>
              <Link href={todayAddress(span.from)} aria-current={span.from === from ? "true" : undefined}>
                {span.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <label className="field">
        <span>From</span>
        <input
          type="date"
          value={from}
          max={until}
          onChange={({ target }) =>
            target.value !== "" && navigate(todayAddress(target.value), { replace: true })
          }
        />
      </label>
    </div>
  )
}
