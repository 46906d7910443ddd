import { availableParallelism } from "node:os"
import { InvalidArgumentError, Option } from "commander"
import { CODING_MODES, DEFAULT_MODE } from "../../event/coding-mode.ts"
import { isCalendarDay } from "../../record/index.ts"
import { normalizeDate } from "../../text/published-date.ts"
import { STANDARD_INPUT } from "../documents/source-files.ts"

export const DEFAULT_STORE = ".chancery/chancery.duckdb"
/** More threads than this are a slip of the finger. */
const MOST_WORKERS = 1024

const parseWorkers = (given: string): number => {
  const workers = Number(given)
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_WORKERS}.`)
  return workers
}

const parsePublished = (given: string): string => {
  const date = normalizeDate(given)
  if (date === undefined)
    throw new InvalidArgumentError("It must be a date such as 2023-12-03 or 2023-12-03T12:24:00-05:00.")
  return date
}

export const workersOption = (): Option =>
  new Option("--workers <n>", "worker threads; the output is the same for any number")
    .argParser(parseWorkers)
    .default(availableParallelism(), "all cores")

export const publishedOption = (): Option =>
  new Option(
    "--published <date>",
    "publication date of documents that carry none; anchors “yesterday”",
  ).argParser(parsePublished)

const parseDay = (given: string): string => {
  if (!isCalendarDay(given)) throw new InvalidArgumentError("It must be a day such as 2023-12-31.")
  return given
}

export const asOfOption = (): Option =>
  new Option(
    "--as-of <day>",
    "the day from which plans are seen: one whose date has passed with no word of it is unknown (default: the last publication)",
  ).argParser(parseDay)

export const formatOption = (): Option =>
  new Option("--format <format>", "how to print it").choices(["table", "json", "csv"]).default("table")

export const storeOption = (): Option =>
  new Option("--store <file>", "the record's database file, made where it is missing").default(DEFAULT_STORE)

export const outletsOption = (): Option =>
  new Option(
    "--outlets <file>",
    "a TSV of your own outlets (name, country, owner, affiliation, domain), searched before ours",
  )

export const alertsOption = (): Option =>
  new Option(
    "--alerts",
    "look for what changed and send it to the alerts of the store (see: chancery alerts)",
  )

const addFile = (file: string, files: readonly string[] = []): string[] => [...files, file]

export const actorsOption = (): Option =>
  new Option(
    "--actors <file>",
    "your own actors, before ours: a TSV (name, country, aliases, role, sectors, from, to) or a PETRARCH/TABARI .actors or .agents dictionary; may be given again",
  ).argParser(addFile)

export const modeOption = (): Option =>
  new Option(
    "--mode <mode>",
    "accurate: reads every word that may report an event in its context with a small transformer; fast: by features alone, several times as many sentences a second",
  )
    .choices(CODING_MODES)
    .default(DEFAULT_MODE)

/** A whole number from 0. */
export const countParser = (given: string): number => {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError("It must be a whole number.")
  return Number(given)
}

/** The paths to read: what was given, else standard input where something is piped in. */
export function pathsOrStdin(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths
  if (process.stdin.isTTY)
    throw new MisuseError("no input: name files or folders, or pipe documents in (JSONL, one a line)")
  return [STANDARD_INPUT]
}

/** The command was called in a way that cannot work; the message says what to do. */
export class MisuseError extends Error {
  override readonly name = "MisuseError"
}
