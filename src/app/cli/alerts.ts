import { type Command, Option } from "commander"
import { EVENT_TYPES, type EventType, STATUSES, type Status } from "../../record/index.ts"
import { ALERT_KINDS, type AlertKind } from "../../store/alerts/alert.ts"
import { parsePair } from "./export.ts"
import { storeOption } from "./options.ts"
import { fromOption } from "./relation.ts"
import { allowHostOption } from "./request-options.ts"

export interface AddAlertOptions {
  readonly on: readonly AlertKind[]
  readonly pair?: readonly string[]
  readonly type?: readonly EventType[]
  readonly status?: readonly Status[]
  readonly outlet?: readonly string[]
  readonly from?: string
  readonly webhook?: string
  readonly secretEnv?: string
  readonly allowHost?: readonly string[]
  readonly file?: string
  readonly desktop?: boolean
  readonly store: string
}

const addPair = (given: string, pairs: readonly string[] = []): string[] => [...pairs, parsePair(given)]

const addOutlet = (given: string, outlets: readonly string[] = []): string[] => [...outlets, given]

/** `chancery alerts` and what stands below it. */
export function addAlertsCommand(program: Command): Command {
  const alerts = program
    .command("alerts")
    .summary("be told of new happenings, changed statuses and changed levels")
    .description(
      "Saved queries over a record, each with a place to which what changes is sent: a webhook, a file or the desktop. They look at what the record holds; following feeds is “chancery watch”.",
    )
    .addHelpText(
      "after",
      `
Examples:
  chancery alerts add minsk-beijing --pair BLR-CHN --on new status level --file changes.jsonl
  chancery alerts add sanctions --type SANCTION --webhook https://example.org/hooks/chancery
  chancery alerts check                         # after “chancery run”; or give --alerts to run and watch
  chancery alerts list`,
    )
  for (const add of [addAdd, addList, addRemove, addCheck, addLog]) add(alerts).exitOverride()
  return alerts
}

const addAdd = (alerts: Command): Command =>
  alerts
    .command("add")
    .summary("keep a query and where to send what changes")
    .description("Keeps an alert in the store. It tells what changes from now on, not what is there already.")
    .argument("<name>", "what to call it")
    .addOption(
      new Option("--on <kinds...>", "new happenings, changed statuses, changed levels of the pairs given")
        .choices(ALERT_KINDS)
        .default(["new", "status"], "new status"),
    )
    .addOption(
      new Option("--pair <pair>", "two states, such as BLR-CHN; may be given again").argParser(addPair),
    )
    .addOption(new Option("--type <types...>", "PLOVER categories").choices(EVENT_TYPES))
    .addOption(new Option("--status <statuses...>", "statuses, as they are now").choices(STATUSES))
    .addOption(
      new Option(
        "--outlet <outlet>",
        "name or domain of an outlet that reports it; may be given again",
      ).argParser(addOutlet),
    )
    .addOption(fromOption())
    .addOption(
      new Option("--webhook <url>", "post JSON to this address, signed").conflicts(["file", "desktop"]),
    )
    .option(
      "--secret-env <name>",
      "variable of the environment with the webhook's secret; else one is made and kept",
    )
    .addOption(allowHostOption())
    .addOption(new Option("--file <path>", "add lines of JSON to this file").conflicts("desktop"))
    .option("--desktop", "show a notification (notify-send, or macOS's own)")
    .addOption(storeOption())
    .action(async (name: string, options: AddAlertOptions) => {
      const { addAlert } = await import("./alerts-store.ts")
      await addAlert(name, options)
    })

interface StoreOnly {
  readonly store: string
}

const addList = (alerts: Command): Command =>
  alerts
    .command("list")
    .summary("show the alerts, and what became of their firings")
    .option("--json", "one JSON line for each")
    .addOption(storeOption())
    .action(async (options: StoreOnly & { readonly json?: boolean }) => {
      const { listAlerts } = await import("./alerts-store.ts")
      await listAlerts(options)
    })

const addRemove = (alerts: Command): Command =>
  alerts
    .command("remove")
    .summary("forget an alert, with what still waits to be sent")
    .argument("<name>", "its name")
    .addOption(storeOption())
    .action(async (name: string, { store }: StoreOnly) => {
      const { removeAlert } = await import("./alerts-store.ts")
      await removeAlert(name, store)
    })

const addCheck = (alerts: Command): Command =>
  alerts
    .command("check")
    .summary("look for what changed, and send what is due")
    .addOption(storeOption())
    .action(async ({ store }: StoreOnly) => {
      const { checkStore } = await import("./alerts-store.ts")
      await checkStore(store)
    })

const addLog = (alerts: Command): Command =>
  alerts
    .command("log")
    .summary("print every firing with its state, one JSON line each")
    .argument("[name]", "of one alert")
    .addOption(storeOption())
    .action(async (name: string | undefined, { store }: StoreOnly) => {
      const { printFirings } = await import("./alerts-store.ts")
      await printFirings(name, store)
    })
