import { useMeanings } from "../data/meanings.ts"
import { codeWords } from "../wording/modes.ts"

interface TypeNameProps {
  readonly type: string | null
  readonly name: string
  readonly mode: string | null
  readonly reachable?: boolean
}

/** The kind of act with its mode; the codebook's definition stands behind it. */
export function TypeName({ type, name, mode, reachable = false }: TypeNameProps) {
  const meaning = useMeanings()(type)
  return (
    <span className="type" data-tip={meaning} {...(reachable ? { tabIndex: 0 } : {})}>
      <span className="type-name">{name}</span>
      {mode !== null && <span className="type-mode"> {codeWords(mode)}</span>}
    </span>
  )
}
