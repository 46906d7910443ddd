import { type Command, InvalidArgumentError } from "commander"
import { outletsOption, storeOption } from "./options.ts"

export interface ServeOptions {
  readonly store: string
  readonly port: number
  readonly outlets?: string
}

export const DEFAULT_PORT = 4180
const HIGHEST_PORT = 65_535

export const parsePort = (given: string): number => {
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new InvalidArgumentError(`It must be a port number from 0 (any free one) to ${HIGHEST_PORT}.`)
  return port
}

/** `chancery serve` */
export const addServeCommand = (program: Command): Command =>
  program
    .command("serve")
    .summary("the record as a web page and a REST API, on this machine")
    .description("Serves the store on 127.0.0.1: the page at /, the API under /api. Ctrl-C ends it.")
    .addOption(storeOption())
    .option("--port <n>", "port to listen on; the next free one where it is taken", parsePort, DEFAULT_PORT)
    .addOption(outletsOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery serve
  chancery serve --store belarus.duckdb --port 8080`,
    )
    .action(async (options: ServeOptions) => {
      const { serveStore } = await import("./serve-store.ts")
      await serveStore(options)
    })
