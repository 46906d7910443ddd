import { type Command, InvalidArgumentError, Option } from "commander"
import { OWN_HOST } from "../listen.ts"
import { outletsOption, storeOption } from "./options.ts"

export interface ServeOptions {
  readonly store: string
  /** A folder of Parquet tables, in place of a store. */
  readonly lake?: string
  readonly port: number
  readonly outlets?: string
  /** Address to listen on; beyond this machine only with a token. */
  readonly host?: string
  readonly token?: string
  /** Files of the user's own weights. */
  readonly weights?: readonly string[]
}

export const DEFAULT_PORT = 4180
const HIGHEST_PORT = 65_535
const SHORTEST_TOKEN = 16

export const parsePort = (given: string): number => {
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new InvalidArgumentError(`It must be a port number from 0 (any free one) to ${HIGHEST_PORT}.`)
  return port
}

const parseToken = (given: string): string => {
  if (!/^\S+$/.test(given) || given.length < SHORTEST_TOKEN)
    throw new InvalidArgumentError(
      `It must have at least ${SHORTEST_TOKEN} characters and no spaces, for example from: openssl rand -hex 16`,
    )
  return given
}

export const hostOption = (): Option =>
  new Option("--host <address>", "address to listen on; beyond this machine only with a token").default(
    OWN_HOST,
  )

export const weightsOption = (): Option =>
  new Option(
    "--weights <file>",
    "your own weights, offered on the page beside the standing ones; repeat for more",
  ).argParser((file: string, before: readonly string[] = []) => [...before, file])

export const tokenOption = (): Option =>
  new Option("--token <token>", "asked of every request; others see it in the list of processes, so rather:")
    .env("CHANCERY_TOKEN")
    .argParser(parseToken)

/** `chancery serve` */
export const addServeCommand = (program: Command): Command =>
  program
    .command("serve")
    .summary("the record as a web page and a REST API, on this machine")
    .description("Serves the store on 127.0.0.1: the page at /, the API under /api/v1. Ctrl-C ends it.")
    .addOption(storeOption())
    .option("--lake <folder>", "a lake of Parquet as Spark writes it (docs/spark.md), in place of a store")
    .option("--port <n>", "port to listen on; the next free one where it is taken", parsePort, DEFAULT_PORT)
    .addOption(hostOption())
    .addOption(tokenOption())
    .addOption(weightsOption())
    .addOption(outletsOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery serve
  chancery serve --store belarus.duckdb --port 8080
  chancery serve --lake lake/
  chancery serve --weights mine.tsv
  CHANCERY_TOKEN=$(openssl rand -hex 16) chancery serve --host 0.0.0.0    # beyond this machine, for holders of the token`,
    )
    .action(async (options: ServeOptions) => {
      const { serveStore } = await import("./serve-store.ts")
      await serveStore(options)
    })
