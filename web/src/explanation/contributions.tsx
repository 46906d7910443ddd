import type { ClassReasons } from "../../../src/record/index.ts"

/** The longest bar, in pixels, stands for so much log-odds; what is more is cut. */
const WIDEST = 32
const FULL = 3

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`

/** What spoke for and against a class, strongest first, in log-odds. */
export function Contributions({ reasons }: { readonly reasons: ClassReasons }) {
  const all = [...reasons.for, ...reasons.against]
  if (all.length === 0) return <p>nothing spoke for or against it</p>
  return (
    <ul className="contributions">
      {all.map(({ feature, contribution }) => (
        <li key={feature} className={contribution < 0 ? "against" : "for"}>
          <span className="numeral">{signed(contribution)}</span>
          <span
            className="contribution-bar"
            style={{ width: Math.max(1, Math.min(1, Math.abs(contribution) / FULL) * WIDEST) }}
          />
          <span>{feature}</span>
        </li>
      ))}
    </ul>
  )
}
