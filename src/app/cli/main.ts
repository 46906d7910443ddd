#!/usr/bin/env node
import { Command, CommanderError } from "commander"
import { addAlertsCommand } from "./alerts.ts"
import { addAnnotateCommand } from "./annotate.ts"
import { addCodeCommand } from "./code.ts"
import { addCorrectionsCommand } from "./corrections.ts"
import { FAILED, MISUSED } from "./exit-codes.ts"
import { addExplainCommand } from "./explain.ts"
import { addExportCommand } from "./export.ts"
import { addFetchCommand } from "./fetch.ts"
import { addImportCommand } from "./import.ts"
import { addLakeSchemaCommand } from "./lake-schema.ts"
import { addLedgerCommand } from "./ledger.ts"
import { addLinkCommand } from "./link.ts"
import { addMcpCommand } from "./mcp.ts"
import { addPackDataCommand } from "./pack-data.ts"
import { addPanelCommand } from "./panel.ts"
import { addReadCommand } from "./read.ts"
import { addRelationCommand } from "./relation.ts"
import { addResolveCommand } from "./resolve.ts"
import { addRunCommand } from "./run.ts"
import { addSearchCommand } from "./search.ts"
import { addSecondOpinionCommand } from "./second-opinion.ts"
import { addSeriesCommand } from "./series.ts"
import { addServeCommand } from "./serve.ts"
import { endWithReader } from "./stdout.ts"
import { addVerifyCommand } from "./verify.ts"
import { packageVersion } from "./version.ts"
import { addVisitsCommand } from "./visits.ts"
import { addWatchCommand } from "./watch.ts"

const COMMANDS = [
  addCodeCommand,
  addReadCommand,
  addAnnotateCommand,
  addResolveCommand,
  addLinkCommand,
  addSeriesCommand,
  addExplainCommand,
  addRunCommand,
  addFetchCommand,
  addWatchCommand,
  addAlertsCommand,
  addLedgerCommand,
  addVisitsCommand,
  addServeCommand,
  addMcpCommand,
  addRelationCommand,
  addPanelCommand,
  addExportCommand,
  addImportCommand,
  addSearchCommand,
  addVerifyCommand,
  addCorrectionsCommand,
  addSecondOpinionCommand,
  addPackDataCommand,
  addLakeSchemaCommand,
]

function createProgram(): Command {
  const program = new Command("chancery")
    .description("Reads news and keeps the record of relations between states.")
    .version(packageVersion(), "-V, --version", "print the version")
    .showSuggestionAfterError()
    .exitOverride()
  for (const add of COMMANDS) add(program).exitOverride()
  return program
}

/** Errors whose message says all; of any other the place matters too. */
const TELLING = new Set(["MisuseError", "DataError", "StoreError"])

function report(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : MISUSED
    return
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  process.stderr.write(`chancery: ${TELLING.has(name) ? message : (stack ?? message)}\n`)
  process.exitCode = name === "MisuseError" ? MISUSED : FAILED
}

endWithReader()
try {
  await createProgram().parseAsync()
} catch (error) {
  report(error)
}
