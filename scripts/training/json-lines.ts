import { existsSync, readFileSync } from "node:fs"

/** What the lines of a JSONL file hold; empty lines are passed over. Throws where the file cannot be read. */
export const readJsonLines = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T)

/** The same, and nothing where the file is not there. */
export const readJsonLinesIfAny = <T>(file: string): T[] => (existsSync(file) ? readJsonLines<T>(file) : [])
