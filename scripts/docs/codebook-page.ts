import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"

interface Entry {
  readonly kind: string
  readonly code: string
  readonly name: string
  readonly facts: string
  readonly definition: string
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const signed = (score: number): string => (score > 0 ? `+${score}` : String(score).replace("-", "−"))

/** Every code of data/codebook with its meaning. */
function entries(): Entry[] {
  const book = loadCodebook(bundledData)
  const plain = (kind: string) => (entry: { code: string; name: string; definition: string }) => ({
    ...{ kind, facts: "" },
    ...entry,
  })
  return [
    ...book.types.map(({ type, name, quad, score, definition }) => ({
      ...{ kind: "category", code: type, name, definition },
      facts: `${quad}, ${signed(score)}`,
    })),
    ...book.modes.map(({ type, mode, score, definition }) => ({
      ...{ kind: "mode", code: mode, name: `of ${type}`, definition },
      facts: signed(score),
    })),
    ...book.statuses.map(plain("status")),
    ...book.contexts.map(plain("context")),
    ...book.sectors.map(plain("sector")),
    ...book.cameo.map(({ code, name, goldstein, type, mode }) => ({
      ...{
        kind: "CAMEO",
        code,
        name,
        definition:
          type === null ? "No category of PLOVER." : `PLOVER: ${[type, mode].filter(Boolean).join(", ")}`,
      },
      facts: goldstein === null || goldstein === undefined ? "" : `Goldstein ${signed(goldstein)}`,
    })),
  ]
}

const row = ({ kind, code, name, facts, definition }: Entry): string =>
  `<tr id="${escaped(`${kind}-${code}-${name}`.toLowerCase().replace(/[^a-z0-9]+/g, "-"))}"><td>${kind}</td><td><code>${escaped(code)}</code></td><td>${escaped(name === code ? "" : name)}</td><td>${escaped(facts)}</td><td>${escaped(definition)}</td></tr>`

/** The codebook as one table that can be searched. */
export function codebookHtml(): string {
  const all = entries()
  return `<h1 id="codebook">Codebook</h1>
<p>Every code that Chancery writes, from <code>data/codebook</code>: the categories, modes, contexts and sectors of PLOVER, our statuses, and CAMEO’s codes with what they mean in PLOVER. Scores go from −10 (conflict) to +10 (cooperation).</p>
<p><label>Search <input type="search" id="search" autocomplete="off" placeholder="visit, sanction, 042 …"></label> <output id="found" for="search">${all.length} codes</output></p>
<div class="wide" tabindex="0"><table id="codes"><thead><tr><th>kind</th><th>code</th><th>name</th><th>class and score</th><th>meaning</th></tr></thead><tbody>
${all.map(row).join("\n")}
</tbody></table></div>`
}
