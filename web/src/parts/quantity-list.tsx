import type { Quantity } from "../../../src/record/index.ts"
import { quantityWords } from "../wording/quantities.ts"

/** Numbers in the words of the text, each with what was understood behind it. */
export function QuantityList({ quantities }: { readonly quantities: readonly Quantity[] }) {
  if (quantities.length === 0) return null
  return (
    <ul className="quantities">
      {quantities.map((quantity) => (
        <li
          key={`${quantity.kind} ${quantity.text}`}
          data-tip={`${quantity.kind}: ${quantityWords(quantity)}`}
        >
          {quantity.text}
        </li>
      ))}
    </ul>
  )
}
