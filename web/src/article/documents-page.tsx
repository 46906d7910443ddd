import { Link } from "wouter"
import type { DocumentRow } from "../../../src/view/api.ts"
import { documentAddress } from "../addresses.ts"
import { useDocuments } from "../data/queries.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { OutletName } from "../parts/outlet-name.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { dayWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

/** Every article of the record. */
export default function DocumentsPage() {
  usePageTitle("Articles")
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDocuments()
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  if (data === undefined) return <PageSkeleton />
  const documents = data.pages.flat()
  return (
    <>
      <header className="page-head">
        <h1>Articles</h1>
      </header>
      {documents.length === 0 && <p className="empty">The record holds no article yet.</p>}
      <ol className="documents">
        {documents.map((row) => (
          <DocumentEntry key={row.id} row={row} />
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? "Loading" : "Show more articles"}
        </button>
      )}
    </>
  )
}

function DocumentEntry({ row }: { readonly row: DocumentRow }) {
  return (
    <li>
      <time dateTime={row.published ?? undefined}>{dayWords(row.published)}</time>
      <Link href={documentAddress(row.id)}>{row.title ?? row.id}</Link>
      <OutletName outlet={row.outlet} />
      <span className="numeral">{counted(row.events, "event")}</span>
    </li>
  )
}
