import { Link } from "wouter"
import { pairAddress } from "../addresses.ts"

const COMMANDS = `chancery import 20231203121500.export.CSV.zip       # GDELT 2.0, by its quarter hours
chancery import --dataset icews events.2019.tab     # ICEWS
chancery import ngecEvents.DV.2023.txt.zip          # POLECAT
chancery import --list                              # what was imported so far`

/** Nothing to compare with yet: how to bring it in. */
export function NothingImported({ pair }: { readonly pair: string }) {
  return (
    <section className="notice compare-empty">
      <h2>No imported data set knows this pair</h2>
      <p>
        Event data of others can be read into the store, where they stand beside ours and never mix with them:
        GDELT, ICEWS, POLECAT, Phoenix, and your own copies of ACLED and UCDP GED. Files are taken as they are
        published; nothing is fetched.
      </p>
      <pre>
        <code>{COMMANDS}</code>
      </pre>
      <p>Stop the server first, import with the same --store, then start it again and open this page.</p>
      <p>
        <Link href={pairAddress(pair)}>Back to the pair</Link>
      </p>
    </section>
  )
}
