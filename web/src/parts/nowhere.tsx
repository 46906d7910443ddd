import { Link } from "wouter"
import { usePageTitle } from "./page-title.ts"

/** For addresses that name no view. */
export function Nowhere() {
  usePageTitle("No such page")
  return (
    <section className="notice">
      <h1>There is no such page</h1>
      <p>
        The record begins with the <Link href="/">pairs of states</Link> or with the{" "}
        <Link href="/documents">articles</Link>.
      </p>
    </section>
  )
}
