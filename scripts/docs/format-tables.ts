import {
  ADDITIONS,
  DOCUMENT_TABLE,
  EVENT_TABLE,
  GDELT_EVENTS,
  GDELT_MENTIONS,
  HAPPENING_TABLE,
  ICEWS,
  PETRARCH2,
  PHOENIX,
  POLECAT,
} from "../../src/view/formats/index.ts"

interface Column {
  readonly name: string
  readonly type: string
  readonly description: string
}

/** The tables of docs/formats.md by the name under which the page calls for them. */
const TABLES: Readonly<Record<string, readonly Column[]>> = {
  events: EVENT_TABLE.columns,
  happenings: HAPPENING_TABLE.columns,
  documents: DOCUMENT_TABLE.columns,
  additions: ADDITIONS,
  gdelt2: GDELT_EVENTS.columns,
  "gdelt2-mentions": GDELT_MENTIONS.columns,
  icews: ICEWS.columns,
  petrarch2: PETRARCH2.columns,
  phoenix: PHOENIX.columns,
  polecat: POLECAT.columns,
}

const cell = (text: string): string => text.replaceAll("|", "\\|")

const tableOf = (columns: readonly Column[]): string =>
  [
    "| column | type | holds |",
    "|---|---|---|",
    ...columns.map(({ name, type, description }) => `| \`${name}\` | ${type} | ${cell(description)} |`),
  ].join("\n")

const PLACE = /<!-- columns: ([a-z0-9-]+) -->[\s\S]*?<!-- end -->/g

/** A page with each table between its marks as the formats have it. Throws where a mark names no format. */
export const withFormatTables = (page: string): string =>
  page.replaceAll(PLACE, (_, name: string) => {
    const columns = TABLES[name]
    if (columns === undefined)
      throw new Error(
        `docs/formats.md calls for the columns of “${name}”; there are: ${Object.keys(TABLES).join(", ")}`,
      )
    return `<!-- columns: ${name} -->\n${tableOf(columns)}\n<!-- end -->`
  })
