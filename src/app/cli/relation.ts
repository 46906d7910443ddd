import { type Command, InvalidArgumentError, Option } from "commander"
import { dayOfDate, PERIODS, type Period } from "../../record/index.ts"
import { storeOption } from "./options.ts"

export const FORMATS = ["table", "json", "csv"] as const

export interface RelationCommandOptions {
  readonly by: Period
  /** ISO days. */
  readonly from?: string
  readonly to?: string
  readonly weights: string
  readonly smooth?: boolean
  readonly happenings?: boolean
  readonly without: readonly string[]
  readonly withoutOwner?: string
  readonly directed?: boolean
  readonly format: (typeof FORMATS)[number]
  readonly store: string
}

/** "2021" → "2021-01-01", or its last day; "2021-03" and "2021-03-05" likewise. */
const dayParser =
  (end: "first" | "last") =>
  (given: string): string => {
    const day = dayOfDate(given, end)
    if (day === undefined)
      throw new InvalidArgumentError("It must be a year, a month or a day: 2021, 2021-03 or 2021-03-05.")
    return day
  }

export const byOption = (): Option =>
  new Option("--by <period>", "length of a period").choices(PERIODS).default("month")
export const fromOption = (): Option =>
  new Option("--from <date>", "first day, month or year").argParser(dayParser("first"))
export const toOption = (): Option =>
  new Option("--to <date>", "last day, month or year").argParser(dayParser("last"))
export const weightsOption = (): Option =>
  new Option(
    "--weights <name>",
    "plover, goldstein, unit, or a TSV of your own (type, mode, score from -10 to 10)",
  ).default("plover")

/** `chancery relation` */
export const addRelationCommand = (program: Command): Command =>
  program
    .command("relation")
    .summary("how two states stand with each other, period by period")
    .description(
      "Prints the relation index of a pair: share of cooperation with its 95 % band, the sums behind it, deeds and words, the same under other weights, how far it rests on one source, and where another level begins. Silence has no share.",
    )
    .argument("<a>", "a state's alpha-3 code, for example BLR")
    .argument("<b>", "the other's")
    .addOption(byOption())
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(weightsOption())
    .option("--smooth", "show the smoothed level beside each period's own")
    .option("--happenings", "list the happenings below each period")
    .addOption(
      new Option(
        "--without <what...>",
        "leave out what only state media tell, or each period's largest happening",
      )
        .choices(["state-media", "largest"])
        .default([]),
    )
    .option("--without-owner <key>", "leave out one owner, named as in the JSON, such as “state BLR”")
    .option("--directed", "only what the first does to the second; mutual acts count too")
    .addOption(new Option("--format <format>", "what to print").choices(FORMATS).default("table"))
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery relation BLR CHN --by quarter --from 2021
  chancery relation BLR CHN --happenings --without state-media
  chancery relation RUS UKR --by week --weights goldstein --format csv > rus-ukr.csv`,
    )
    .action(async (a: string, b: string, options: RelationCommandOptions) => {
      const { printRelation } = await import("./relation-print.ts")
      await printRelation(a, b, options)
    })
