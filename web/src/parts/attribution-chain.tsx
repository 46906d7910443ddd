import { Fragment } from "react"
import type { Attribution } from "../../../src/record/index.ts"

interface AttributionChainProps {
  /** The publisher, with which every chain begins. */
  readonly outlet: string | null
  readonly chain: readonly Attribution[]
}

/** Who says so, outermost first: "Neris Post → BelTA → Ministry of Defence". */
export function AttributionChain({ outlet, chain }: AttributionChainProps) {
  const links = [...(outlet === null ? [] : [{ name: outlet, kind: "media" as const }]), ...chain]
  if (links.length === 0) return <span className="chain chain-absent">the article itself</span>
  return (
    <span className="chain">
      {links.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chain may name one source twice
        <Fragment key={`${at} ${link.name}`}>
          {at > 0 && (
            <span className="arrow" role="img" aria-label="citing">
              {" → "}
            </span>
          )}
          <span className={`source source-${link.kind}`}>
            {link.name}
            {"country" in link && link.country !== undefined && (
              <span className="codes"> {link.country}</span>
            )}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
