import type { Quantity } from "../../../src/record/index.ts"
import { quantityWords } from "../wording/quantities.ts"

/** Numbers that the words give, each with the words themselves behind it. */
export function QuantityList({ quantities }: { readonly quantities: readonly Quantity[] }) {
  if (quantities.length === 0) return null
  return (
    <ul className="quantities">
      {quantities.map((quantity) => (
        <li key={`${quantity.kind} ${quantity.text}`} data-tip={`${quantity.kind}: “${quantity.text}”`}>
          {quantityWords(quantity)}
        </li>
      ))}
    </ul>
  )
}
