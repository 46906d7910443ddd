import type { Codebook } from "../../codebook/codebook.ts"
import type { Column } from "../formats/format.ts"

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |\n`

const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  row(header) + row(header.map(() => "---")) + rows.map(row).join("")

/** The codebook as Markdown: what each column holds, and what each code means. */
export function codebookText(
  codebook: Codebook,
  tables: readonly { readonly path: string; readonly columns: readonly Column[] }[],
): string {
  const columns = tables.map(
    (one) =>
      `## Columns of ${one.path}\n\n${table(
        ["column", "type", "what it holds"],
        one.columns.map(({ name, type, description }) => [name, type, description]),
      )}`,
  )
  const sections = [
    "# Codebook\n\nEvents follow PLOVER; what a status means, and how acts to come are coded, is told below. An empty cell is unknown.\n",
    ...columns,
    `## Categories\n\n${table(
      ["code", "quad class", "score", "definition"],
      codebook.types.map(({ type, quad, score, definition }) => [type, quad, score, definition]),
    )}`,
    `## Modes\n\n${table(
      ["category", "mode", "score", "definition"],
      codebook.modes.map(({ type, mode, score, definition }) => [type, mode, score, definition]),
    )}`,
    `## Statuses\n\n${table(
      ["status", "definition"],
      codebook.statuses.map(({ code, definition }) => [code, definition]),
    )}`,
    `## Contexts\n\n${table(
      ["context", "definition"],
      codebook.contexts.map(({ code, definition }) => [code, definition]),
    )}`,
    `## Sectors\n\n${table(
      ["sector", "name", "definition"],
      codebook.sectors.map(({ code, name, definition }) => [code, name, definition]),
    )}`,
    `## CAMEO codes\n\n${table(
      ["code", "name", "Goldstein"],
      codebook.cameo.map(({ code, name, goldstein }) => [code, name, goldstein]),
    )}`,
  ]
  return sections.join("\n")
}
