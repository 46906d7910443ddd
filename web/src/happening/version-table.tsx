import { Link } from "wouter"
import type { Version } from "../../../src/record/index.ts"
import type { ReportRow } from "../../../src/view/api.ts"
import { documentAddress } from "../addresses.ts"
import { versionsByField } from "./version-values.ts"

interface VersionTableProps {
  readonly versions: readonly Version[]
  readonly reports: readonly ReportRow[]
}

/** Where the reports differ, version beside version with the outlets that give each. */
export function VersionTable({ versions, reports }: VersionTableProps) {
  if (versions.length === 0) return null
  const reportOf = new Map(reports.map((report) => [report.document, report]))
  return (
    <section className="versions" aria-labelledby="versions-heading">
      <h2 id="versions-heading">Where reports differ</h2>
      {versionsByField(versions).map(({ field, values }) => (
        <section key={field} className="version-field" aria-label={field}>
          <h3>{field}</h3>
          <ul>
            {values.map(({ words, documents, why }) => (
              <li key={words}>
                <b>{words}</b>
                {why !== null && <span className="version-taken">{why}</span>}
                <span className="version-outlets">
                  {documents.map((document) => (
                    <Link key={document} href={documentAddress(document, reportOf.get(document)?.event)}>
                      {reportOf.get(document)?.outlet?.name ?? document}
                    </Link>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
