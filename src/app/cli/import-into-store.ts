import { existsSync, mkdirSync } from "node:fs"
import { dirname } from "node:path"
import Table from "cli-table3"
import { openStore, type Store } from "../../store/index.ts"
import { type ImportReport, importDatasets } from "../datasets/import-datasets.ts"
import { loadLookups } from "../datasets/lookups.ts"
import { writeRejects } from "../datasets/write-rejects.ts"
import { importOwn, type OwnOutcome } from "../import/import-own.ts"
import { ownFiles } from "../import/own-files.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { createRecordLinker } from "../record-linker.ts"
import { SOME_LOST } from "./exit-codes.ts"
import type { ImportCommandOptions } from "./import.ts"
import { MisuseError } from "./options.ts"

/** Rejected rows that are shown; all are kept in the file. */
const SHOWN_REJECTS = 5
/** What is shown of a problem, in characters. */
const SHOWN_PROBLEM = 200

const whole = (value: number): string => Math.round(value).toLocaleString("en-US")

/** Imports the files one after the other and prints what came of each. */
export async function importIntoStore(
  paths: readonly string[],
  options: ImportCommandOptions,
): Promise<void> {
  if (paths.length === 0 && !options.list) throw new MisuseError("no files: name some, or give --list")
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new MisuseError(`${missing}: there is no such file or folder`)
  mkdirSync(dirname(options.store), { recursive: true })
  const store = await openStore(options.store)
  try {
    const own: string[] = []
    for (const path of paths) {
      const files = options.dataset === undefined ? await ownFiles(path) : undefined
      if (files === undefined) await importOthers(store, path, options)
      else own.push(...files)
    }
    if (own.length > 0) await importOwnFiles(store, own, options)
    if (options.list) process.stdout.write(`${listTable(await store.importedFiles())}\n`)
  } finally {
    await store.close()
  }
}

async function importOthers(store: Store, path: string, { store: file, dataset }: ImportCommandOptions) {
  const lookups = loadLookups()
  for await (const report of importDatasets(store, path, {
    lookups,
    ...(dataset === undefined ? {} : { dataset }),
  })) {
    process.stdout.write(`${reportLine(report)}\n`)
    if (report.rejected.length === 0) continue
    process.exitCode = SOME_LOST
    for (const { line, problem } of report.rejected.slice(0, SHOWN_REJECTS))
      process.stderr.write(`${report.name}:${line}: ${problem.slice(0, SHOWN_PROBLEM)}; not read\n`)
    const kept = await writeRejects(file, report)
    process.stderr.write(
      `${whole(report.rejected.length)} rows could not be read; they are kept in ${kept}\n`,
    )
  }
}

function reportLine({ name, dataset, imported, rows, milliseconds, ...report }: ImportReport): string {
  if (!imported) return `${name}: ${dataset}, there already (${whole(rows)} rows)`
  const facts = [
    `${whole(rows)} rows`,
    `${whole((rows / milliseconds) * 1000)} rows/s`,
    ...(report.latin > 0 ? [`${whole(report.latin)} lines were no UTF-8 and were read as Latin-1`] : []),
    ...(report.mended > 0 ? [`${whole(report.mended)} had a tab inside a cell and fit in one way only`] : []),
    ...(report.withoutPair > 0 ? [`${whole(report.withoutPair)} name no two states that we know`] : []),
    ...(report.withoutType > 0 ? [`${whole(report.withoutType)} have a code without PLOVER category`] : []),
  ]
  return `${name}: ${dataset}, ${facts.join("; ")}`
}

async function importOwnFiles(store: Store, files: readonly string[], { outlets }: ImportCommandOptions) {
  const outcome = await importOwn(store, files, {
    onProblem: (message) => process.stderr.write(`${message}\n`),
  })
  if (outcome.lost > 0) process.exitCode = SOME_LOST
  await store.relink(createRecordLinker(loadOutletsWith(outlets)))
  await store.indexTexts()
  process.stdout.write(`${ownLine(outcome)}\n`)
}

const ownLine = ({ documents, unchanged, events, lost }: OwnOutcome): string =>
  `${whole(documents)} documents with ${whole(events)} events stored, ${whole(unchanged)} documents there already${lost === 0 ? "" : `, ${whole(lost)} skipped`}`

function listTable(files: Awaited<ReturnType<Store["importedFiles"]>>): string {
  const table = new Table({
    head: ["data set", "file", "rows", "rejected", "imported"],
    style: { head: [], border: [] },
  })
  for (const { dataset, name, rows, rejected, imported } of files)
    table.push([dataset, name, whole(rows), whole(rejected), imported])
  return table.toString()
}
