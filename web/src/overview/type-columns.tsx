import type { Summary } from "../../../src/view/api.ts"
import { useMeanings } from "../data/meanings.ts"
import { useCodebook } from "../data/queries.ts"
import { quadKey } from "../wording/quads.ts"

/** Reports by PLOVER category, from cooperative to conflictual as the manual orders them. */
export function TypeColumns({ byType }: { readonly byType: Summary["byType"] }) {
  const { data: codebook } = useCodebook()
  const meaning = useMeanings()
  const counts = new Map(byType.map(({ type, events }) => [type, events]))
  const most = Math.max(1, ...counts.values())
  return (
    <figure className="type-columns">
      <figcaption>Reports by category</figcaption>
      <ul>
        {(codebook?.types ?? []).map(({ code, name, quad }) => (
          <li key={code} data-tip={meaning(code)}>
            <span className="type-count">{counts.get(code) ?? 0}</span>
            <span
              className={`type-column fill-${quadKey(quad)}`}
              style={{ height: `${((counts.get(code) ?? 0) / most) * 100}%` }}
            />
            <span className="type-label">{name}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
