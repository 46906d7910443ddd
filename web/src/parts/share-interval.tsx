interface ShareProps {
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The cooperative share from 0 to 100 as a dot on its 95 % band; nothing where nothing occurred. */
export function ShareInterval({ share, low, high }: ShareProps) {
  if (share === null || low === null || high === null)
    return <span className="share share-absent">nothing occurred</span>
  const words = `${Math.round(share)} (${Math.round(low)}–${Math.round(high)})`
  return (
    <span className="share" data-tip={`Cooperative share ${words}: 95 % band in brackets`}>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2="100" y1="6" y2="6" className="share-axis" />
        <line x1="50" x2="50" y1="1" y2="11" className="share-axis" />
        <line x1={low} x2={high} y1="6" y2="6" className="share-band" />
        <line x1={share} x2={share} y1="1" y2="11" className="share-point" />
      </svg>
      <span className="share-number">
        {Math.round(share)}
        <span className="unseen">
          , between {Math.round(low)} and {Math.round(high)}
        </span>
      </span>
    </span>
  )
}
