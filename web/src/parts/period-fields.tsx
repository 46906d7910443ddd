interface Period {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The first and the last day of what is shown, as two fields of a form of filters. */
export function PeriodFields({
  period: { from, to },
  change,
}: {
  readonly period: Period
  readonly change: (changed: Partial<Period>) => void
}) {
  return (
    <>
      <label className="field">
        <span>From</span>
        <input
          type="date"
          value={from ?? ""}
          onChange={({ target }) => change({ from: target.value || undefined })}
        />
      </label>
      <label className="field">
        <span>To</span>
        <input
          type="date"
          value={to ?? ""}
          onChange={({ target }) => change({ to: target.value || undefined })}
        />
      </label>
    </>
  )
}
