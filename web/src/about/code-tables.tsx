import type { CodebookPage } from "../../../src/view/api.ts"
import { StatusMark } from "../parts/status-mark.tsx"
import { statusWords } from "../wording/statuses.ts"

/** The codebook: categories with their class, statuses, and the sectors of actors. */
export function CodeTables({ codebook }: { readonly codebook: CodebookPage }) {
  return (
    <section aria-labelledby="codebook-heading">
      <h2 id="codebook-heading">Codebook</h2>
      <h3>Categories</h3>
      <div className="scroller">
        <table className="codes-table">
          <tbody>
            {codebook.types.map(({ code, name, quad, definition }) => (
              <tr key={code}>
                <th scope="row">
                  <StatusMark status="occurred" quad={quad} /> {name} <span className="codes">{code}</span>
                </th>
                <td>{quad}</td>
                <td>{definition}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>Statuses</h3>
      <table className="codes-table">
        <tbody>
          {codebook.statuses.map(({ code, definition }) => (
            <tr key={code}>
              <th scope="row">
                <StatusMark status={code} quad={null} /> {statusWords(code)}
              </th>
              <td>{definition}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Sectors of actors</h3>
      <dl className="sectors">
        {codebook.sectors.map(({ code, name }) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
