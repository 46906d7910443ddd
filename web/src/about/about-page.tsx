import { useCodebook, useSummary } from "../data/queries.ts"
import { usePageTitle } from "../parts/page-title.ts"
import { CodeTables } from "./code-tables.tsx"
import { IndexMethod } from "./index-method.tsx"
import { KnownLimits } from "./known-limits.tsx"

/** What stands behind the figures: the method in short, the limits, every code, and which coder wrote this record. */
export default function AboutPage() {
  usePageTitle("About")
  const { data: summary } = useSummary()
  const { data: codebook } = useCodebook()
  return (
    <div className="about">
      <header className="page-head">
        <h1>About this record</h1>
        <p className="lede">
          Read from news articles by <b>{summary?.coder ?? "…"}</b> and coded in PLOVER, the ontology of
          political events. Nothing here was checked by hand: every code leads to the words it rests on, so
          that you can check it.
        </p>
      </header>
      <IndexMethod />
      <KnownLimits />
      {codebook !== undefined && <CodeTables codebook={codebook} />}
    </div>
  )
}
