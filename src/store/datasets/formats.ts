import { ACLED_FILES, UCDP_FILES } from "./conflict.ts"
import { type DatasetFormat, type DatasetName, plainName } from "./dataset.ts"
import { GDELT_EVENT_FILES, GDELT_MENTION_COLUMNS, mentionRules } from "./gdelt.ts"
import { ICEWS_FILES } from "./icews.ts"
import { PHOENIX_FILES } from "./phoenix.ts"
import { POLECAT_FILES } from "./polecat.ts"

/** Mentions have a table of their own; of the events' meaning only what they share is asked for. */
const GDELT_MENTION_FILES: DatasetFormat = {
  ...GDELT_EVENT_FILES,
  name: "gdelt2-mentions",
  columns: GDELT_MENTION_COLUMNS,
  rules: mentionRules,
}

const FORMATS: readonly DatasetFormat[] = [
  GDELT_EVENT_FILES,
  GDELT_MENTION_FILES,
  ICEWS_FILES,
  POLECAT_FILES,
  PHOENIX_FILES,
  ACLED_FILES,
  UCDP_FILES,
]

export const formatOf = (name: DatasetName): DatasetFormat => FORMATS.find((format) => format.name === name)!

/** True where a header names every column that the dataset needs. */
export function hasHeaderOf({ required }: DatasetFormat, cells: readonly string[]): boolean {
  const given = new Set(cells.map(plainName))
  return required.length > 0 && required.every((name) => given.has(plainName(name)))
}

/** Which dataset a file is of, by its first line: by the columns that its header names, else by their number. */
export function recogniseDataset(firstLine: string): DatasetName | undefined {
  const cells = firstLine.replace(/^\ufeff/, "").split("\t")
  if (cells.length === 1) {
    const named = firstLine
      .replace(/^\ufeff/, "")
      .split(/[,;]/)
      .map((cell) => cell.replaceAll('"', ""))
    return [ACLED_FILES, UCDP_FILES].find((format) => hasHeaderOf(format, named))?.name
  }
  const withHeader = [ICEWS_FILES, POLECAT_FILES].find((format) => hasHeaderOf(format, cells))
  if (withHeader !== undefined) return withHeader.name
  const mentions = GDELT_MENTION_COLUMNS.length
  if (cells.length === mentions || cells.length === mentions + 1) return "gdelt2-mentions"
  return [GDELT_EVENT_FILES, PHOENIX_FILES].find(({ columns }) => columns.length === cells.length)?.name
}
