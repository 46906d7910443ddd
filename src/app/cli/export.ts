import { type Command, InvalidArgumentError, Option } from "commander"
import {
  EVENT_TYPES,
  type EventType,
  PERIODS,
  type Period,
  STATUSES,
  type Status,
} from "../../record/index.ts"
import { EXPORT_FORMATS, EXPORT_TABLES, type ExportFormat, type ExportTable } from "../export/formats.ts"
import { outletsOption, storeOption } from "./options.ts"
import { fromOption, toOption } from "./relation.ts"

export interface ExportCommandOptions {
  readonly store: string
  readonly format: ExportFormat
  readonly table: ExportTable
  readonly out?: string
  readonly package?: string
  readonly withoutText?: boolean
  readonly extended?: boolean
  readonly pair?: string
  readonly type?: readonly EventType[]
  readonly status?: readonly Status[]
  readonly from?: string
  readonly to?: string
  readonly outlet?: string
  readonly outlets?: string
  readonly by: Period
}

/** "chn blr", "CHN-BLR" → "BLR-CHN" */
export const parsePair = (given: string): string => {
  const match = /^([A-Za-z]{3})[-> ]([A-Za-z]{3})$/.exec(given.trim())
  const [a, b] = [match?.[1], match?.[2]].map((code) => code?.toUpperCase())
  if (a === undefined || b === undefined || a === b)
    throw new InvalidArgumentError("It must be two states' alpha-3 codes, such as BLR-CHN.")
  return a < b ? `${a}-${b}` : `${b}-${a}`
}

export const pairOption = (): Option =>
  new Option("--pair <pair>", "only between these two states, for example BLR-CHN").argParser(parsePair)

export const typeOption = (): Option =>
  new Option("--type <types...>", "only these PLOVER categories").choices(EVENT_TYPES)
export const statusOption = (): Option =>
  new Option("--status <statuses...>", "only with these statuses").choices(STATUSES)
export const outletOption = (): Option =>
  new Option("--outlet <name>", "only what this outlet reports: its name or domain")

/** `chancery export` */
export const addExportCommand = (program: Command): Command =>
  program
    .command("export")
    .summary("the record as tables, in the formats of other data sets, or as a data package")
    .description(
      "Writes the record: our own events, happenings or documents as JSONL, CSV or Parquet, or rows in the columns of GDELT, ICEWS, POLECAT, Phoenix, PETRARCH or PLOVER. What is unknown is left empty. `chancery import` reads our own formats back.",
    )
    .addOption(new Option("--format <format>", "what to write").choices(EXPORT_FORMATS).default("jsonl"))
    .addOption(
      new Option("--table <table>", "which of our own tables: for jsonl, csv and parquet")
        .choices(EXPORT_TABLES)
        .default("events"),
    )
    .option("--out <file>", "the file to write (default: standard output; Parquet needs a file)")
    .option("--package <dir>", "all tables with schemas, codebook and citation, in a folder of their own")
    .option("--without-text", "with --package: documents without title and text, for sharing")
    .option("--extended", "our own columns after those of another data set")
    .addOption(pairOption())
    .addOption(typeOption())
    .addOption(statusOption())
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(outletOption())
    .addOption(
      new Option("--by <period>", "with panel: length of a period").choices(PERIODS).default("month"),
    )
    .addOption(outletsOption())
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Formats without a column for the status (icews, polecat, phoenix, petrarch2, gdelt2) leave out what is denied, did not happen
or is only imagined, unless --status asks for it.

Examples:
  chancery export > events.jsonl
  chancery export --format gdelt2 --pair BLR-CHN > events.tsv
  chancery export --format parquet --table happenings --out happenings.parquet
  chancery export --package record-2023 --from 2023 --to 2023`,
    )
    .action(async (options: ExportCommandOptions) => {
      const { exportRecord } = await import("./export-record.ts")
      await exportRecord(options)
    })
